"""The list of sources: each work once, with every place that cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from argsite import addresses
from argsite.model import Source
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.lists.parts import count_parts, link_to_part
from argsite.pages.press import Page, Press
from argsite.pages.works import MOST, Work


@dataclass(frozen=True, slots=True)
class UseEntry:
    """A place where a work is cited."""

    link: StatementLink
    """The statement that cites it."""

    sources: tuple[Source, ...]
    """What it says of the work: pages and words of it."""


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """A work in the list."""

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

    uses: tuple[UseEntry, ...]
    """Where it is cited."""


def source_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for each page of all sources."""
    for number in range(1, count_parts(len(edition.works.all), MOST) + 1):
        yield single(addresses.sources_part(number), partial(_page, press, edition, number))


def _page(press: Press, edition: Edition, number: int) -> Page:
    works = edition.works.all
    parts = count_parts(len(works), MOST)
    desk = Desk(edition, addresses.sources_part(number))
    title = desk.words.gettext("Sources")
    paged = desk.words.gettext("Page %(number)s of %(count)s", number=number, count=parts)
    return press.print(
        desk.path,
        "sources.html",
        frame(desk, f"{title}: {paged}" if number > 1 else title),
        total=len(works),
        paged=paged if parts > 1 else "",
        works=[_entry(desk, work) for work in works[(number - 1) * MOST : number * MOST]],
        previous=link_to_part(desk, addresses.sources_part, number - 1, parts),
        next=link_to_part(desk, addresses.sources_part, number + 1, parts),
    )


def _entry(desk: Desk, work: Work) -> WorkEntry:
    told: dict[str, list[Source]] = {}
    for use in work.uses:
        told.setdefault(use.key, []).append(use.source)
    return WorkEntry(
        anchor=work.anchor,
        title=work.said("title") or work.said("url"),
        author=work.said("author"),
        url=work.said("url"),
        date=work.said("date"),
        accessed=max(use.source.accessed for use in work.uses),
        archived=work.said("archived"),
        uses=tuple(UseEntry(desk.link(key), tuple(sources)) for key, sources in told.items()),
    )
