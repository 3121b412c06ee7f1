"""A long outline in several parts, each of which can be read by itself.

A part that begins within lists begins with the rows that those stand under, once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argsite.analysis.outline import Part, Row

_Open = list[tuple[Part, Row]]
"""What has begun and not ended, from the outside in, with the row that began it."""


def divide(rows: Sequence[Row], most: int) -> list[tuple[Row, ...]]:
    """Return the parts of an outline, with at most so many rows each, without those repeated."""
    parts: list[tuple[Row, ...]] = []
    opened: _Open = []
    for start in range(0, len(rows), most):
        part = list(_begun(opened, rows[start]))
        for row in rows[start : start + most]:
            _follow(opened, row)
        part += rows[start + 1 : start + most]
        ends = tuple(kind for kind, _ in reversed(opened))
        part[-1] = part[-1]._replace(closes=(*part[-1].closes, *ends))
        parts.append(tuple(part))
    return parts


def _follow(opened: _Open, row: Row) -> None:
    """Note what a row begins and ends."""
    if row.begins_undercuts:
        opened.append((Part.UNDERCUTS, row))
    if row.begins_item:
        opened.append((Part.ITEM, row))
    if row.opens:
        opened.append((Part.PREMISE, row))
    del opened[len(opened) - len(row.closes) :]


def _begun(opened: _Open, first: Row) -> Iterator[Row]:
    """Yield rows that begin all that has begun, then the first row of a part."""
    item: Row | None = None
    undercuts = False
    for kind, row in opened:
        match kind:
            case Part.ITEM:
                item = row
            case Part.UNDERCUTS:
                if item:
                    yield _again(item, undercuts=undercuts, is_first=True)
                    undercuts, item = False, None
                undercuts = True
            case Part.PREMISE:
                yield _again(row, undercuts=undercuts, is_first=item is not None, opens=True)
                undercuts, item = False, None
    if item:
        yield _again(item, undercuts=undercuts, is_first=True)
        undercuts = False
    yield first._replace(begins_undercuts=True) if undercuts else first


def _again(row: Row, *, undercuts: bool, is_first: bool, opens: bool = False) -> Row:
    return row._replace(
        begins_undercuts=undercuts, begins_item=is_first, opens=opens, closes=(), hidden=0
    )
