"""An essay's outline: its whole argument as a list, on several pages where it is very long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from argsite import addresses
from argsite.analysis import Row, divide, outline
from argsite.model import Essay
from argsite.pages.argument_list import DEEPEST, argument_rows, list_rows
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import ListRow
from argsite.pages.lists.parts import link_to_part, paged
from argsite.pages.map_page import roots_of, size_of
from argsite.pages.press import Page, Press

MOST = 500
"""Rows on a page, but for those that say where it goes on."""


def outline_jobs(press: Press, edition: Edition, essay: Essay) -> Iterator[Job]:
    """Yield a job for each page of an essay's outline."""
    if len(essay.statements) <= MOST:
        make = partial(outline_page, press, edition, essay)
        yield single(addresses.essay_outline(essay.slug), make, essay=essay.slug)
        return
    rows = outline(edition.library.graph, roots_of(edition, essay), DEEPEST)
    pages = divide(rows, MOST)
    for number, some in enumerate(pages, 1):
        make = partial(outline_page, press, edition, essay, some, number, len(pages))
        basis = f"{number} of {len(pages)}"
        yield single(addresses.outline_part(essay.slug, number), make, basis, essay=essay.slug)


def outline_page(  # noqa: PLR0913, PLR0917 - the page, then which one of how many it is
    press: Press,
    edition: Edition,
    essay: Essay,
    rows: Sequence[Row] | None = None,
    number: int = 1,
    parts: int = 1,
) -> Page:
    """Return a page that shows an argument as a list, everything opened.

    Without rows it is the whole argument, as long as one page has room for it.
    """
    path = partial(addresses.outline_part, essay.slug)
    desk = Desk(edition, path(number))
    which = paged(desk, number, parts)
    title = desk.words.gettext("Outline · %(essay)s", essay=essay.title)
    return press.print(
        desk.path,
        "outline.html",
        frame(desk, f"{title}, {which}" if number > 1 else title, description=essay.summary),
        essay=desk.essay_links(essay),
        size=size_of(desk.words, essay),
        paged=which,
        rows=_whole(desk, essay) if rows is None else list_rows(desk, rows),
        previous=link_to_part(desk, path, number - 1, parts),
        next=link_to_part(desk, path, number + 1, parts),
    )


def _whole(desk: Desk, essay: Essay) -> Sequence[ListRow]:
    """Return the whole argument; where it leads to very much in other essays, that is left out."""
    roots = roots_of(desk.edition, essay)
    is_long = len(desk.edition.reach.depths(essay.contention)) > MOST
    return argument_rows(desk, roots, most=MOST if is_long else None, opened=True)
