"""A diagram as SVG: boxes that are links, lines, and nothing that needs a style to be legible.

Classes and custom properties carry the colours (`7-diagram.css` of the theme), so that one drawing
serves light and dark pages, print and forced colours. Nothing has a transform of its own: browsers
move a drawing of a thousand boxes fluently only without.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from argsite.diagram.chart import Chart
from argsite.diagram.face import Face
from argsite.diagram.place import Spot
from argsite.diagram.stroke import escaped


def write_svg(
    chart: Chart,
    size: Spot,
    steps: str,
    faces: Sequence[Face],
    corners: Sequence[Spot],
) -> str:
    """Return the drawing of a chart as the text of an `<svg>` element.

    `steps` holds the lines of all steps, `corners` where each box begins.
    """
    prefix = escape(chart.prefix)
    width, height = size
    head = (
        f'<svg class="diagram" xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="group"'
        f' aria-labelledby="{prefix}-title {prefix}-desc" direction="ltr" fill="currentColor"'
        ' font-family="Arial, Liberation Sans, Helvetica, sans-serif" font-size="14">'
        f'<title id="{prefix}-title">{escape(chart.title)}</title>'
        f'<desc id="{prefix}-desc">{escape(chart.description)}</desc>'
        '<g aria-hidden="true" fill="none" stroke="currentColor">'
    )
    parts = [head, steps, "</g>"]
    for number, (node, face, corner) in enumerate(zip(chart.nodes, faces, corners, strict=True)):
        href = escaped(node.href)
        classes = f"{face.role} focus" if node.focus else face.role
        parts.append(
            f'<a id="{prefix}-n{number}" class="{classes}{face.opening} href="{href}">'
            f"{face.drawn.at(corner)}</a>"
        )
    parts.append("</svg>")
    return "".join(parts)
