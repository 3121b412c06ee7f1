"""What checks of wording know of a language: its small words, endings and joints.

The words are data (`grammar/<language>.txt`): sections of words, so that a further language is one
more file and a native reader can mend one without reading code.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parents[1] / "grammar"
_FIELDS = {"and": "joints"}
"""Sections that a reader of the file understands by another name."""

_HEAD = re.compile(r"^\[(?P<name>[a-z]+)\].*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)  # one object a language: functions remember by it
class Grammar:
    """The words of a language that checks need; all in small letters. Empty where it is unknown."""

    stop: frozenset[str] = frozenset()
    """Words that carry no subject of their own."""

    fillers: frozenset[str] = frozenset()
    """Words that may come or go without a change of what is said."""

    alike: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Word to the one that stands for all that say the same."""

    endings: frozenset[str] = frozenset()
    """Endings that make other forms of a word."""

    numbers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Ending of a form of a word, such as its plural, to that of the form that is compared."""

    joints: frozenset[str] = frozenset()
    """Words such as `and`."""

    subjects: frozenset[str] = frozenset()
    """Words that begin a clause of its own after a joint."""

    nominatives: frozenset[str] = frozenset()
    """Those among them that are never an object."""

    verbs: frozenset[str] = frozenset()
    """Verbs that have a subject wherever they stand."""

    acts: frozenset[str] = frozenset()
    """Further verbs, that have a subject where none of the modals rules them."""

    bases: frozenset[str] = frozenset()
    """Words that are verbs right behind a subject in the plural."""

    plurals: frozenset[str] = frozenset()
    """Subjects in the plural that do not end in `s`."""

    modals: frozenset[str] = frozenset()
    """Words that rule a verb far behind them: `could`, `let`."""

    between: frozenset[str] = frozenset()
    """Joints that join clauses wherever a comma stands before them."""

    ties: frozenset[str] = frozenset()
    """Words whose clause may go on behind a joint: `that`, `because`, `says`."""

    links: frozenset[str] = frozenset()
    """Words that tie a noun to what stands before: `of`, `at`."""

    hinges: frozenset[str] = frozenset()
    """Words that make a clause depend on another."""

    short: frozenset[str] = frozenset()
    """Abbreviations, without the full stop at their end."""

    def stem(self, word: str) -> str:
        """Return the word without its ending, of which at least three letters are left."""
        length = _ending(word, self.endings)
        return word[:-length] if length else word

    def form(self, word: str) -> str:
        """Return the form of a word that is compared: that of one, where it is of many."""
        length = _ending(word, self.numbers)
        return word[:-length] + self.numbers[word[-length:]] if length else word


def _ending(word: str, endings: Container[str]) -> int:
    """Return how long the longest ending is that fits; 0 where none does."""
    lengths = range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1)
    return next((length for length in lengths if word[-length:] in endings), 0)


UNKNOWN = Grammar()
"""What is known of all other languages."""

_SHORTEST_STEM = 3
_LONGEST_ENDING = 8


@cache
def known() -> frozenset[str]:
    """Return the languages that have a grammar."""
    names = (each.name for each in _FOLDER.iterdir())
    return frozenset(name.removesuffix(".txt") for name in names if name.endswith(".txt"))


def grammar(tag: str) -> Grammar:
    """Return the grammar of a BCP 47 tag; `de-CH` has that of `de`."""
    return _read(re.split("[-_]", tag.lower(), maxsplit=1)[0])


@cache
def _read(language: str) -> Grammar:
    if language not in known():
        return UNKNOWN
    text = (_FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    lines = _sections(text)
    alike = {word: row[0] for row in reversed(_rows(lines.pop("alike"))) for word in row}
    numbers = {row[0]: "".join(row[1:]) for row in _rows(lines.pop("numbers"))}
    words = {_FIELDS.get(name, name): _set(those) for name, those in lines.items()}
    return Grammar(**words, alike=MappingProxyType(alike), numbers=MappingProxyType(numbers))


def _rows(lines: list[str]) -> list[list[str]]:
    return [line.split() for line in lines]


def _set(lines: list[str]) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


def _sections(text: str) -> dict[str, list[str]]:
    """Return the lines of each section that are not empty."""
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {
        head["name"]: [line for line in text[head.end() : end].splitlines() if line.strip()]
        for head, end in zip(heads, ends, strict=True)
    }
