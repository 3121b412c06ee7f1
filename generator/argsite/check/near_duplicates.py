"""Two statements that differ only in how they are put are most likely meant to be one.

That is a filler, a slip of the pen, the number of a noun, a word that says the same, what stands
first, `night opening` for `opening at night`, or one word more in a long sentence. What differs
decides, not how much: a `not`, a number, a name or any other word that carries meaning makes two
statements, however alike they look. To stay fast with many statements only
those are compared that share one of their rarest words, and all their numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from operator import ne
from typing import NamedTuple

from argsite.analysis.standing import Standing
from argsite.check.duplicates import ROOTS, distinct, name_for, use_again
from argsite.check.vocabulary import REMEMBERED, grammar_of, has_digit, words
from argsite.language import Grammar
from argsite.model import Library, Statement
from argsite.problems import Code, Problem, Report, Severity

_FEW = 3
"""Of so many words one may be misspelt."""

_TURNED = 6
"""Words of a sentence that may be turned round: `At night it is quiet`, `It is quiet at night`."""

_LONG = 7
"""Words of a text that says much the same with one word more."""

_SHORTEST_MORE = 4
"""Letters of such a word."""

_RARE = 3
"""By how many of its rarest words a statement is found."""

_MOST_COMPARED = 12
"""With how many statements of the same rare word one is compared."""

_SLIP, _TWO_SLIPS = 5, 10
"""Letters of a word in which one letter, or two, may be wrong."""

_SHOWN = 80
"""Characters of a text that a message shows."""

_LETTERS = re.compile(r"[a-zß-ɏͰ-ԯ']+")


class _Said(NamedTuple):
    """A statement in the form in which it is compared."""

    statement: Statement
    known: Grammar
    """What is known of its language."""
    words: tuple[str, ...]
    """Its words without fillers, each in the form that stands for all that say the same."""
    run_together: str
    """The same without spaces."""
    kinds: frozenset[str]
    """The same, each once."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each statement that nearly says again what another one says."""
    said = _said(library)
    rarity = _Rarity(said)
    found: dict[tuple[str, ...], list[int]] = {}
    for place, each in enumerate(said):
        keys = rarity.keys(each)
        # Most that share one rare word share another, too: they are compared once.
        nearby = dict.fromkeys(chain.from_iterable(found.get(key, ()) for key in keys))
        first = next((said[at] for at in nearby if _say_the_same(said[at], each)), None)
        if first:
            _warn(first.statement, each.statement, report)
        for key in keys:
            known = found.setdefault(key, [])
            if len(known) < _MOST_COMPARED:
                known.append(place)


def _warn(first: Statement, again: Statement, report: Report) -> None:
    message = f"this is nearly the same as '{name_for(first, again)}': {_short(first)}"
    hint = f"{use_again(first, again)}, or say more clearly how they differ"
    report(Problem(Code.SIMILAR_STATEMENT, again.text.at, message, hint, Severity.WARNING))


