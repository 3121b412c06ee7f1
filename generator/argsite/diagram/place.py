"""Where everything in a diagram stands, px from the top left.

How far from the left follows from the shape of a chart (`layout.py` has Graphviz' answer), how far
from the top from the heights of its boxes. Boxes of a rank hang from one line. Between two ranks
of boxes lies a gap in two parts: in the upper one lines go sideways, in the lower one premises join
in their junction. So lines that keep their order from left to right do not cross, and no line runs
through a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argsite.diagram.dot import JUNCTION, LOOP
from argsite.diagram.height import Height, height_of
from argsite.diagram.skeleton import Skeleton

MARGIN = 6
"""Free room around the drawing, px."""

RADIUS = JUNCTION // 2
"""Radius of a junction, px."""

_SIDEWAYS = 54
"""Height of the upper part of a gap."""

_WIDER = 36
"""What is added to it where lines go far sideways, at most."""

_JOINING = 34
"""Height of the lower part, where the gap has junctions."""

_PORT = 28
"""From one line's end to the next at the side of a box."""

_FREE = 20
"""From a corner of a box to the first line's end."""

Spot = tuple[int, int]
"""Px from the left and from the top; whole ones, so that edges are sharp and the text short."""


class Columns(NamedTuple):
    """How far from the left everything stands."""

    width: int
    """Of the drawing, px."""

    x: Mapping[str, int]
    """Name of a box, junction or passing place to its centre."""

    lower_ports: Sequence[int]
    """For each line of the skeleton where its lower end is."""

    upper_ports: Sequence[int]
    """The same for its upper end."""


class Rows(NamedTuple):
    """What lies between the ranks of boxes of one shape. A row is a rank of boxes, from the top."""

    of_box: Sequence[int]
    """The row of each box."""

    sideways: Sequence[int]
    """From the bottom of each row to the centres of the junctions below it."""

    gaps: Sequence[int]
    """From the bottom of each row to the top of the next."""

    foot: int
    """From the bottom of the last row to that of the drawing."""

    def heights(self, boxes: Sequence[int]) -> tuple[list[int], list[int]]:
        """Return the top and the bottom of each row; `boxes` holds the height of each box."""
        tallest = [0] * len(self.gaps)
        for row, height in zip(self.of_box, boxes, strict=True):
            tallest[row] = max(tallest[row], height)
        tops, bottoms = [], []
        y = MARGIN
        for height, gap in zip(tallest, self.gaps, strict=True):
            tops.append(y)
            y += height
            bottoms.append(y)
            y += gap
        return tops, bottoms

    def filling(
        self, boxes: Sequence[int], tops: Sequence[int], bottoms: Sequence[int]
    ) -> list[int]:
        """Return what `Heights` are given: the top, then each row's and box's bottom."""
        ends = [tops[row] + height for row, height in zip(self.of_box, boxes, strict=True)]
        return [0, *bottoms, *ends]


class Heights(NamedTuple):
    """How far from the top everything stands, of what `Rows.filling` gives."""

    top: Mapping[int, Height]
    """Rank of boxes to where they hang from."""

    bottom: Mapping[int, Height]
    """Rank of boxes to the bottom of its tallest box."""

    middle: Mapping[int, Height]
    """Rank between boxes to the centres of its junctions; lines go sideways above."""

    ends: Sequence[Height]
    """The bottom of each box."""


