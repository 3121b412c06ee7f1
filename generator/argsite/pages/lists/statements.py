"""All statements from A to Z: on one page, or on several where there are very many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache as once
from functools import partial
from itertools import groupby

from argsite import addresses
from argsite.model import Listing, Status
from argsite.pages.alphabet import letter, sort_key
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.lists.parts import count_parts, link_to_part
from argsite.pages.lists.tags import tags_in_order
from argsite.pages.press import Page, Press
from argsite.pages.script_data import script
from argsite.pages.wording import place_in

MOST = 400
"""Statements on a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in the list."""

    link: StatementLink
    """The statement."""

    place: str
    """What it is and where."""

    essay: str
    """The folder of its essay."""

    tags: str
    """The names of its tags' pages, with spaces between them."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the row of all letters."""

    name: str
    """The letter."""

    href: str
    """Where its statements begin."""

    count: int
    """How many statements begin with it."""

    here: bool
    """True where one of them is on this page."""


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one letter on a page."""

    name: str
    """The letter."""

    anchor: str
    """Its id."""

    entries: tuple[Entry, ...]
    """The statements."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A letter with the statements that begin with it."""

    name: str
    """The letter."""

    first: int
    """The place of its first statement in the whole list, from 0."""

    keys: tuple[str, ...]
    """Keys of its statements in order."""

    @property
    def anchor(self) -> str:
        """Its id on the pages that hold its statements."""
        return "letter-" + "-".join(f"{ord(char):x}" for char in self.name)

    @property
    def path(self) -> str:
        """Where its statements begin."""
        return f"{addresses.statements_part(self.first // MOST + 1)}#{self.anchor}"


def statement_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for each page of the list, and one for what scripts filter it by."""
    shelves = once(partial(_shelves, edition))
    for number in range(1, count_parts(len(edition.graph.statements), MOST) + 1):
        make = partial(_page, press, edition, shelves, number)
        yield single(addresses.statements_part(number), make)
    yield single(
        addresses.STATEMENTS_DATA,
        lambda: script(addresses.STATEMENTS_DATA, _data(edition, shelves())),
    )


def _page(
    press: Press, edition: Edition, shelves: Callable[[], Sequence[Shelf]], number: int
) -> Page:
    total = len(edition.graph.statements)
    parts = count_parts(total, MOST)
    desk = Desk(edition, addresses.statements_part(number))
    title = desk.words.gettext("Statements")
    whole = (
        desk.words.gettext("Statements, page %(number)s of %(count)s", number=number, count=parts)
        if parts > 1
        else title
    )
    return press.print(
        desk.path,
        "statements.html",
        frame(desk, whole),
        title=title,
        total=total,
        number=number,
        parts_count=parts,
        statuses=_statuses(edition),
        letters=_letters(desk, shelves()),
        groups=list(_groups(desk, shelves(), number)),
        tags=desk.to(addresses.listing(Listing.TAGS)) if Listing.TAGS in edition.lists else "",
        previous=link_to_part(desk, addresses.statements_part, number - 1, parts),
        next=link_to_part(desk, addresses.statements_part, number + 1, parts),
    )


def _shelves(edition: Edition) -> tuple[Shelf, ...]:
    """Return the letters in order, each with its statements."""
    alphabet = edition.language()
    language = {slug: edition.language(slug) for slug in edition.essays}
    named = []
    for key, statement in edition.graph.statements.items():
        text, own = edition.plain[key], language[statement.essay]
        named.append((sort_key(text, alphabet, own), key, letter(text, alphabet, own)))
    named.sort()
    shelves: list[Shelf] = []
    first = 0
    for name, group in groupby(named, key=lambda each: each[2]):
        keys = tuple(key for _, key, _ in group)
        shelves.append(Shelf(name, first, keys))
        first += len(keys)
    return tuple(shelves)


def _letters(desk: Desk, shelves: Sequence[Shelf]) -> list[Letter]:
    return [
        Letter(
            each.name,
            desk.to(each.path),
            len(each.keys),
            here=addresses.between(desk.path, each.path).startswith("#"),
        )
        for each in shelves
    ]


def _groups(desk: Desk, shelves: Sequence[Shelf], number: int) -> Iterator[Group]:
    """Yield the letters of a page with the statements that are on it."""
    begin, end = (number - 1) * MOST, number * MOST
    for shelf in shelves:
        keys = shelf.keys[max(0, begin - shelf.first) : max(0, end - shelf.first)]
        if keys:
            yield Group(shelf.name, shelf.anchor, tuple(_entry(desk, key) for key in keys))


def _entry(desk: Desk, key: str) -> Entry:
    edition = desk.edition
    statement = edition.graph.statements[key]
    title = edition.essays[statement.essay].title
    return Entry(
        link=desk.link(key),
        place=place_in(desk.words, statement, title),
        essay=statement.essay,
        tags=" ".join(edition.tags[tag] for tag in edition.tags_of(key)),
    )


def _statuses(edition: Edition) -> list[tuple[Status, int]]:
    """Return the statuses that occur, with how many statements have each."""
    found: dict[Status, int] = dict.fromkeys(Status, 0)
    for key in edition.graph.statements:
        found[edition.status(key)] += 1
    return [(status, count) for status, count in found.items() if count]


def _data(edition: Edition, shelves: Sequence[Shelf]) -> Mapping[str, object]:
    """Return what the filter knows of all pages: names, and for each letter what it holds.

    A letter is a list of `[how many, page, status, essay, [tags]]`, the last three by their place
    in the names.
    """
    statuses, essays = list(Status), list(edition.essays)
    tags = {tag: place for place, tag in enumerate(tags_in_order(edition))}
    letters = []
    for shelf in shelves:
        kinds: dict[tuple[int, int, int, tuple[int, ...]], int] = {}
        for place, key in enumerate(shelf.keys, shelf.first):
            statement = edition.graph.statements[key]
            kind = (
                place // MOST + 1,
                statuses.index(edition.status(key)),
                essays.index(statement.essay),
                tuple(sorted(tags[tag] for tag in edition.tags_of(key))),
            )
            kinds[kind] = kinds.get(kind, 0) + 1
        letters.append([[count, *kind] for kind, count in kinds.items()])
    return {
        "statuses": [str(status) for status in statuses],
        "essays": [[slug, edition.essays[slug].title] for slug in essays],
        "tags": [[edition.tags[tag], edition.spelling[tag]] for tag in tags],
        "letters": letters,
    }
