"""Indicator words, which show what a sentence does in an argument: `because`, `however`.

The words of each language are data (`words/<language>.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from argsite.formats.yaml.word_lists import WordLists, read_word_lists
from argsite.problems import Problem
from argsite.source import Manuscript

LANGUAGES = ("en", "uk", "de", "fr")
"""The languages that have words."""


class Sign(Enum):
    """What an indicator word shows."""

    NONE = "none"
    CONCLUSION = "conclusion"
    THESIS = "thesis"
    REASON = "reason"
    SUPPORT = "support"
    FURTHER = "further"
    CONTRAST = "contrast"
    CONCESSION = "concession"
    EXCEPTION = "exception"
    OBJECTION = "objection"


class Found(NamedTuple):
    """An indicator word in a sentence."""

    sign: Sign
    """What it shows."""

    word: str
    """It, as it stands there."""

    start: int
    """Where it begins."""

    end: int
    """Where it ends."""

    is_first: bool
    """True at the beginning of the sentence."""

    is_clause: bool
    """True after a comma or the like."""

    is_free: bool
    """True where the word means the same wherever it stands."""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The words of one language."""

    points: tuple[str, ...] = ()
    """What may stand before a point's number."""

    numerals: Mapping[str, int] = field(default_factory=dict)
    """Numbers written as words, which may stand behind those."""

    by: tuple[str, ...] = ()
    """What may stand before the author's name, without a colon."""

    author: tuple[str, ...] = ()
    """What may stand before the author's name."""

    usual: frozenset[str] = frozenset()
    """Words by which the language is known."""

    letters: frozenset[str] = frozenset()
    """Letters by which the language is known; none where others have them, too."""

    foreign: frozenset[str] = frozenset()
    """Letters that its words do not have, though their neighbours' do."""

    abbreviations: tuple[str, ...] = ()
    """What ends with a full stop within a sentence."""

    kept: frozenset[str] = frozenset()
    """Words without which their part of a sentence would be none."""

    inverting: frozenset[str] = frozenset()
    """Words after which a sentence has another order."""

    negations: frozenset[str] = frozenset()
    """Words after which a contrast only corrects: `not a park, but a garden`."""

    signs: Mapping[str, Mapping[str, Sign]] = field(default_factory=dict)
    """Word to what it shows, by place; empty for a language without words."""

    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """First letter to what finds the words that begin with it, longest first."""

    def find(self, sentence: str) -> Iterator[Found]:
        """Yield the words that show something where they stand."""
        begin = len(sentence) - len(sentence.lstrip(_OPENING))
        for match in self._matches(sentence):
            before = sentence[: match.start()].rstrip()
            is_first = match.start() == begin
            is_clause = before.endswith(_COMMAS)
            signs = self.signs.get(folded(match.group()), {})
            places = ("first", "clause") if is_first else ("comma", "clause") if is_clause else ()
            sign = next((signs[each] for each in (*places, "anywhere") if each in signs), None)
            # With a number a word speaks of time: `since 2024`.
            if sign and sign is not Sign.NONE and not _NUMBER.match(sentence, match.end()):
                is_free = signs.get("anywhere") is sign
                yield Found(sign, match.group(), *match.span(), is_first, is_clause, is_free)

    def _matches(self, sentence: str) -> Iterator[re.Match[str]]:
        end = 0
        for start in _WORD_START.finditer(sentence):
            pattern = self.patterns.get(start.group().casefold())
            found = pattern.match(sentence, start.start()) if pattern else None
            if found and start.start() >= end:
                end = found.end()
                yield found


_WORD_START = re.compile(r"(?<![\w'’])[^\W\d_]")
_COMMAS = (",", ";", ":", "–", "—", "(", " -")
_OPENING = " \"'“”«»„‘’([¿¡–—-"
_NUMBER = re.compile(r"\s*[0-9]")


def folded(word: str) -> str:
    """Return a word as it stands in the tables."""
    return " ".join(word.casefold().replace("’", "'").split())


@cache
def indicators(language: str) -> Indicators:
    """Return the words of a language, and none where it is not known."""
    name = language.lower().partition("-")[0]
    if name not in LANGUAGES:
        return Indicators()
    lists = _lists(name)
    signs: dict[str, dict[str, Sign]] = {}
    for sign in Sign:
        written = lists.get(sign.value, {})
        places = written if isinstance(written, Mapping) else {"anywhere": written}
        for place, words in places.items():
            for word in words:
                signs.setdefault(folded(word), {})[place] = sign
    return Indicators(
        points=_words(lists, "points"),
        numerals=_numerals(lists),
        by=_words(lists, "by"),
        author=_words(lists, "author"),
        usual=frozenset(folded(each) for each in _words(lists, "usual")),
        letters=frozenset(_words(lists, "letters")),
        foreign=frozenset(_words(lists, "foreign")),
        abbreviations=_words(lists, "abbreviations"),
        kept=frozenset(folded(each) for each in _words(lists, "kept")),
        inverting=frozenset(folded(each) for each in _words(lists, "inverting")),
        negations=frozenset(folded(each) for each in _words(lists, "negations")),
        signs=signs,
        patterns=_patterns(signs),
    )


def guess_language(text: str) -> str:
    """Return the language whose usual words the text holds most often; empty where none does."""
    words = re.findall(r"[^\W\d_]+", text[:200_000].casefold())
    signs = set("".join(words))
    counts = dict.fromkeys(LANGUAGES, 0)
    for name in LANGUAGES:
        known = indicators(name)
        if not signs & known.foreign:
            counts[name] = sum(
                word in known.usual or not known.letters.isdisjoint(word) for word in words
            )
    best = max(LANGUAGES, key=lambda name: counts[name])
    return best if words and counts[best] * 12 >= len(words) else ""


def _patterns(signs: Mapping[str, object]) -> Mapping[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for word in sorted(signs, key=len, reverse=True):
        words.setdefault(word[0], []).append(_alternative(word))
    return {letter: re.compile("|".join(each), re.IGNORECASE) for letter, each in words.items()}


def _alternative(word: str) -> str:
    """Match whole words; one that ends with an apostrophe stands before a vowel."""
    body = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")
    return body + ("" if word.endswith("'") else r"(?![\w'’])")


def _words(lists: WordLists, name: str) -> tuple[str, ...]:
    found = lists.get(name, ())
    return found if isinstance(found, tuple) else ()


def _numerals(lists: WordLists) -> Mapping[str, int]:
    written = lists.get("numerals", {})
    rows = written.values() if isinstance(written, Mapping) else ()
    return {
        folded(word): number
        for row in rows
        if isinstance(row, tuple)
        for number, word in enumerate(row, 1)
    }


def _lists(name: str) -> WordLists:
    path = f"words/{name}.yaml"
    text = files(__package__).joinpath(path).read_text(encoding="utf-8")
    problems: list[Problem] = []
    lists = read_word_lists(Manuscript(path, text), problems.append)
    if problems:
        raise ValueError(f"{path}: {problems[0].message}")
    return lists