def set_columns(skeleton: Skeleton, box: int, across: Mapping[str, float]) -> Columns:
    """Find how far from the left everything stands; boxes are `box` px wide.

    `across` maps each name to its centre. Everything is shifted to the left side of the drawing.
    """
    half = {name: box // 2 for name in skeleton.ranks if name[0] == "n"}
    for node in skeleton.loops.values():
        half[f"n{node}"] += LOOP
    left = min((place - half.get(name, RADIUS) for name, place in across.items()), default=0.0)
    x = {name: round(place - left) + MARGIN for name, place in across.items()}
    right = max((place + half.get(name, RADIUS) for name, place in x.items()), default=0)
    return Columns(right + MARGIN, x, *_ports(skeleton, box, x))


def set_rows(skeleton: Skeleton, x: Mapping[str, int]) -> Rows:
    """Find what lies between the ranks."""
    far = _farthest(skeleton, x)
    used = set(skeleton.ranks.values())
    first, last = _first(skeleton), max(used, default=0)
    sideways, gaps = [], []
    for rank in range(first, last + 1, 2):
        sideways.append(_SIDEWAYS + min(_WIDER, far.get(rank, 0) // 16))
        gaps.append(sideways[-1] + (_JOINING if rank + 1 in used else 0))
    boxes = sum(name[0] == "n" for name in skeleton.ranks)
    of_box = [(skeleton.ranks[f"n{box}"] - first) // 2 for box in range(boxes)]
    return Rows(of_box, sideways, gaps, MARGIN + (sideways[-1] + RADIUS if last % 2 else 0))


def set_heights(skeleton: Skeleton, rows: Rows) -> Heights:
    """Say of everything below which row or box it stands, and how far."""
    first = _first(skeleton)
    count = len(rows.gaps)
    bottoms = [height_of(1 + row) for row in range(count)]
    tops = [height_of(0, MARGIN), *(low + gap for low, gap in zip(bottoms, rows.gaps, strict=True))]
    middles = [low + aside for low, aside in zip(bottoms, rows.sideways, strict=True)]
    return Heights(
        {first + 2 * row: tops[row] for row in range(count)},
        {first + 2 * row: bottoms[row] for row in range(count)},
        {first + 2 * row + 1: middles[row] for row in range(count)},
        [height_of(1 + count + box) for box in range(len(rows.of_box))],
    )


def _first(skeleton: Skeleton) -> int:
    """Return the first rank of boxes."""
    return min(skeleton.ranks.values(), default=0) // 2 * 2


def _farthest(skeleton: Skeleton, x: Mapping[str, int]) -> dict[int, int]:
    """Return for each rank of boxes how far sideways a line goes below it, at most."""
    far: dict[int, int] = {}
    for line in skeleton.lines:
        for lower, upper in pairwise((line.lower, *line.passing, line.upper)):
            rank = skeleton.ranks[upper]
            far[rank] = max(far.get(rank, 0), abs(x[lower] - x[upper]))
    return far


def _ports(skeleton: Skeleton, box: int, x: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Return where each line meets its lower and its upper end.

    Lines that meet one side of a box do so in the order in which they come, from left to right.
    """
    lower = [x[line.lower] for line in skeleton.lines]
    upper = [x[line.upper] for line in skeleton.lines]
    tops, bottoms = _meetings(skeleton, x)
    for ports, sides in ((lower, tops), (upper, bottoms)):
        for name, meeting in sides.items():
            if len(meeting) > 1:
                apart = min(_PORT, (box - 2 * _FREE) // (len(meeting) - 1))
                left = x[name] - apart * (len(meeting) - 1) // 2
                for order, (_, index) in enumerate(sorted(meeting)):
                    ports[index] = left + order * apart
    # The only line that meets a box from below goes straight up where it nearly does.
    for meeting in bottoms.values():
        if len(meeting) == 1:
            index = meeting[0][1]
            passing = skeleton.lines[index].passing
            below = x[passing[-1]] if passing else lower[index]
            if abs(below - upper[index]) <= box // 2 - 2 * _FREE:
                upper[index] = below
    return lower, upper


_Meetings = dict[str, list[tuple[int, int]]]
"""Name of a box to the lines that meet one side of it: where each comes from, and its number."""


def _meetings(skeleton: Skeleton, x: Mapping[str, int]) -> tuple[_Meetings, _Meetings]:
    """Return what meets at the tops and at the bottoms of boxes."""
    tops: _Meetings = {}
    bottoms: _Meetings = {}
    for index, line in enumerate(skeleton.lines):
        if line.lower[0] == "n":
            next_up = line.passing[0] if line.passing else line.upper
            tops.setdefault(line.lower, []).append((x[next_up], index))
        if line.upper[0] == "n":
            next_down = line.passing[-1] if line.passing else line.lower
            bottoms.setdefault(line.upper, []).append((x[next_down], index))
    return tops, bottoms
