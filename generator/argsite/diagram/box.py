"""How one statement is set in its box: the rows of text and the room they take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor
from typing import NamedTuple

from argsite.diagram.chart import Node
from argsite.diagram.measure import width, wrap

TEXT = 14.0
"""Size of the statement's text, px."""

SMALL = 12.0
"""Size of the words above and below it, px."""

LINE = 18
"""Height of a row, px."""

INSET = 12
"""From the side of the box to its text, px."""

MARK = 14
"""Width of the drawn mark before the status, px, with the space behind it."""

_ABOVE = 7
_BELOW = 9
_GAP = 10
_MOST_LINES = 7
_MOST_ROWS_OF_PART = 3
_DOT = " · "


class Box(NamedTuple):
    """A node's text in rows."""

    word: tuple[str, ...]
    """Rows of the words above the statement."""

    status_at: int
    """Where the mark of the status begins, px from the left side of the box."""

    status_row: int
    """The row of the status: the first, or its own below the words."""

    head: int
    """How many rows words and status take."""

    lines: tuple[str, ...]
    """Rows of the statement."""

    more: str
    """The last row, `+12 more`; may be empty."""

    width: int
    """Width of the box, px."""

    height: int
    """Height of the box, px."""


def set_box(node: Node, across: int) -> Box:
    """Set a node's text in a box `across` px wide."""
    heading = _set_heading(node.word, node.status_word, across, node.rtl)
    lines = wrap(node.text, TEXT, across - 2 * INSET, _MOST_LINES)
    rows = heading.rows + len(lines) + bool(node.more)
    return Box(
        heading.word,
        heading.status_at,
        heading.status_row,
        heading.rows,
        lines,
        node.more,
        across,
        _ABOVE + rows * LINE + _BELOW,
    )


class _Heading(NamedTuple):
    """What stands above a statement."""

    word: tuple[str, ...]
    status_at: int
    status_row: int
    rows: int


@lru_cache(maxsize=1000)  # there are few words, however many statements
def _set_heading(word: str, status_word: str, across: int, rtl: bool) -> _Heading:  # noqa: FBT001 - the key
    """Set the words above a statement, with its status beside them or below."""
    room = across - 2 * INSET
    status = MARK + width(status_word, SMALL)
    beside = room - status - _GAP
    parts = word.split(_DOT)
    own_row = max(width(part, SMALL, bold=True) for part in parts) > beside
    rows = _rows_of_word(parts, room if own_row else beside)
    head = max(1, len(rows)) + own_row
    at = INSET if own_row is not rtl else floor(across - INSET - status)
    return _Heading(rows, at, head - 1 if own_row else 0, head)


def _rows_of_word(parts: Sequence[str], room: float) -> tuple[str, ...]:
    """Put as many of the words in each row as fit; one that is too long by itself is broken."""
    rows: list[str] = []
    for part in parts:
        joined = f"{rows[-1]}{_DOT}{part}" if rows else part
        if rows and width(joined, SMALL, bold=True) <= room:
            rows[-1] = joined
        else:
            rows += wrap(part, SMALL, room, _MOST_ROWS_OF_PART, bold=True)
    return tuple(rows)


def baseline(row: int) -> int:
    """Return the baseline of a row, from 0, in px from the top of its box."""
    return _ABOVE + row * LINE + 13
