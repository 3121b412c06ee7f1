"""Where everything in a diagram stands, px from the top left.

Graphviz has said how far from the left (`layout.py`); the heights follow from the boxes. Boxes of
a rank hang from one line. Between two ranks of boxes lies a gap in two parts: in the upper one
lines go sideways, in the lower one premises join in their junction. So lines that keep their order
from left to right do not cross, and no line runs through a box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argsite.diagram.box import Box
from argsite.diagram.dot import JUNCTION, LOOP
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


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands."""

    width: int
    """Of the drawing, px."""

    height: int
    """Of the drawing, px."""

    x: Mapping[str, int]
    """Name of a box, junction or passing place to its centre from the left."""

    top: Mapping[int, int]
    """Rank of boxes to where they hang from."""

    bottom: Mapping[int, int]
    """Rank of boxes to the bottom of its tallest box."""

    middle: Mapping[int, int]
    """Rank between boxes to the centres of its junctions; lines go sideways above."""

    lower_ports: Sequence[int]
    """For each line of the skeleton how far from the left its lower end is."""

    upper_ports: Sequence[int]
    """The same for its upper end."""


def place(skeleton: Skeleton, boxes: Sequence[Box], across: Mapping[str, float]) -> Places:
    """Find a place for everything; `across` maps each name to its centre from the left."""
    x, width = _columns(skeleton, boxes, across)
    top, bottom, middle = _rows(skeleton, boxes, _farthest(skeleton, x))
    last = max(skeleton.ranks.values(), default=0)
    low = max([*bottom.values(), middle[last] + RADIUS if last % 2 else 0])
    lower, upper = _ports(skeleton, boxes, x)
    return Places(width, low + MARGIN, x, top, bottom, middle, lower, upper)


def _columns(
    skeleton: Skeleton, boxes: Sequence[Box], across: Mapping[str, float]
) -> tuple[dict[str, int], int]:
    """Shift everything to the left side of the drawing; return the places and its width."""
    half = {f"n{index}": box.width // 2 for index, box in enumerate(boxes)}
    for node in skeleton.loops.values():
        half[f"n{node}"] += LOOP
    left = min((place - half.get(name, RADIUS) for name, place in across.items()), default=0.0)
    x = {name: round(place - left) + MARGIN for name, place in across.items()}
    right = max((place + half.get(name, RADIUS) for name, place in x.items()), default=0)
    return x, right + MARGIN


def _farthest(skeleton: Skeleton, x: Mapping[str, int]) -> dict[int, int]:
    """Return for each rank of boxes how far sideways a line goes below it, at most."""
    far: dict[int, int] = {}
    for line in skeleton.lines:
        for lower, upper in pairwise((line.lower, *line.passing, line.upper)):
            rank = skeleton.ranks[upper]
            far[rank] = max(far.get(rank, 0), abs(x[lower] - x[upper]))
    return far


def _rows(
    skeleton: Skeleton, boxes: Sequence[Box], far: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """Stack the ranks; return top and bottom of those of boxes, and the middle of the others."""
    tallest: dict[int, int] = {}
    for index, box in enumerate(boxes):
        rank = skeleton.ranks[f"n{index}"]
        tallest[rank] = max(tallest.get(rank, 0), box.height)
    used = set(skeleton.ranks.values())
    top: dict[int, int] = {}
    bottom: dict[int, int] = {}
    middle: dict[int, int] = {}
    y = MARGIN
    for rank in range(min(used, default=0) // 2 * 2, max(used, default=0) + 1, 2):
        top[rank] = y
        bottom[rank] = y + tallest.get(rank, 0)
        middle[rank + 1] = bottom[rank] + _SIDEWAYS + min(_WIDER, far.get(rank, 0) // 16)
        y = middle[rank + 1] + (_JOINING if rank + 1 in used else 0)
    return top, bottom, middle


def _ports(
    skeleton: Skeleton, boxes: Sequence[Box], x: Mapping[str, int]
) -> tuple[list[int], list[int]]:
    """Return where each line meets its lower and its upper end.

    Lines that meet one side of a box do so in the order in which they come, from left to right.
    """
    tops: dict[str, list[tuple[int, int]]] = {}
    bottoms: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(skeleton.lines):
        next_up = line.passing[0] if line.passing else line.upper
        next_down = line.passing[-1] if line.passing else line.lower
        tops.setdefault(line.lower, []).append((x[next_up], index))
        bottoms.setdefault(line.upper, []).append((x[next_down], index))
    lower = [0] * len(skeleton.lines)
    upper = [0] * len(skeleton.lines)
    for ports, sides in ((lower, tops), (upper, bottoms)):
        for name, meeting in sides.items():
            room = boxes[int(name[1:])].width - 2 * _FREE if name[0] == "n" else 0
            apart = min(_PORT, room // max(1, len(meeting) - 1))
            left = x[name] - apart * (len(meeting) - 1) // 2
            for order, (_, index) in enumerate(sorted(meeting)):
                ports[index] = left + order * apart
    _straighten(skeleton, boxes, x, lower, upper)
    return lower, upper


def _straighten(
    skeleton: Skeleton,
    boxes: Sequence[Box],
    x: Mapping[str, int],
    lower: Sequence[int],
    upper: list[int],
) -> None:
    """Let the only line that meets a box from below go straight up where it nearly does."""
    meeting = Counter(line.upper for line in skeleton.lines)
    for index, line in enumerate(skeleton.lines):
        if line.upper[0] == "n" and meeting[line.upper] == 1:
            below = x[line.passing[-1]] if line.passing else lower[index]
            if abs(below - upper[index]) <= boxes[int(line.upper[1:])].width // 2 - 2 * _FREE:
                upper[index] = below
