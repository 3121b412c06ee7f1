"""An essay's outline: its whole argument as a list, on several pages where it is very long."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial

from argsite import addresses
from argsite.analysis import outline
from argsite.analysis.reach import statements_below
from argsite.model import Essay
from argsite.pages.argument_list import DEEPEST, argument_rows
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.lists.parts import link_to_part, paged
from argsite.pages.map_page import roots_of, size_of
from argsite.pages.press import Page, Press

MOST = 1_000
"""Statements on a page."""

_MOST_ROOTS = 50
"""Statements that a later page begins with."""


def outline_jobs(press: Press, edition: Edition, essay: Essay) -> Iterator[Job]:
    """Yield a job for each page of an essay's outline."""
    pages: Sequence[Sequence[str]] = [()]
    if len(essay.statements) > MOST:
        pages = divided(edition, essay)
    for number, roots in enumerate(pages, 1):
        make = partial(outline_page, press, edition, essay, number, len(pages), roots)
        path = addresses.outline_part(essay.slug, number)
        yield single(path, make, repr((number, len(pages), roots)), essay=essay.slug)


def divided(edition: Edition, essay: Essay) -> list[tuple[str, ...]]:
    """Return with which statements each page of an outline begins.

    A page has room for so many rows; what is below the statements where it ends comes later.
    """
    graph, reach = edition.library.graph, edition.reach
    pages: list[tuple[str, ...]] = []
    waiting = deque(roots_of(edition, essay))
    met = set(waiting)
    while waiting:
        roots = tuple(waiting.popleft() for _ in range(min(_MOST_ROOTS, len(waiting))))
        pages.append(roots)
        rows = outline(graph, roots, DEEPEST, limit=MOST, reach=reach)
        shown = {row.statement for row in rows}
        for row in rows:
            if row.hidden:
                more = [row.statement]
                if row.statement in roots:  # it has more than a page can show of one statement
                    more = [
                        key for key in statements_below(graph, row.statement) if key not in shown
                    ]
                waiting += dict.fromkeys(key for key in more if key not in met)
                met.update(more)
    return pages


def outline_page(  # noqa: PLR0913, PLR0917 - the page, then which one of how many it is
    press: Press,
    edition: Edition,
    essay: Essay,
    number: int = 1,
    parts: int = 1,
    roots: Sequence[str] = (),
) -> Page:
    """Return a page that shows an argument as a list, everything opened.

    Without roots it is the whole argument, as long as one page has room for it.
    """
    path = partial(addresses.outline_part, essay.slug)
    desk = Desk(edition, path(number))
    which = paged(desk, number, parts)
    title = desk.words.gettext("Outline · %(essay)s", essay=essay.title)
    most = MOST if roots or _is_long(edition, essay) else None
    return press.print(
        desk.path,
        "outline.html",
        frame(desk, f"{title}, {which}" if number > 1 else title, description=essay.summary),
        essay=desk.essay_links(essay),
        size=size_of(desk.words, essay),
        paged=which,
        rows=argument_rows(desk, roots or roots_of(edition, essay), most=most, opened=True),
        previous=link_to_part(desk, path, number - 1, parts),
        next=link_to_part(desk, path, number + 1, parts),
    )


def _is_long(edition: Edition, essay: Essay) -> bool:
    """Say whether there is more below an essay than fits; that of other essays is in theirs."""
    return len(edition.reach.depths(essay.contention)) > MOST
