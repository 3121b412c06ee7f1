"""Diagrams on pages: what each shows, and what stands there where drawing it took too long."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from argsite import addresses
from argsite.analysis import View
from argsite.diagram import Chart, Drawing, TooSlow
from argsite.diagram import chart as chart_of
from argsite.language import Words
from argsite.pages.desk import Desk

_SIZE = re.compile(r'<svg [^>]*?\bwidth="(\d+)" height="(\d+)"')

_UPRIGHT = (665, 850)
"""Room for a diagram on a sheet of paper (A4), px."""

_TURNED = (1030, 635)
"""The same on a sheet that is turned."""

_LEGIBLE = 0.57
"""How far a diagram may be reduced in print: its words are then 6 points high."""


class Draughtsman(Protocol):
    """Whoever draws charts, in order; see `Engine`."""

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Yield the drawing of each chart, or TooSlow."""
        ...


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

    focus_top: int = 0
    """How far from the drawing's top its reader should look at first, px."""

    @property
    def broad(self) -> bool:
        """True where it is hard to read on a sheet of paper, and less so on one that is turned."""
        size = _SIZE.match(self.svg)
        return size is not None and _is_broad(int(size[1]), int(size[2]))


@lru_cache(maxsize=5000)
def _is_broad(width: int, height: int) -> bool:
    upright, turned = (min(sheet[0] / width, sheet[1] / height) for sheet in (_UPRIGHT, _TURNED))
    return upright < min(turned, _LEGIBLE)


NO_FIGURE = Figure("", "")
"""What stands on a page of a site without diagrams: nothing."""


@dataclass(frozen=True)
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

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Key of each statement to the number of its box."""
        return {key: number for number, key in enumerate(dict.fromkeys(self.view.statements))}


def figures(engine: Draughtsman, sketches: Iterable[Sketch]) -> Iterator[Figure]:
    """Yield each diagram that is asked for, in order."""
    asked: deque[tuple[Sketch, Chart]] = deque()

    def charts() -> Iterator[Chart]:
        for sketch in sketches:
            chart = _chart(sketch)
            asked.append((sketch, chart))
            yield chart

    for drawn in engine.draw(charts()):
        sketch, chart = asked.popleft()
        if isinstance(drawn, TooSlow):
            yield Figure(chart.title, "", _too_slow(sketch.desk.words, chart, drawn))
        else:
            yield Figure(chart.title, drawn.svg, "", chart.anchor(), *drawn.focus)


def _too_slow(words: Words, chart: Chart, answer: TooSlow) -> str:
    return words.ngettext(
        "This diagram has %(count)s box and could not be laid out in %(seconds)s seconds. "
        "The outline shows the same argument as a list.",
        "This diagram has %(count)s boxes and could not be laid out in %(seconds)s seconds. "
        "The outline shows the same argument as a list.",
        len(chart.nodes),
        seconds=words.number(answer.limit_seconds),
    )


@lru_cache(maxsize=5000)
def _address(folder: str, key: str) -> str:
    """Return the address of a statement's page for pages of a folder."""
    return addresses.between(f"{folder}/{addresses.INDEX}", addresses.statement(key))


def _chart(sketch: Sketch) -> Chart:
    edition = sketch.desk.edition
    folder = sketch.desk.path.rpartition("/")[0]
    return chart_of(
        sketch.view,
        edition.graph,
        edition.standing,
        href=lambda key: _address(folder, key),
        plain=edition.plain.__getitem__,
        unanswered=edition.unanswered,
        prefix=sketch.prefix,
        title=sketch.title,
        words=sketch.desk.words,
        language=lambda key: edition.language(key.partition("/")[0]),
    )
