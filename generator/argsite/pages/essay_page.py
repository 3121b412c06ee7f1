"""An essay's page: opening, contention with its overview, the numbered points, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from argsite import addresses
from argsite.analysis import counts, overview, point_view
from argsite.check.quotes import place_of, prose_of
from argsite.language import Words
from argsite.model import Essay, Library, Point
from argsite.pages import cite, metadata
from argsite.pages.anchors import point_anchor, quote_anchor
from argsite.pages.argument_list import rows_above_points, rows_of_point
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.figure import Figure, Sketch
from argsite.pages.frame import frame
from argsite.pages.links import ListRow, StatementLink, TextLink
from argsite.pages.lists.unanswered import unanswered
from argsite.pages.press import Page, Press
from argsite.pages.remarks import Remarks

_MOST_ROWS = 150
"""Statements in the lists of a point's claims, shared among them; the outline has them all."""

_FEWEST_ROWS = 10
"""Statements in the list of a claim that shares the point with very many."""


class EssayFacts(NamedTuple):
    """An essay as its own page shows it."""

    title: str
    """Its title."""

    subtitle: str
    """Its second title."""

    kicker: str
    """What kind of thing it is, and how large."""

    byline: tuple[str, ...]
    """Author and date."""

    prose: str
    """The opening, as HTML."""

    map: str
    """Address of the map of the whole essay."""

    outline: str
    """Address of the outline."""

    data: str
    """Address of its data."""

    unanswered: TextLink | None
    """How many objections nothing answers, and where they are listed; None where all are."""

    permalink: str
    """The page's address: in full where the site knows its own."""


class ClaimPart(NamedTuple):
    """A claim with the argument about it."""

    link: StatementLink
    """The claim."""

    why: str
    """Why it fares as it does, as HTML."""

    rows: tuple[ListRow, ...]
    """What is said about it, as a nested list; empty where nothing is."""

    pro: int
    """How many arguments speak for it."""

    con: int
    """How many speak against it."""

    unanswered: int
    """How many objections below it nothing answers."""


class PointPart(NamedTuple):
    """A numbered point on the page."""

    number: int
    """Its number."""

    title: str
    """Its heading."""

    anchor: str
    """Its id on the page."""

    href: str
    """Address of its main claim's page."""

    prose: str
    """The essay's words, as HTML."""

    claims: tuple[ClaimPart, ...]
    """What it argues for."""

    figure: Figure
    """Its map."""


def essay_sketches(edition: Edition, essay: Essay) -> Iterator[Sketch]:
    """Yield the diagrams that the page needs: the overview, then a map for each point."""
    desk = Desk(edition, addresses.essay(essay.slug))
    view = overview(edition.graph, essay, reach=edition.reach)
    yield Sketch(desk, view, "overview", desk.words.gettext("The contention and the points"))
    for point in essay.points:
        view = point_view(edition.graph, point.claims, reach=edition.reach)
        name = f"{point_anchor(point.number)}-map"
        title = desk.words.gettext("Point %(number)s", number=point.number)
        yield Sketch(desk, view, name, title)


def essay_page(press: Press, edition: Edition, essay: Essay, drawn: Sequence[Figure]) -> Page:
    """Return an essay's page; `drawn` holds what `essay_sketches` asked for."""
    desk = Desk(edition, addresses.essay(essay.slug))
    site = edition.library.site
    quotes = _quotes(edition.library, essay)
    position = edition.library.essays.index(essay)
    others = edition.library.essays
    around = frame(
        desk,
        essay.title,
        description=essay.summary,
        metadata=metadata.of_essay(edition, essay),
    )
    remarks = Remarks(press, desk, around, essay.slug)
    return press.print(
        desk.path,
        "essay.html",
        around,
        essay=_facts(desk, essay, quotes.get(0, {}), remarks),
        contention=_claim_part(
            desk,
            essay.contention,
            rows_above_points(desk, essay.contention, most=_MOST_ROWS),
        ),
        overview=drawn[0],
        points=[
            _point_part(desk, point, figure, quotes.get(point.number, {}), remarks)
            for point, figure in zip(essay.points, drawn[1:], strict=True)
        ],
        citation=cite.essay(site, essay, edition.plain[essay.contention], desk.words),
        previous=_essay_link(desk, others[position - 1]) if position else None,
        next=_essay_link(desk, others[position + 1]) if position + 1 < len(others) else None,
    )


def _facts(desk: Desk, essay: Essay, quotes: Mapping[str, str], remarks: Remarks) -> EssayFacts:
    prose = essay.prose.text if essay.prose else ""
    words = desk.words
    number = len(essay.points)
    points = words.ngettext("Essay in %(count)s point", "Essay in %(count)s points", number)
    statements = words.ngettext(
        "%(count)s statement", "%(count)s statements", len(essay.statements)
    )
    return EssayFacts(
        title=essay.title,
        subtitle=essay.subtitle,
        kicker=f"{points} · {statements}" if number else statements,
        byline=_byline(words, essay),
        prose=desk.block(
            prose, essay.slug, under=1, prefix="opening", quotes=quotes, remark=remarks
        ),
        map=desk.to(addresses.essay_map(essay.slug)),
        outline=desk.to(addresses.essay_outline(essay.slug)),
        data=desk.to(addresses.essay_data(essay.slug)),
        unanswered=unanswered(desk, essay),
        permalink=desk.permalink(),
    )


def _byline(words: Words, essay: Essay) -> tuple[str, ...]:
    changed = essay.updated and words.gettext("Updated %(day)s", day=words.day(essay.updated))
    facts = (words.listed(essay.authors), words.day(essay.date), changed)
    return tuple(fact for fact in facts if fact)


def _point_part(
    desk: Desk, point: Point, figure: Figure, quotes: Mapping[str, str], remarks: Remarks
) -> PointPart:
    anchor = point_anchor(point.number)
    essay = desk.edition.essays[desk.path.split("/")[0]]
    claims = {claim: each.number for each in essay.points for claim in each.claims}
    prose = point.prose.text if point.prose else ""
    most = max(_FEWEST_ROWS, _MOST_ROWS // len(point.claims))
    return PointPart(
        number=point.number,
        title=point.title,
        anchor=anchor,
        href=desk.to(addresses.statement(point.claims[0])),
        prose=desk.block(prose, essay.slug, under=2, prefix=anchor, quotes=quotes, remark=remarks),
        claims=tuple(
            _claim_part(desk, key, rows_of_point(desk, key, claims, most=most))
            for key in point.claims
        ),
        figure=figure,
    )


def _claim_part(desk: Desk, key: str, rows: tuple[ListRow, ...]) -> ClaimPart:
    pro, con = counts(desk.edition.graph, key)
    return ClaimPart(
        link=desk.link(key),
        why=desk.why(key),
        rows=rows,
        pro=pro,
        con=con,
        unanswered=sum(row.unanswered for row in rows),
    )


def _essay_link(desk: Desk, essay: Essay) -> TextLink:
    title = desk.named(escape(essay.title, quote=False), essay.slug)
    return TextLink(desk.to(addresses.essay(essay.slug)), title)


def _quotes(library: Library, essay: Essay) -> dict[int, dict[str, str]]:
    """Return the quoted passages by point (0: the opening), by the id that marks them."""
    quoting = [each for each in essay.statements if each.quote]
    prose = prose_of(essay, library.passages) if quoting else {}
    found: dict[int, dict[str, str]] = {}
    for statement in quoting:
        place = place_of(statement, prose)
        if place is not None and statement.quote:
            found.setdefault(place, {})[quote_anchor(statement)] = statement.quote.text
    return found
