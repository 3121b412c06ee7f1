"""A diagram as SVG: boxes that are links, lines, and nothing that needs a style to be legible.

Classes and custom properties carry the colours (`diagram.css` of the theme), so that one drawing
serves light and dark pages, print and forced colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from argsite.diagram.box import INSET, MARK, Box, baseline
from argsite.diagram.chart import Chart, Node, Step
from argsite.diagram.marks import MARKS
from argsite.diagram.place import RADIUS, Places, Spot
from argsite.diagram.route import Path
from argsite.diagram.skeleton import Skeleton
from argsite.model import Kind, Role, Status

_OUT = {Status.REBUTTED, Status.UNSUPPORTED, Status.REJECTED}

_ROUNDING = {Role.CONTENTION: 12, Role.CLAIM: 12, Role.PREMISE: 4, Role.REBUTTAL: 0}
_CUT = 9
"""How much of each corner of an undercut's box is cut off."""

_DOTTED = 'stroke-width="2" stroke-linecap="round" stroke-dasharray=".1 4.5"'
_DASHED = 'stroke-width="1.6" stroke-dasharray="6 4"'
_SOLID = 'stroke-width="1.6"'
_INDIRECT = 'stroke-width="1.6" stroke-dasharray="14 4 2 4"'


def write_svg(
    chart: Chart, boxes: Sequence[Box], skeleton: Skeleton, places: Places, paths: Sequence[Path]
) -> str:
    """Return the drawing of a chart as the text of an `<svg>` element."""
    prefix = escape(chart.prefix)
    size = f'width="{places.width}" height="{places.height}"'
    head = (
        f'<svg class="diagram" xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {places.width} {places.height}" role="group"'
        f' aria-labelledby="{prefix}-title {prefix}-desc" direction="ltr" fill="currentColor"'
        ' font-family="Arial, Liberation Sans, Helvetica, sans-serif" font-size="14">'
        f'<title id="{prefix}-title">{escape(chart.title)}</title>'
        f'<desc id="{prefix}-desc">{escape(chart.description)}</desc>'
        '<g aria-hidden="true" fill="none" stroke="currentColor">'
    )
    parts = [head]
    parts += [_line(path, chart.steps[path.step]) for path in paths]
    parts += [
        _junction(chart.steps[int(name[1:])], (places.x[name], places.middle[rank]))
        for name, rank in skeleton.ranks.items()
        if name[0] == "j"
    ]
    parts.append("</g>")
    for index, node in enumerate(chart.nodes):
        name, box = f"n{index}", boxes[index]
        corner = (places.x[name] - box.width // 2, places.top[skeleton.ranks[name]])
        parts.append(_node(node, f"{prefix}-{name}", box, corner))
    parts.append("</svg>")
    return "".join(parts)


def _step_class(step: Step) -> str:
    side = "for" if step.kind is Kind.FOR else "against"
    return f"{side} out" if step.out else side


def _line(path: Path, step: Step) -> str:
    name = _step_class(step)
    if path.tip is None:
        return f'<path class="{name}" {_DOTTED} d="{path.way}"/>'
    x, y = path.tip
    right, down = path.heading
    look = _INDIRECT if step.indirect else _SOLID if step.kind is Kind.FOR else _DASHED
    line = f'<path class="{name}" {look} d="{path.way}"/>'
    if step.kind is Kind.FOR:
        # A triangle: back along one side, across, and home.
        ends = f"l{-9 * right - 4 * down} {-9 * down - 4 * right}l{8 * down} {8 * right}z"
        head = f'stroke="none" fill="currentColor" d="M{x} {y}{ends}"'
        return f'{line}<path class="{name}" {head}/>'
    x, y = x - 4 * right - 8 * down, y - 4 * down - 8 * right
    bar = f'stroke-width="3" d="M{x} {y}l{16 * down} {16 * right}"'
    return f'{line}<path class="{name}" {bar}/>'


def _junction(step: Step, spot: Spot) -> str:
    x, y = spot
    name = _step_class(step)
    return f'<circle class="{name}" fill="currentColor" cx="{x}" cy="{y}" r="{RADIUS - 1}"/>'


def _node(node: Node, name: str, box: Box, corner: Spot) -> str:
    x, y = corner
    classes = f"node {node.role}"
    classes += " focus" if node.focus else ""
    classes += " unanswered" if node.unanswered else ""
    classes += " out" if node.status in _OUT else ""
    return (
        f'<a id="{name}" class="{classes}" href="{escape(node.href)}"'
        f' transform="translate({x} {y})">{_shape(node, box)}{_texts(node, box)}</a>'
    )


def _texts(node: Node, box: Box) -> str:
    """Return the rows; each ends with a space, so that words do not run together when read out."""
    status = baseline(box.status_row)
    texts = (
        f'<text class="word" font-size="12" font-weight="bold">{_rows(box.word, 0)}</text>'
        f'<g class="status" fill="none" stroke="currentColor" stroke-width="1.3"'
        f' transform="translate({box.status_at} {status - 9})">{MARKS[node.status]}</g>'
        f'<text class="status" font-size="12" x="{box.status_at + MARK}" y="{status}">'
        f"{node.status} </text><text>{_rows(box.lines, box.head)}</text>"
    )
    if box.more:
        y = baseline(box.head + len(box.lines))
        texts += f'<text class="more" font-size="12" x="{INSET}" y="{y}">{box.more} </text>'
    return texts


def _rows(rows: Sequence[str], first: int) -> str:
    return "".join(
        f'<tspan x="{INSET}" y="{baseline(place)}">{escape(row, quote=False)} </tspan>'
        for place, row in enumerate(rows, first)
    )


def _shape(node: Node, box: Box) -> str:
    look = f'class="box" fill="none" stroke="currentColor"{_border(node)}'
    if node.role is not Role.UNDERCUT:
        rounding = _ROUNDING[node.role]
        return f'<rect {look} width="{box.width}" height="{box.height}" rx="{rounding}"/>'
    across, down = box.width - 2 * _CUT, box.height - 2 * _CUT
    sides = f"M{_CUT} 0h{across}l{_CUT} {_CUT}v{down}l-{_CUT} {_CUT}h-{across}"
    return f'<path {look} d="{sides}l-{_CUT}-{_CUT}v-{down}z"/>'


def _border(node: Node) -> str:
    bold = ' stroke-width="2.6"' if node.unanswered else ""
    return bold + (' stroke-dasharray="5 4"' if node.implicit else "")
