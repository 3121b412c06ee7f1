"""The argument as a nested list: rows that a template renders by looping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argsite.analysis import Reach, Row, outline
from argsite.diagram import relation
from argsite.language import Words
from argsite.model import Argument, Graph, Kind, Statement
from argsite.pages.desk import Desk
from argsite.pages.links import ListRow

_MOST_OPENED = 14
"""A list of up to so many rows comes opened; of a longer one only the first level shows."""

DEEPEST = 8
"""Lists nest so deep; the rest follows below, since on a phone no room is left for words."""


def argument_rows(
    desk: Desk, roots: Iterable[str], *, most: int | None = None, opened: bool = False
) -> tuple[ListRow, ...]:
    """Return the argument about the statements `roots`, each of them a row of its own.

    At most `most` rows, whole levels at a time; `opened` unfolds everything.
    """
    edition = desk.edition
    rows = outline(edition.graph, roots, DEEPEST, limit=most, reach=edition.reach)
    opened = opened or len(rows) <= _MOST_OPENED
    return tuple([_row(desk, row, opened=opened) for row in rows])


def list_rows(desk: Desk, rows: Iterable[Row]) -> tuple[ListRow, ...]:
    """Return rows of an outline as a page shows them, everything unfolded."""
    return tuple(_row(desk, row, opened=True) for row in rows)


def rows_above_points(desk: Desk, contention: str, *, most: int) -> tuple[ListRow, ...]:
    """Return what bears on a contention, down to the claims of the points, which go on from there.

    At most `most` rows, whole levels at a time.
    """
    graph = _above_points(desk.edition.graph, contention)
    rows = outline(graph, (contention,), DEEPEST, limit=most, reach=Reach(graph))
    opened = len(rows) <= _MOST_OPENED
    statements = desk.edition.graph.statements
    points = [statements[row.statement].point for row in rows]
    pairs = zip(rows, points, strict=True)
    return _without_root([_row(desk, row, opened=opened, continued=point) for row, point in pairs])


def _above_points(graph: Graph, contention: str) -> Graph:
    """Return what bears on a contention, without what bears on statements of points."""
    found: dict[str, Statement] = {}
    steps: dict[str, Argument] = {}
    waiting = [contention]
    while waiting:
        key = waiting.pop()
        statement = graph.statements.get(key)
        if key in found or (statement and found.setdefault(key, statement).point):
            continue
        for step in graph.bearing_on(key):
            steps[step.key] = step
            waiting += (*step.premises, step.key)
    return Graph.of(found.values(), steps.values())


def rows_of_point(
    desk: Desk, claim: str, points: Mapping[str, int], *, most: int
) -> tuple[ListRow, ...]:
    """Return the argument about a claim of a point, without the claim itself.

    `points` has the essay's claims, each with its point's number: there, what bears on it is
    printed, and not here again.
    """
    edition = desk.edition
    rows = outline(edition.graph, (claim,), DEEPEST, limit=most, reach=edition.reach)
    opened = len(rows) <= _MOST_OPENED
    elsewhere = [points.get(row.statement, 0) if row.opens else 0 for row in rows]
    pairs = zip(rows, elsewhere, strict=True)
    return _without_root([_row(desk, row, opened=opened, printed=number) for row, number in pairs])


def _without_root(rows: Sequence[ListRow]) -> tuple[ListRow, ...]:
    """Return rows without the first, the statement that they are about."""
    first, *rest = rows
    if not first.opens:
        return ()
    # The list of the first row is the list itself; what it would close is closed around it.
    last = next((place for place, row in enumerate(rest) if row.kind == "root"), len(rest)) - 1
    end = rest[last]
    rest[last] = end._replace(closes=end.closes[:-2])
    return tuple(rest)


def _row(desk: Desk, row: Row, *, opened: bool, continued: int = 0, printed: int = 0) -> ListRow:
    """Return a row; other lists of the page's folder have many of the same.

    `continued` is the point that goes on with it, `printed` the one that prints the list below.
    """
    link = desk.link(row.statement)
    opened = row.opens and (opened or not row.depth)
    kind = row.kind
    unanswered = (
        kind is not Kind.FOR and not row.position and row.argument in desk.edition.unanswered
    )
    name = (
        row.statement,
        " ".join((kind or "root", *row.closes)),
        row.position > 0,
        row.begins_undercuts,
        row.opens,
        opened,
        row.pro,
        row.con,
        unanswered,
        row.hidden,
        row.again,
        row.continues,
        continued,
        printed,
    )
    known = desk.rows
    found = known.get(name)
    if found is None:
        found = known[name] = ListRow(
            link=link,
            word=_word(desk.words, row),
            kind=str(kind) if kind else "root",
            begins_item=row.begins_item,
            begins_undercuts=row.begins_undercuts,
            opens=row.opens,
            opened=opened,
            closes=tuple(str(part) for part in row.closes),
            pro=row.pro,
            con=row.con,
            unanswered=unanswered,
            hidden=row.hidden,
            remark=_remark(desk.words, row) or _argued_in(desk.words, continued),
            in_print=_argued_in(desk.words, printed),
        )
    return found


def _argued_in(words: Words, point: int) -> str:
    return words.gettext("argued in point %(number)s", number=point) if point else ""


def _word(words: Words, row: Row) -> str:
    if row.kind is None:
        return ""
    return words.gettext("and") if row.position else relation(words, row.kind)


def _remark(words: Words, row: Row) -> str:
    if row.again and (row.pro or row.con):
        return words.gettext("argued above")
    if row.continues:
        return words.gettext("continued below")
    return words.ngettext("+%(count)s more", "+%(count)s more", row.hidden) if row.hidden else ""
