"""The list of sources: each work once, with every place that cites it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argsite import addresses
from argsite.model import Listing, Source
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.links import StatementLink
from argsite.pages.lists.alphabet import sort_key
from argsite.pages.press import Page, Press
from argsite.pages.works import Work

_SCHEME = re.compile(r"https?://(www\.)?")


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


def sources_page(press: Press, edition: Edition) -> Page:
    """Return the page of all sources, by author, or by title where none is told."""
    desk = Desk(edition, addresses.listing(Listing.SOURCES))
    language = edition.language()
    entries = [_entry(desk, work) for work in edition.works.all]

    def order(entry: WorkEntry) -> object:
        title = _SCHEME.sub("", entry.title)
        names = (entry.author or title, title)
        return *(sort_key(name, language, language) for name in names), entry.date, entry.anchor

    entries.sort(key=order)  # type: ignore[arg-type]  # tuples of strings, which have an order
    return press.print(
        desk.path,
        "sources.html",
        frame(desk, desk.words.gettext("Sources")),
        works=entries,
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
