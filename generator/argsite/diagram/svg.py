"""A diagram as SVG: boxes that are links, lines, and nothing that needs a style to be legible.

Classes and custom properties carry the colours (`7-diagram.css` of the theme), so that one drawing
serves light and dark pages, print and forced colours. Nothing has a transform of its own: browsers
move a drawing of a thousand boxes fluently only without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from argsite.diagram.box import Box
from argsite.diagram.chart import Chart, Node, Step
from argsite.diagram.lettering import texts
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
    parts = [head, *_steps(chart, skeleton, places, paths), "</g>"]
    for index, node in enumerate(chart.nodes):
        name, box = f"n{index}", boxes[index]
        corner = (places.x[name] - box.width // 2, places.top[skeleton.ranks[name]])
        parts.append(_node(node, f"{prefix}-{name}", box, corner))
    parts.append("</svg>")
    return "".join(parts)


def _steps(
    chart: Chart, skeleton: Skeleton, places: Places, paths: Sequence[Path]
) -> Iterator[str]:
    """Yield each step: a group of its lines and its junction."""
    drawn: list[list[str]] = [[] for _ in chart.steps]
    for path in paths:
        drawn[path.step].append(_line(path, chart.steps[path.step]))
    for name, rank in skeleton.ranks.items():
        if name[0] == "j":
            drawn[int(name[1:])].append(_junction((places.x[name], places.middle[rank])))
    numbers = {node.key: str(number) for number, node in enumerate(chart.nodes)}
    for step, lines in zip(chart.steps, drawn, strict=True):
        yield f"<g {_step(step, numbers)}>{''.join(lines)}</g>"


def _step(step: Step, numbers: Mapping[str, str]) -> str:
    """Return what scripts know a step by: its key, and the numbers of the boxes it joins.

    An undercut names the argument it attacks, which may have no junction of its own.
    """
    classes = f"step {step.kind}" + (" out" if step.out else "")
    classes += " indirect" if step.indirect else ""
    key = "" if step.indirect else f' data-argument="{escape(step.key)}"'
    premises = " ".join(numbers[premise] for premise in step.premises)
    target = numbers.get(step.target)
    at = f'-step="{escape(step.target)}"' if target is None else f'="{target}"'
    return f'class="{classes}"{key} data-premises="{premises}" data-target{at}'


def _line(path: Path, step: Step) -> str:
    if path.tip is None:
        return f'<path {_DOTTED} d="{path.way}"/>'
    x, y = path.tip
    right, down = path.heading
    look = _INDIRECT if step.indirect else _SOLID if step.kind is Kind.FOR else _DASHED
    line = f'<path {look} d="{path.way}"/>'
    if step.kind is Kind.FOR:
        # A triangle: back along one side, across, and home.
        ends = f"l{-9 * right - 4 * down} {-9 * down - 4 * right}l{8 * down} {8 * right}z"
        return f'{line}<path stroke="none" fill="currentColor" d="M{x} {y}{ends}"/>'
    x, y = x - 4 * right - 8 * down, y - 4 * down - 8 * right
    return f'{line}<path stroke-width="3" d="M{x} {y}l{16 * down} {16 * right}"/>'


def _junction(spot: Spot) -> str:
    x, y = spot
    return f'<circle fill="currentColor" cx="{x}" cy="{y}" r="{RADIUS - 1}"/>'


def _node(node: Node, name: str, box: Box, corner: Spot) -> str:
    classes = f"node {node.role}"
    classes += " focus" if node.focus else ""
    classes += " unanswered" if node.unanswered else ""
    classes += " out" if node.status in _OUT else ""
    classes += " leads" if node.leads else ""
    point = f' data-point="{node.point}"' if node.point else ""
    return (
        f'<a id="{name}" class="{classes} {node.status}"{point}{_whole(node, box)}'
        f' href="{escape(node.href)}">'
        f"{_shape(node, box, corner)}{texts(node, box, corner)}</a>"
    )


def _whole(node: Node, box: Box) -> str:
    """Return the text for scripts that search it, where the rows show it cut or words broken."""
    return "" if " ".join(box.lines) == node.text else f' data-text="{escape(node.text)}"'


def _shape(node: Node, box: Box, corner: Spot) -> str:
    x, y = corner
    look = f'class="box" fill="none" stroke="currentColor"{_border(node)}'
    if node.role is not Role.UNDERCUT:
        rounding = _ROUNDING[node.role]
        size = f'width="{box.width}" height="{box.height}"'
        return f'<rect {look} x="{x}" y="{y}" {size} rx="{rounding}"/>'
    across, down = box.width - 2 * _CUT, box.height - 2 * _CUT
    sides = f"M{x + _CUT} {y}h{across}l{_CUT} {_CUT}v{down}l-{_CUT} {_CUT}h-{across}"
    return f'<path {look} d="{sides}l-{_CUT}-{_CUT}v-{down}z"/>'


def _border(node: Node) -> str:
    bold = ' stroke-width="2.6"' if node.unanswered else ""
    return bold + (' stroke-dasharray="5 4"' if node.implicit else "")
