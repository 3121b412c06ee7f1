"""An essay's map and its outline: the whole argument on one page, drawn and as a list."""

from __future__ import annotations

from argsite import addresses
from argsite.analysis import counts, whole_view
from argsite.model import Essay
from argsite.pages.argument_list import argument_rows
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.figure import Figure, Sketch
from argsite.pages.frame import frame
from argsite.pages.press import Page, Press
from argsite.pages.wording import count

_DIAGRAM_FIRST = 25
"""Up to so many statements the diagram stands above the list: a larger one is hard to read."""

_MOST_DRAWN = 2000
"""A map of more statements is not drawn."""

_MOST_ROWS = 300
"""Statements in the list beside the map; the outline has them all."""


def map_sketch(edition: Edition, essay: Essay) -> Sketch | None:
    """Return the diagram that the map page needs; None where it would be too large to read."""
    view = whole_view(edition.graph, essay, reach=edition.reach)
    if len(view.statements) > _MOST_DRAWN:
        return None
    desk = Desk(edition, addresses.essay_map(essay.slug))
    return Sketch(desk, view, "map", f"Map of “{essay.title}”")


def map_page(press: Press, edition: Edition, essay: Essay, drawn: Figure | None) -> Page:
    """Return the page of an essay's map; `drawn` is what `map_sketch` asked for."""
    desk = Desk(edition, addresses.essay_map(essay.slug))
    rows = argument_rows(desk, _roots(edition, essay), most=_MOST_ROWS)
    pro, con = counts(edition.graph, essay.contention)
    return press.print(
        desk.path,
        "map.html",
        frame(desk, f"Map · {essay.title}", description=essay.summary, language=essay.language),
        essay=desk.essay_links(essay),
        size=_size(essay),
        figure=drawn or _too_large(essay),
        diagram_first=drawn is not None and len(essay.statements) <= _DIAGRAM_FIRST,
        rows=rows,
        rows_left_out=any(row.remark.startswith("+") for row in rows),
        pro=pro,
        con=con,
        unanswered=sum(row.unanswered for row in rows),
    )


def outline_page(press: Press, edition: Edition, essay: Essay) -> Page:
    """Return the page that shows the whole argument as a list, everything opened."""
    desk = Desk(edition, addresses.essay_outline(essay.slug))
    return press.print(
        desk.path,
        "outline.html",
        frame(desk, f"Outline · {essay.title}", description=essay.summary, language=essay.language),
        essay=desk.essay_links(essay),
        size=_size(essay),
        rows=argument_rows(desk, _roots(edition, essay), opened=True),
    )


def _roots(edition: Edition, essay: Essay) -> tuple[str, ...]:
    """Return the contention, then each claim that does not bear on it."""
    depths = edition.reach.depths(essay.contention)
    claims = (key for point in essay.points for key in point.claims)
    return (essay.contention, *(key for key in claims if key not in depths))


def _size(essay: Essay) -> str:
    statements = count(len(essay.statements), "statement")
    return f"{statements} and {count(len(essay.arguments), 'argument')}"


def _too_large(essay: Essay) -> Figure:
    return Figure(
        f"Map of “{essay.title}”",
        "",
        f"A diagram of all {len(essay.statements):,} statements would be too large to read. The "
        "outline shows them all, and each statement has a map of its surroundings on its own page.",
    )
