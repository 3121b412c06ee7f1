"""The list of sources: each work once, with every place that cites it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from argsite import addresses
from argsite.model import Source
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.lists.parts import link_to_part, paged
from argsite.pages.press import Page, Press
from argsite.pages.works import Uses, Work


class UseEntry(NamedTuple):
    """A place where a work is cited."""

    link: StatementLink
    """The statement that cites it."""

    sources: tuple[Source, ...]
    """What it says of the work: pages and words of it."""


class WorkFacts(NamedTuple):
    """What the list says of a work."""

    anchor: str
    """Its id."""

    title: str
    """Its title, or its address where none is told."""

    author: str
    """Who wrote it."""

    url: str
    """Its address."""

    date: str
    """When it appeared."""

    accessed: str
    """When it was last looked up."""

    archived: str
    """Address of an archived copy."""


class WorkEntry(NamedTuple):
    """A work on a page of the list."""

    facts: WorkFacts
    """What it is."""

    uses: tuple[UseEntry, ...]
    """Where it is cited."""


def source_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for each page of all sources."""
    works = edition.works
    for number, page in enumerate(works.pages, 1):
        # What is said of a work on one page may be told by a statement that stands on another.
        told = [(_facts(work), [key for key, _ in uses]) for work, uses in page]
        total = len(works.all) if number == 1 else 0
        make = partial(_page, press, edition, number)
        basis = repr((number, len(works.pages), total, told))
        yield single(addresses.sources_part(number), make, basis)


def _page(press: Press, edition: Edition, number: int) -> Page:
    works = edition.works
    parts = len(works.pages)
    desk = Desk(edition, addresses.sources_part(number))
    title = desk.words.gettext("Sources")
    which = paged(desk, number, parts)
    return press.print(
        desk.path,
        "sources.html",
        frame(desk, f"{title}: {which}" if number > 1 else title),
        total=len(works.all) if number == 1 else 0,
        paged=which,
        works=[_entry(desk, work, uses) for work, uses in works.pages[number - 1]],
        previous=link_to_part(desk, addresses.sources_part, number - 1, parts),
        next=link_to_part(desk, addresses.sources_part, number + 1, parts),
    )


def _facts(work: Work) -> WorkFacts:
    return WorkFacts(
        anchor=work.anchor,
        title=work.said("title") or work.said("url"),
        author=work.said("author"),
        url=work.said("url"),
        date=work.said("date"),
        accessed=max(use.source.accessed for use in work.uses),
        archived=work.said("archived"),
    )


def _entry(desk: Desk, work: Work, uses: Sequence[Uses]) -> WorkEntry:
    return WorkEntry(_facts(work), tuple(UseEntry(desk.link(key), told) for key, told in uses))
