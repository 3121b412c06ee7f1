"""How the lines of a diagram run from box to box.

A line leaves upright, sways sideways in the gap below the rank it goes to, and arrives upright. At
a junction premises come from below; an undercut comes level, from the side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argsite.diagram.dot import LOOP
from argsite.diagram.height import Height, half_way
from argsite.diagram.place import RADIUS, Columns, Heights
from argsite.diagram.skeleton import Line, Skeleton

HEAD = 8
"""From the tip of an arrow or bar to where its line ends, px."""

_STEM = 14
"""From a rank of boxes down to where lines go sideways, so that heads have room."""

_CORNER = 12
"""Radius of a turn."""

_UPRIGHT = "V%d"
"""A line straight up or down, to a height."""

Heading = tuple[int, int]
"""A direction: right and down are 1, left and up -1."""

_UP: Heading = (0, -1)
_DOWN: Heading = (0, 1)


class Path(NamedTuple):
    """How a line is drawn."""

    step: int
    """Index of its step in the chart."""

    way: str
    """The path in SVG's notation, with `%d` for each height."""

    heights: Sequence[Height]
    """What comes there."""

    tip: tuple[int, Height] | None
    """Where it points, with an arrow or a bar; None where it ends at its own junction."""

    heading: Heading
    """The direction in which it points."""


def route(skeleton: Skeleton, box: int, columns: Columns, heights: Heights) -> tuple[Path, ...]:
    """Return the path of each line, those from a box, `box` px wide, to itself last."""
    router = _Router(skeleton, box, columns, heights)
    paths = [router.path(index, line) for index, line in enumerate(skeleton.lines)]
    paths += [router.loop(step, node) for step, node in skeleton.loops.items()]
    return tuple(paths)


@dataclass(slots=True)
class _Pen:
    """A line while it is drawn, from its lower end up."""

    x: int
    y: Height
    way: str = ""
    heights: list[Height] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.way = f"M{self.x} %d"
        self.heights.append(self.y)

    def up(self, y: Height) -> None:
        """Go straight up."""
        if y != self.y:
            self.y = y
            if self.way.endswith(_UPRIGHT):
                self.heights[-1] = y
            else:
                self.way += _UPRIGHT
                self.heights.append(y)

    def sway(self, x: int, y: Height) -> None:
        """Go up to a spot, leaving and arriving upright."""
        if x == self.x:
            self.up(y)
            return
        half = half_way(self.y, y)
        self.way += f"C{self.x} %d {x} %d {x} %d"
        self.heights += (half, half, y)
        self.x, self.y = x, y

    def turn_aside(self, x: int, y: Height) -> None:
        """Go up, turn, and go level to a spot."""
        side = 1 if x > self.x else -1
        self.up(y + _CORNER)
        self.way += f"Q{self.x} %d {self.x + side * _CORNER} %dH{x}"
        self.heights += (y, y)
        self.x, self.y = x, y

    def turn_up(self, x: int) -> None:
        """Go level, and turn upwards at `x`."""
        side = 1 if x > self.x else -1
        high = self.y - _CORNER
        self.way += f"H{x - side * _CORNER}Q{x} %d {x} %d"
        self.heights += (self.y, high)
        self.x, self.y = x, high


@dataclass(frozen=True, slots=True)
class _Router:
    skeleton: Skeleton
    box: int
    columns: Columns
    heights: Heights

    def path(self, index: int, line: Line) -> Path:
        """Draw a line."""
        columns = self.columns
        upper = columns.upper_ports[index]
        first = columns.x[line.passing[0]] if line.passing else upper
        pen, tip, heading = self._leave(line, columns.lower_ports[index], first)
        for stop in line.passing:
            rank = self.skeleton.ranks[stop]
            self._rise(pen, columns.x[stop], rank)
            pen.up(self.heights.top[rank])
        end = self._join(pen, line) if line.upper[0] == "j" else self._arrive(pen, line, upper)
        if not line.down:
            tip, heading = end
        return Path(line.step, pen.way, pen.heights, tip if line.reaches else None, heading)

    def _leave(self, line: Line, x: int, first: int) -> tuple[_Pen, tuple[int, Height], Heading]:
        """Begin at the lower end; return, too, how a line down would point there."""
        rank = self.skeleton.ranks[line.lower]
        head = HEAD if line.down and line.reaches else 0
        if line.lower[0] == "n":
            y = self.heights.top[rank]
            return _Pen(x, y - head), (x, y), _DOWN
        y = self.heights.middle[rank]
        if line.down and abs(first - x) > RADIUS + head + _CORNER:
            side = 1 if first > x else -1
            pen = _Pen(x + side * (RADIUS + head), y)
            pen.turn_up(first)
            return pen, (x + side * RADIUS, y), (-side, 0)
        return _Pen(x, y - RADIUS - head), (x, y - RADIUS), _DOWN

    def _rise(self, pen: _Pen, x: int, rank: int) -> None:
        """Cross the gap below a rank of boxes."""
        middle = self.heights.middle[rank + 1]
        if pen.y > middle:
            pen.up(middle)
        pen.sway(x, self.heights.bottom[rank] + _STEM)

    def _join(self, pen: _Pen, line: Line) -> tuple[tuple[int, Height], Heading]:
        """End at a junction: a premise from below, an undercut from the side."""
        x = self.columns.x[line.upper]
        rank = self.skeleton.ranks[line.upper]
        y = self.heights.middle[rank]
        head = HEAD if line.reaches and not line.down else 0
        # Where lines pass the ranks without a place, one may come from farther down.
        low = self.heights.top.get(rank + 1)
        if low and pen.y > low:
            pen.up(low)
        if head and abs(pen.x - x) > RADIUS + head + _CORNER:
            side = 1 if pen.x > x else -1
            pen.turn_aside(x + side * (RADIUS + head), y)
            return (x + side * RADIUS, y), (-side, 0)
        pen.sway(x, y + RADIUS + head)
        return (x, y + RADIUS), _UP

    def _arrive(self, pen: _Pen, line: Line, x: int) -> tuple[tuple[int, Height], Heading]:
        """End at the lower side of a box."""
        rank = self.skeleton.ranks[line.upper]
        self._rise(pen, x, rank)
        y = self.heights.ends[int(line.upper[1:])]
        pen.up(y + (HEAD if line.reaches and not line.down else 0))
        return (x, y), _UP

    def loop(self, step: int, node: int) -> Path:
        """Draw a line from a box to itself, on its right."""
        right = self.columns.x[f"n{node}"] + self.box // 2
        top = self.heights.top[self.skeleton.ranks[f"n{node}"]]
        low, high, far = self.heights.ends[node] - 14, top + 20, right + LOOP
        way = f"M{right} %dC{far} %d {far} %d {right + HEAD} %d"
        return Path(step, way, (low, low, high, high), (right, high), (-1, 0))
