"""Diagrams on pages: what each shows, and what stands there where drawing it took too long."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argsite import addresses
from argsite.analysis import View
from argsite.diagram import Chart, Engine, TooSlow
from argsite.diagram import chart as chart_of
from argsite.pages.desk import Desk

_TOO_SLOW = (
    "This diagram has {boxes:,} boxes and could not be laid out in {seconds:g} seconds. "
    "The outline shows the same argument as a list."
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram as a page shows it."""

    title: str
    """What it shows, in a few words."""

    svg: str
    """The drawing; empty where there is none."""

    missing: str = ""
    """Why there is no drawing, in a sentence."""

    focus: str = ""
    """Id of the box that the drawing is about."""

    focus_left: int = 0
    """How far from the drawing's left side that box has its middle, px."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A diagram that a page asks for."""

    desk: Desk
    """The page that it will stand on."""

    view: View
    """What it shows."""

    prefix: str
    """Begins every id in it; unique on its page."""

    title: str
    """What it shows, in a few words."""


def figures(engine: Engine, sketches: Iterable[Sketch]) -> Iterator[Figure]:
    """Yield each diagram that is asked for, in order."""
    asked: deque[Chart] = deque()

    def charts() -> Iterator[Chart]:
        for sketch in sketches:
            asked.append(_chart(sketch))
            yield asked[-1]

    for drawn in engine.draw(charts()):
        chart = asked.popleft()
        if isinstance(drawn, TooSlow):
            seconds, boxes = drawn.limit_seconds, len(chart.nodes)
            yield Figure(chart.title, "", _TOO_SLOW.format(boxes=boxes, seconds=seconds))
        else:
            yield Figure(chart.title, drawn.svg, focus=chart.anchor(), focus_left=drawn.focus)


def _chart(sketch: Sketch) -> Chart:
    edition = sketch.desk.edition
    return chart_of(
        sketch.view,
        edition.graph,
        edition.standing,
        href=lambda key: sketch.desk.to(addresses.statement(key)),
        plain=edition.plain.__getitem__,
        unanswered=edition.unanswered,
        prefix=sketch.prefix,
        title=sketch.title,
    )
