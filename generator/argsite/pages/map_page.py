"""An essay's map: the whole argument on one page, drawn and as a list."""

from __future__ import annotations

from argsite import addresses
from argsite.analysis import counts, whole_view
from argsite.language import Words
from argsite.model import Essay
from argsite.pages.argument_list import argument_rows
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.figure import Figure, Sketch
from argsite.pages.frame import frame
from argsite.pages.press import Page, Press

_PREFIX = "map"
"""Begins every id in the drawing."""

_MOST_DRAWN = 2000
"""A map of more statements is not drawn."""

_MOST_ROWS = 300
"""Statements in the list beside the map; the outline has them all."""


def map_sketch(edition: Edition, essay: Essay) -> Sketch | None:
    """Return the diagram that the map page needs; None where it would be too large to read."""
    if len(essay.statements) > _MOST_DRAWN:
        return None
    view = whole_view(edition.graph, essay, reach=edition.reach)
    if len(view.statements) > _MOST_DRAWN:
        return None
    desk = Desk(edition, addresses.essay_map(essay.slug))
    return Sketch(desk, view, _PREFIX, _title(desk, essay))


def place_in_map(desk: Desk, key: str, sketch: Sketch | None) -> str:
    """Return the address of a statement's box in the map of its essay, or of the map's page.

    The query tells the page's script to focus on the statement; the fragment is the box, for
    browsers without script.
    """
    slug, _, name = key.partition("/")
    page = desk.to(addresses.essay_map(slug))
    number = sketch.numbers.get(key) if sketch else None
    return page if number is None else f"{page}?focus={addresses.quoted(name)}#{_PREFIX}-n{number}"


def map_page(press: Press, edition: Edition, essay: Essay, drawn: Figure | None) -> Page:
    """Return the page of an essay's map; `drawn` is what `map_sketch` asked for."""
    desk = Desk(edition, addresses.essay_map(essay.slug))
    rows = argument_rows(desk, roots_of(edition, essay), most=_MOST_ROWS)
    pro, con = counts(edition.graph, essay.contention)
    return press.print(
        desk.path,
        "map.html",
        frame(
            desk,
            desk.words.gettext("Map · %(essay)s", essay=essay.title),
            description=essay.summary,
        ),
        essay=desk.essay_links(essay),
        size=size_of(desk.words, essay),
        figure=drawn or _too_large(desk, essay),
        rows=rows,
        rows_left_out=any(row.hidden for row in rows),
        pro=pro,
        con=con,
        unanswered=sum(row.unanswered for row in rows),
    )


def roots_of(edition: Edition, essay: Essay) -> tuple[str, ...]:
    """Return the contention, then each claim that does not bear on it."""
    depths = edition.reach.depths(essay.contention)
    claims = (key for point in essay.points for key in point.claims)
    return (essay.contention, *(key for key in claims if key not in depths))


def _title(desk: Desk, essay: Essay) -> str:
    return desk.words.gettext("Map of “%(essay)s”", essay=essay.title)


def size_of(words: Words, essay: Essay) -> str:
    """Return in words how many statements and arguments an essay has."""
    return words.listed(
        (
            words.ngettext("%(count)s statement", "%(count)s statements", len(essay.statements)),
            words.ngettext("%(count)s argument", "%(count)s arguments", len(essay.arguments)),
        )
    )


def _too_large(desk: Desk, essay: Essay) -> Figure:
    missing = desk.words.ngettext(
        "A diagram of %(count)s statement would be too large to read. The outline shows it.",
        "A diagram of all %(count)s statements would be too large to read. The outline shows them "
        "all, and each statement has a map of its surroundings on its own page.",
        len(essay.statements),
    )
    return Figure(_title(desk, essay), "", missing)
