"""The words in a box as SVG: rows that begin at the side where the statement's script begins."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from argsite.diagram.box import INSET, MARK, Box, baseline
from argsite.diagram.chart import Node
from argsite.diagram.marks import mark_at
from argsite.diagram.place import Spot


def texts(node: Node, box: Box, corner: Spot) -> str:
    """Return the rows; each ends with a space, so that words do not run together when read out."""
    left, top = corner
    side = left + (box.width - INSET if node.rtl else INSET)
    # The words of the interface run from left to right, also where they stand at the right.
    at_side = ' text-anchor="end"' if node.rtl else ""
    status_at, status = left + box.status_at, top + baseline(box.status_row)
    drawn = (
        f'<text class="word" font-size="12" font-weight="bold"{at_side}>'
        f"{_rows(box.word, 0, (side, top))}</text>"
        f'<g class="status" fill="none" stroke="currentColor" stroke-width="1.3">'
        f"{mark_at(node.status, status_at, status - 9)}</g>"
        f'<text class="status" font-size="12" x="{status_at + MARK}" y="{status}">'
        f"{escape(node.status_word, quote=False)} </text>"
        f"<text{_tongue(node)}>{_rows(box.lines, box.head, (side, top))}</text>"
    )
    if box.more:
        y = top + baseline(box.head + len(box.lines))
        more = escape(box.more, quote=False)
        drawn += f'<text class="more" font-size="12" x="{side}" y="{y}"{at_side}>{more} </text>'
    return drawn


def _tongue(node: Node) -> str:
    """Return the attributes that say in which language a statement is, and which way it runs."""
    lang = f' lang="{escape(node.language)}"' if node.language else ""
    return lang + (' direction="rtl"' if node.rtl else "")


def _rows(rows: Sequence[str], first: int, corner: Spot) -> str:
    side, top = corner
    return "".join(
        f'<tspan x="{side}" y="{top + baseline(place)}">{escape(row, quote=False)} </tspan>'
        for place, row in enumerate(rows, first)
    )
