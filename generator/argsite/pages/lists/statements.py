"""All statements from A to Z: on one page, or on several where there are very many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from argsite import addresses
from argsite.model import Listing, Status
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.lists.order import Order, Part, in_order
from argsite.pages.lists.parts import link_to_part
from argsite.pages.lists.statement_filter import filter_basis, filter_data
from argsite.pages.press import Page, Press
from argsite.pages.remember import Remember, forget
from argsite.pages.script_data import script
from argsite.pages.wording import place_in

Statuses = Sequence[tuple[Status, int]]
"""The statuses that occur, each with how many statements have it."""


class Entry(NamedTuple):
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
    """How many statements begin with it; 0 where the page leaves that to a script."""

    here: bool
    """True where one of them is on this page."""


class Group(NamedTuple):
    """The statements of one letter on a page."""

    name: str
    """The letter."""

    anchor: str
    """Its id."""

    entries: tuple[Entry, ...]
    """The statements."""


def statement_jobs(press: Press, edition: Edition, remember: Remember = forget) -> Iterator[Job]:
    """Yield a job for each page of the list, and one for what scripts filter it by."""
    order = in_order(edition, remember)
    statuses = _statuses(edition)
    for part in order.parts:
        make = partial(_page, press, edition, order, part, statuses)
        basis = _basis(edition, order, part, statuses)
        yield single(addresses.statements_part(part.number), make, basis)
    path = addresses.STATEMENTS_DATA
    yield single(path, partial(_filter, path, edition, order), filter_basis(edition, order))


def _filter(path: str, edition: Edition, order: Order) -> Page:
    return script(path, filter_data(edition, order))


def _basis(edition: Edition, order: Order, part: Part, statuses: Statuses) -> str:
    """Return what tells a page of the list, beside what its statements are.

    How many statements there are is said on the first page alone, and added to the others by a
    script: so a new statement changes few pages.
    """
    counts = (order.total, order.letters, statuses) if part.number == 1 else ()
    starts = [(each.name, each.page) for each in order.letters]
    names = [status for status, _ in statuses]
    listed = Listing.TAGS in edition.lists
    return repr((part, len(order.parts), starts, names, counts, listed))


def _page(press: Press, edition: Edition, order: Order, part: Part, statuses: Statuses) -> Page:
    desk = Desk(edition, addresses.statements_part(part.number))
    title = desk.words.gettext("Statements")
    number, parts = part.number, len(order.parts)
    whole = (
        desk.words.gettext("Statements, page %(number)s of %(count)s", number=number, count=parts)
        if parts > 1
        else title
    )
    first = number == 1
    return press.print(
        desk.path,
        "statements.html",
        frame(desk, whole),
        title=title,
        total=order.total if first else 0,
        number=number,
        parts_count=parts,
        statuses=[(status, count if first else 0) for status, count in statuses],
        letters=list(_letters(desk, order, part)),
        groups=[_group(desk, name, keys) for name, keys in part.groups],
        tags=desk.to(addresses.listing(Listing.TAGS)) if Listing.TAGS in edition.lists else "",
        previous=link_to_part(desk, addresses.statements_part, number - 1, parts),
        next=link_to_part(desk, addresses.statements_part, number + 1, parts),
    )


def _letters(desk: Desk, order: Order, part: Part) -> Iterator[Letter]:
    for each in order.letters:
        path = f"{addresses.statements_part(each.page)}#{_anchor(each.name)}"
        href = desk.to(path)
        count = each.count if part.number == 1 else 0
        yield Letter(each.name, href, count, here=each.page == part.number)


def _anchor(letter: str) -> str:
    """Return a letter's id on the pages that hold its statements."""
    return "letter-" + "-".join(f"{ord(char):x}" for char in letter)


def _group(desk: Desk, name: str, keys: Sequence[str]) -> Group:
    return Group(name, _anchor(name), tuple(_entry(desk, key) for key in keys))


def _entry(desk: Desk, key: str) -> Entry:
    edition = desk.edition
    statement = edition.graph.statements[key]
    title = edition.essays[statement.essay].title
    return Entry(
        link=desk.link(key),
        place=place_in(desk.words, statement, title),
        essay=statement.essay,
        tags=" ".join(edition.tags[tag] for tag in edition.tags_of(key)) if statement.tags else "",
    )


def _statuses(edition: Edition) -> Statuses:
    """Return the statuses that occur, with how many statements have each."""
    found = Counter(edition.standing.statuses.values())
    return [(status, found[status]) for status in Status if found[status]]
