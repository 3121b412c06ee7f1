"""How a statement's box looks, wherever in a drawing it stands."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import NamedTuple

from argsite.diagram.box import Box, set_box
from argsite.diagram.chart import Node
from argsite.diagram.lettering import texts
from argsite.diagram.stencil import Stencil, joined
from argsite.model import Role, Status

_OUT = {Status.REBUTTED, Status.UNSUPPORTED, Status.REJECTED}

_ROUNDING = {Role.CONTENTION: 12, Role.CLAIM: 12, Role.PREMISE: 4, Role.REBUTTAL: 0}
_CUT = 9
"""How much of each corner of an undercut's box is cut off."""


class Face(NamedTuple):
    """A box without its name and its address."""

    height: int
    """Its height, px."""

    role: str
    """Its first classes."""

    opening: str
    """Its other classes, and attributes."""

    drawn: Stencil
    """Its outline and texts."""


@lru_cache(maxsize=2000)  # a statement stands in the maps of those around it
def face(look: tuple[object, ...], across: int) -> Face:
    """Return how nodes look in a box `across` px wide."""
    node = Node._make(("", "", *look, False))
    box = set_box(node, across)
    outline = _outline(node.role, _border(node), across, box.height)
    drawn = joined((outline, *texts(node, box)))
    return Face(box.height, f"node {node.role}", _opening(node, box), drawn)


def _opening(node: Node, box: Box) -> str:
    classes = " unanswered" if node.unanswered else ""
    classes += " out" if node.status in _OUT else ""
    classes += " leads" if node.leads else ""
    point = f' data-point="{node.point}"' if node.point else ""
    return f'{classes} {node.status}"{point}{_whole(node, box)}'


def _whole(node: Node, box: Box) -> str:
    """Return the text for scripts that search it, where the rows show it cut or words broken."""
    return "" if " ".join(box.lines) == node.text else f' data-text="{escape(node.text)}"'


@lru_cache(maxsize=1000)
def _outline(role: Role, border: str, across: int, down: int) -> Stencil:
    look = f'class="box" fill="none" stroke="currentColor"{border}'
    if role is not Role.UNDERCUT:
        size = f'width="{across}" height="{down}"'
        return Stencil(f'<rect {look} x="%d" y="%d" {size} rx="{_ROUNDING[role]}"/>', (0, 0))
    level, upright = across - 2 * _CUT, down - 2 * _CUT
    sides = f"M%d %dh{level}l{_CUT} {_CUT}v{upright}l-{_CUT} {_CUT}h-{level}"
    return Stencil(f'<path {look} d="{sides}l-{_CUT}-{_CUT}v-{upright}z"/>', (_CUT, 0))


def _border(node: Node) -> str:
    bold = ' stroke-width="2.6"' if node.unanswered else ""
    return bold + (' stroke-dasharray="5 4"' if node.implicit else "")
