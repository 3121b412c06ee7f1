"""The order of all statements from A to Z, and which of them are on which page of their list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from argsite.model import Essay
from argsite.packing import pack, unpack
from argsite.pages.alphabet import place
from argsite.pages.division import cut
from argsite.pages.edition import Edition
from argsite.pages.remember import Remember, forget
from argsite.version import code

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


class Part(NamedTuple):
    """A page of the list."""

    number: int
    """Its number, from 1."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Its letters, each with the keys of its statements in order."""


class Order(NamedTuple):
    """All statements in order."""

    total: int
    """How many there are."""

    letters: tuple[LetterCount, ...]
    """The letters in order."""

    parts: tuple[Part, ...]
    """The pages."""


Places = list[tuple[str, str]]
"""The letter and the order of each statement of an essay."""


def in_order(edition: Edition, remember: Remember = forget) -> Order:
    """Return all statements of a site from A to Z."""
    placed = []
    for essay in edition.library.essays:
        places = _places(edition, essay, remember)
        for each, (letter, order) in zip(essay.statements, places, strict=True):
            key = each.key
            placed.append((f"{order}\0{key}", letter, key))
    placed.sort(key=itemgetter(0))
    parts = tuple(
        Part(number, tuple(_groups(entries)))
        for number, entries in enumerate(cut(placed, MOST, itemgetter(2)), 1)
    )
    return Order(len(placed), _letters(parts), parts)


def _places(edition: Edition, essay: Essay, remember: Remember) -> Places:
    """Return the places of an essay's statements, remembered from build to build."""
    alphabet, language = edition.language(), edition.language(essay.slug)

    def make() -> Places:
        return [place(edition.plain[each.key], alphabet, language) for each in essay.statements]

    written = edition.library.written[essay.slug].hex()
    data = remember(("places", code(), alphabet, language, written), lambda: pack(make()))
    known = unpack(data, Places)
    return known if known and len(known) == len(essay.statements) else make()


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
