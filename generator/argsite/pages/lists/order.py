"""The order of all statements from A to Z, and which of them are on which page of their list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from argsite.pages.alphabet import place
from argsite.pages.division import cut
from argsite.pages.edition import Edition

MOST = 400
"""Statements on a page."""


@dataclass(frozen=True, slots=True)
class LetterCount:
    """A letter that statements begin with."""

    name: str
    """The letter."""

    page: int
    """The number of the page on which its statements begin."""

    count: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the list."""

    number: int
    """Its number, from 1."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Its letters, each with the keys of its statements in order."""


@dataclass(frozen=True, slots=True)
class Order:
    """All statements in order."""

    total: int
    """How many there are."""

    letters: tuple[LetterCount, ...]
    """The letters in order."""

    parts: tuple[Part, ...]
    """The pages."""


def in_order(edition: Edition) -> Order:
    """Return all statements of a site from A to Z."""
    alphabet = edition.language()
    placed = []
    for essay in edition.library.essays:
        language = edition.language(essay.slug)
        for each in essay.statements:
            key = each.key
            letter, order = place(edition.plain[key], alphabet, language)
            placed.append((f"{order}\0{key}", letter, key))
    placed.sort(key=itemgetter(0))
    parts = tuple(
        Part(number, tuple(_groups(entries)))
        for number, entries in enumerate(cut(placed, MOST, itemgetter(2)), 1)
    )
    return Order(len(placed), _letters(parts), parts)


def _groups(entries: Sequence[tuple[str, str, str]]) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (letter, tuple(key for _, _, key in group))
        for letter, group in groupby(entries, key=itemgetter(1))
    ]


def _letters(parts: Sequence[Part]) -> tuple[LetterCount, ...]:
    found: list[LetterCount] = []
    for part in parts:
        for letter, keys in part.groups:
            if found and found[-1].name == letter:
                last = found.pop()
                found.append(LetterCount(letter, last.page, last.count + len(keys)))
            else:
                found.append(LetterCount(letter, part.number, len(keys)))
    return tuple(found)
