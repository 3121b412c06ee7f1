"""The words in a box as SVG: rows that begin at the side where the statement's script begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from argsite.diagram.box import INSET, MARK, Box, baseline
from argsite.diagram.chart import Node
from argsite.diagram.marks import mark_at
from argsite.diagram.stencil import Stencil, joined, plain
from argsite.model import Status


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
def _words(word: Sequence[str], side: int, at_side: str) -> Stencil:
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


def _rows(opening: str, rows: Sequence[str], first: int, side: int) -> Stencil:
    text = plain(opening)
    offsets: list[float] = []
    for number, row in enumerate(rows, first):
        text += f'<tspan x="%d" y="%d">{plain(escape(row, quote=False))} </tspan>'
        offsets += (side, baseline(number))
    return Stencil(f"{text}</text>", tuple(offsets))
