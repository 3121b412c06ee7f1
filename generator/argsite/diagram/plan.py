"""From a chart to what Graphviz needs to know of it, and from its answer to the drawing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from argsite.diagram.box import Box, set_box
from argsite.diagram.centre import centre
from argsite.diagram.chart import Chart
from argsite.diagram.dot import write_dot
from argsite.diagram.layout import Layout, TooSlow, lay_out_by_program, lay_out_here
from argsite.diagram.place import Spot, place
from argsite.diagram.route import route
from argsite.diagram.skeleton import Skeleton, make_skeleton
from argsite.diagram.svg import write_svg

_ACROSS = 212
_NARROW = 160
_CROWD = 6
"""From so many boxes on one rank on, they are narrow, so that seven fit on a screen."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart with everything decided but where it stands from left to right."""

    chart: Chart
    """What it shows."""

    across: int
    """Width of its boxes, px."""

    boxes: tuple[Box, ...]
    """How each node's text is set."""

    skeleton: Skeleton
    """What stands on which rank."""

    dot: str
    """What Graphviz is asked."""


def plan(chart: Chart) -> Plan:
    """Prepare a chart for layout."""
    skeleton = make_skeleton(chart)
    ranks = Counter(rank for name, rank in skeleton.ranks.items() if name[0] == "n")
    across = _NARROW if max(ranks.values(), default=0) >= _CROWD else _ACROSS
    boxes = tuple(set_box(node, across) for node in chart.nodes)
    return Plan(chart, across, boxes, skeleton, write_dot(skeleton, across))


def settle(planned: Plan, layout: Layout) -> Layout:
    """Return Graphviz' layout with each target above the middle of its reasons."""
    return Layout(centre(planned.skeleton, layout.across, planned.across))


_ABOVE = 90
"""How much is seen first of what stands above the box that a diagram is about, px."""


class Drawing(NamedTuple):
    """A finished diagram."""

    svg: str
    """The text of an `<svg>` element."""

    focus: Spot
    """Where to look first: the middle of the box that the diagram is about, and right above it."""


def draw(planned: Plan, layout: Layout) -> Drawing:
    """Return the drawing of a planned chart."""
    places = place(planned.skeleton, planned.boxes, layout.across)
    paths = route(planned.skeleton, planned.boxes, places)
    svg = write_svg(planned.chart, planned.boxes, planned.skeleton, places, paths)
    focused = (f"n{index}" for index, node in enumerate(planned.chart.nodes) if node.focus)
    ranks = planned.skeleton.ranks
    spots = ((places.x[name], places.top[ranks[name]] - _ABOVE) for name in focused)
    x, y = next(spots, (0, 0))
    return Drawing(svg, (x, max(y, 1)))


def draw_here(chart: Chart, known: dict[str, Layout]) -> Drawing:
    """Return the drawing of a chart, laid out in this process, however long that takes.

    `known` holds layouts by DOT text, settled, and is added to. LayoutError where Graphviz fails.
    """
    planned = plan(chart)
    if planned.dot not in known:
        known[planned.dot] = settle(planned, lay_out_here(planned.dot))
    return draw(planned, known[planned.dot])


def draw_by_program(
    chart: Chart, known: dict[str, Layout | TooSlow], limit_seconds: float
) -> Drawing | TooSlow:
    """Do the same with the `dot` program, which is stopped at the limit."""
    planned = plan(chart)
    if planned.dot not in known:
        layout = lay_out_by_program(planned.dot, limit_seconds)
        known[planned.dot] = settle(planned, layout) if isinstance(layout, Layout) else layout
    found = known[planned.dot]
    return draw(planned, found) if isinstance(found, Layout) else found
