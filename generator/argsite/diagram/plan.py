"""From a chart to what Graphviz needs to know of it, and from its answer to the drawing.

What depends on a chart's shape alone is worked out once for all charts of the shape: a `Plan`
before they are laid out, a `Sheet` after. What remains for each is its boxes and its names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from argsite.diagram.centre import centre
from argsite.diagram.chart import Chart
from argsite.diagram.dot import rows_of, write_dot
from argsite.diagram.face import face
from argsite.diagram.layout import Layout
from argsite.diagram.place import Rows, Spot, set_columns, set_heights, set_rows
from argsite.diagram.route import route
from argsite.diagram.shape import Shape
from argsite.diagram.skeleton import Skeleton, make_skeleton
from argsite.diagram.stroke import Strokes, strokes
from argsite.diagram.svg import write_svg
from argsite.diagram.tree import spread

_ACROSS = 212
_NARROW = 160
_CROWD = 6
"""From so many boxes on one rank on, they are narrow, so that seven fit on a screen."""


@dataclass(frozen=True)
class Plan:
    """Charts of one shape, before they are laid out."""

    shape: Shape
    """What they have in common."""

    across: int
    """Width of their boxes, px."""

    skeleton: Skeleton
    """What stands on which rank."""

    @cached_property
    def dot(self) -> str:
        """What Graphviz is asked, where it is needed."""
        return write_dot(self.skeleton, self.across)

    @cached_property
    def question(self) -> str:
        """What tells that from what it is asked of other plans, found without writing it."""
        return "".join([f"{self.across}\n", *rows_of(self.skeleton, self.across)])


class Sheet(NamedTuple):
    """Charts of one shape, laid out."""

    across: int
    """Width of their boxes, px."""

    width: int
    """Width of the drawing, px."""

    left: tuple[int, ...]
    """From the drawing's left side to that of each box, px."""

    rows: Rows
    """What lies between their boxes."""

    strokes: Strokes
    """Their lines."""


def plan(shape: Shape) -> Plan:
    """Prepare charts of a shape for layout."""
    skeleton = make_skeleton(shape)
    ranks = Counter(rank for name, rank in skeleton.ranks.items() if name[0] == "n")
    across = _NARROW if max(ranks.values(), default=0) >= _CROWD else _ACROSS
    return Plan(shape, across, skeleton)


def lay_out_alone(planned: Plan) -> Layout | None:
    """Return a layout for which Graphviz is not needed: that of trees; None for others."""
    across = spread(planned.skeleton, planned.across)
    return None if across is None else Layout(across)


def settle(planned: Plan, layout: Layout) -> Layout:
    """Return Graphviz' layout with each target above the middle of its reasons."""
    return Layout(centre(planned.skeleton, layout.across, planned.across))


def lay_down(planned: Plan, layout: Layout) -> Sheet:
    """Prepare charts of a shape for drawing; `layout` is settled."""
    skeleton, across = planned.skeleton, planned.across
    columns = set_columns(skeleton, across, layout.across)
    rows = set_rows(skeleton, columns.x)
    heights = set_heights(skeleton, rows)
    paths = route(skeleton, across, columns, heights)
    left = [columns.x[f"n{number}"] - across // 2 for number in range(planned.shape.boxes)]
    drawn = strokes(planned.shape, skeleton, columns, heights, paths)
    return Sheet(across, columns.width, tuple(left), rows, drawn)


_ABOVE = 90
"""How much is seen first of what stands above the box that a diagram is about, px."""


class Drawing(NamedTuple):
    """A finished diagram."""

    svg: str
    """The text of an `<svg>` element."""

    focus: Spot
    """Where to look first: the middle of the box that the diagram is about, and right above it."""


def draw(chart: Chart, sheet: Sheet) -> Drawing:
    """Return the drawing of a chart of the sheet's shape."""
    faces = [face(node.look(), sheet.across) for node in chart.nodes]
    boxes = [each.height for each in faces]
    tops, bottoms = sheet.rows.heights(boxes)
    filling = sheet.rows.filling(boxes, tops, bottoms)
    steps = sheet.strokes.drawn(chart.steps, filling)
    corners = [(x, tops[row]) for x, row in zip(sheet.left, sheet.rows.of_box, strict=True)]
    size = (sheet.width, bottoms[-1] + sheet.rows.foot)
    svg = write_svg(chart, size, steps, faces, corners)
    spots = (
        (x + sheet.across // 2, y - _ABOVE)
        for node, (x, y) in zip(chart.nodes, corners, strict=True)
        if node.focus
    )
    x, y = next(spots, (0, 0))
    return Drawing(svg, (x, max(y, 1)))
