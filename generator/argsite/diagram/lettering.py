"""The words in a box as SVG: rows that begin at the side where the statement's script begins."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from argsite.diagram.box import INSET, MARK, Box, baseline
from argsite.diagram.chart import Node
from argsite.diagram.marks import mark_at
from argsite.diagram.stencil import Stencil, joined, plain
from argsite.model import Status

_ROW = '<tspan x="%d" y="%d">'


def texts(node: Node, box: Box) -> list[Stencil]:
    """Return the rows; their corner is the left upper one of the box.

    Each row ends with a space, so that words do not run together when read out.
    """
    side = box.width - INSET if node.rtl else INSET
    # The words of the interface run from left to right, also where they stand at the right.
    at_side = ' text-anchor="end"' if node.rtl else ""
    drawn = [
        _words(box.word, side, at_side),
        _status(node.status, node.status_word, box.status_at, box.status_row),
        _rows(f"<text{_tongue(node)}>", box.lines, box.head, side),
    ]
    if box.more:
        drawn.append(_more(box.more, box.head + len(box.lines), side, at_side))
    return drawn


@lru_cache(maxsize=1000)  # there are few words, however many statements
def _words(word: tuple[str, ...], side: int, at_side: str) -> Stencil:
    opening = f'<text class="word" font-size="12" font-weight="bold"{at_side}>'
    return _rows(opening, word, 0, side)


@lru_cache(maxsize=1000)
def _status(status: Status, word: str, at: int, row: int) -> Stencil:
    y = baseline(row)
    opening = '<g class="status" fill="none" stroke="currentColor" stroke-width="1.3">'
    text = f"{plain(escape(word, quote=False))} </text>"
    place = Stencil(f'</g><text class="status" font-size="12" x="%d" y="%d">{text}', (at + MARK, y))
    return joined((Stencil(opening, ()), mark_at(status, at, y - 9), place))


@lru_cache(maxsize=1000)
def _more(more: str, row: int, side: int, at_side: str) -> Stencil:
    text = f"{plain(escape(more, quote=False))} </text>"
    return Stencil(
        f'<text class="more" font-size="12" x="%d" y="%d"{at_side}>{text}',
        (side, baseline(row)),
    )


def _tongue(node: Node) -> str:
    """Return the attributes that say in which language a statement is, and which way it runs."""
    lang = f' lang="{escape(node.language)}"' if node.language else ""
    return lang + (' direction="rtl"' if node.rtl else "")


def _rows(opening: str, rows: tuple[str, ...], first: int, side: int) -> Stencil:
    return Stencil(_texts_of_rows(opening, rows), _places_of_rows(first, len(rows), side))


@lru_cache(maxsize=2000)  # the words of a statement stand higher or lower, with more above or less
def _texts_of_rows(opening: str, rows: tuple[str, ...]) -> str:
    if not rows:
        return f"{plain(opening)}</text>"
    # No row holds the end of a line: that is where words are parted.
    text = plain(escape("\n".join(rows), quote=False)).replace("\n", f" </tspan>{_ROW}")
    return f"{plain(opening)}{_ROW}{text} </tspan></text>"


@lru_cache(maxsize=1000)
def _places_of_rows(first: int, count: int, side: int) -> tuple[float, ...]:
    rows = range(first, first + count)
    return tuple(place for row in rows for place in (side, baseline(row)))