def _short(statement: Statement) -> str:
    text = " ".join(statement.text.text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _said(library: Library) -> list[_Said]:
    """Return each statement once, claims first: these stay where a premise says the same."""
    once = {each.key for each in distinct(library).values()}
    said = []
    for essay in library.essays:
        known = grammar_of(essay, library)
        said += [
            _Said(each, known, *_compared(each.text.text, known))
            for each in essay.statements
            if each.key in once
        ]
    return sorted(said, key=lambda each: each.statement.role not in ROOTS)


@lru_cache(maxsize=REMEMBERED)
def _compared(text: str, known: Grammar) -> tuple[tuple[str, ...], str, frozenset[str]]:
    """Return the words of a text that are compared, these without spaces, and each once."""
    forms_of = _forms(known)
    forms = tuple([form for word in words(text) if (form := forms_of[word])])
    return forms, "".join(forms), frozenset(forms)


class _Forms(dict[str, str]):
    """Word to what stands for it and all that say the same; empty for one that may be left out."""

    def __init__(self, known: Grammar) -> None:
        super().__init__(dict.fromkeys(known.fillers, ""))
        self._known = known

    def __missing__(self, word: str) -> str:
        known = self._known
        form = known.form(word)
        if word in known.stop and form not in known.stop:  # `always` is no plural
            form = word
        return self.setdefault(word, known.alike.get(word) or known.alike.get(form, form))


@lru_cache(maxsize=8)
def _forms(known: Grammar) -> _Forms:
    return _Forms(known)


class _Rarity:
    """How rare each word is among some statements."""

    def __init__(self, said: Iterable[_Said]) -> None:
        """Count in how many of them each word is."""
        counts = Counter(chain.from_iterable(each.kinds for each in said))
        by_count = sorted((count, word) for word, count in counts.items())
        self._ranks = {word: rank for rank, (_, word) in enumerate(by_count)}
        self._once = sum(count == 1 for count in counts.values())
        self._numbers = frozenset(filter(has_digit, counts))

    def keys(self, said: _Said) -> list[tuple[str, ...]]:
        """Return under what a statement is found: its numbers, and one of its rarest words."""
        numbers = tuple(sorted(filter(self._numbers.__contains__, said.words)))
        others = sorted(said.kinds.difference(numbers), key=self._ranks.__getitem__)
        # A slip makes a word that occurs once: the words after it are found as well.
        slips = sum(self._ranks[word] < self._once for word in others[:_RARE])
        return [(*numbers, word) for word in others[: _RARE + slips]]


def _say_the_same(one: _Said, other: _Said) -> bool:
    """Say whether the texts differ only in what the docstring of this module names."""
    more = len(one.words) - len(other.words)
    if one.run_together == other.run_together:
        return True
    if more == -1:
        return one.kinds <= other.kinds and _has_one_more(one, other)
    if more == 1:
        return other.kinds <= one.kinds and _has_one_more(other, one)
    if more:
        return False
    if sum(map(ne, one.words, other.words)) * _FEW <= len(one.words):
        pairs = zip(one.words, other.words, strict=True)
        return all(_is_slip(*pair, one, other) for pair in pairs if ne(*pair))
    return len(one.run_together) == len(other.run_together) and _is_turned(one, other)


def _is_turned(one: _Said, other: _Said) -> bool:
    """Say whether what stands first in one stands last in the other."""
    turned, other_words = " ".join(one.words * 2), " ".join(other.words)
    is_clear = len(one.words) >= _TURNED or not one.known.links.isdisjoint(
        (one.words[0], other.words[0])
    )
    return is_clear and f" {other_words} " in f" {turned} "


def _has_one_more(shorter: _Said, longer: _Said) -> bool:
    """Say whether a text has only one word more, which changes little or nothing."""
    pairs = zip(shorter.words, longer.words, strict=False)
    begin = next((place for place, pair in enumerate(pairs) if ne(*pair)), len(shorter.words))
    word = longer.words[begin]
    if shorter.words[begin:] == longer.words[begin + 1 :]:
        return len(shorter.words) >= _LONG and _adds_little(word, longer)
    first, second, *rest = (*shorter.words[begin:], "", "")
    turned = (second, first, *rest[: max(0, len(shorter.words) - begin - 2)])
    between = longer.words[begin + 1]
    without = (word, *longer.words[begin + 2 :])
    return between in longer.known.links and turned == without


def _adds_little(word: str, said: _Said) -> bool:
    """Say whether a word of a long text is none that turns what it says: no `not`, number, name."""
    is_plain = len(word) >= _SHORTEST_MORE and _LETTERS.fullmatch(word) is not None
    return is_plain and word not in said.known.stop and not _is_name(word, said)


def _is_slip(word: str, instead: str, one: _Said, other: _Said) -> bool:
    """Say whether two words are one, misspelt or in another number; a name is no other name."""
    shortest = min(len(word), len(instead))
    if shortest < _SLIP or word[0] != instead[0]:
        return False
    if not (_LETTERS.fullmatch(word) and _LETTERS.fullmatch(instead)):
        return False
    if word[:-1] == instead[:-1]:  # `capitalism`, `capitalist`
        return False
    most = 2 if shortest >= _TWO_SLIPS else 1
    if _is_name(word, one) or _is_name(instead, other):
        return False
    from rapidfuzz.distance import OSA  # slow to load, and most sites never come here

    return OSA.distance(word, instead, score_cutoff=most) <= most


def _is_name(word: str, said: _Said) -> bool:
    return word.capitalize() in said.statement.text.text[1:]
