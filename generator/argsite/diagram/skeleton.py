"""Which boxes, junctions and passing lines a diagram has, and on which rank each stands.

Boxes stand on even ranks, from 0 at the top; junctions, in which linked premises meet and at which
undercuts aim, stand on the odd ranks between. A line that passes a rank of boxes gets a place on
it, so that it runs between the boxes. Ranks are longest paths from the top; lines that close a
cycle, found by depth-first search, are turned around before (Sugiyama, Tagawa & Toda, 1981).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argsite.diagram.shape import Bond, Shape


class Line(NamedTuple):
    """One line of the drawing, from a premise or junction to a junction or box."""

    step: int
    """Index of its step in the chart."""

    lower: str
    """The end that stands lower: `n3` is the box of the fourth node, `j3` the junction of the
    fourth step."""

    upper: str
    """The end that stands higher."""

    passing: tuple[str, ...]
    """Places it passes, from below."""

    reaches: bool
    """It ends at what the step is about; otherwise at the step's own junction."""

    down: bool
    """It leads from the upper end to the lower one, since it closes a cycle."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The skeleton of a diagram."""

    ranks: Mapping[str, int]
    """Every box, junction and passing place to its rank; even for boxes and places."""

    lines: tuple[Line, ...]
    """Lines; those that meet at one end are in the author's order."""

    loops: Mapping[int, int]
    """Index of a step to that of the node that it leads from and back to at once."""


_MOST_PLACES = 5_000
"""With more, lines pass the ranks without a place on them: nobody reads such a map as a picture."""

_Pair = tuple[str, str]
"""Where a line begins and where it ends."""


def make_skeleton(shape: Shape) -> Skeleton:
    """Return the skeleton of charts of a shape."""
    boxes = [f"n{index}" for index in range(shape.boxes)]
    junctions = _junctions(shape.bonds)
    into: list[tuple[int, _Pair]] = []
    onto: list[tuple[int, _Pair]] = []
    loops = {}
    for index, bond in enumerate(shape.bonds):
        target = junctions[~bond.target] if bond.target < 0 else boxes[bond.target]
        junction = junctions.get(index)
        if junction:
            into += [(index, (boxes[premise], junction)) for premise in bond.premises]
            onto += [(index, (junction, target))] if junction != target else []
        elif bond.premises[0] == bond.target:
            loops[index] = bond.target
        else:
            onto.append((index, (boxes[bond.premises[0]], target)))
    pairs = [*into, *onto]
    turned, ranks = _ranked([pair for _, pair in pairs], (*boxes, *junctions.values()))
    crowded = sum(abs(ranks[one] - ranks[other]) // 2 for _, (one, other) in pairs) > _MOST_PLACES
    lines = []
    for place, (index, pair) in enumerate(pairs):
        down = pair in turned
        lower, upper = reversed(pair) if down else pair
        passed = () if crowded else _between(ranks[upper], ranks[lower])
        passing = {f"p{place}_{rank}": rank for rank in passed}
        ranks.update(passing)
        lines.append(Line(index, lower, upper, tuple(passing), place >= len(into), down))
    return Skeleton(ranks, tuple(lines), loops)


def _junctions(bonds: Sequence[Bond]) -> dict[int, str]:
    undercut = {~bond.target for bond in bonds}
    return {
        index: f"j{index}"
        for index, bond in enumerate(bonds)
        if len(bond.premises) > 1 or index in undercut
    }


def _ranked(pairs: Sequence[_Pair], vertices: Sequence[str]) -> tuple[set[_Pair], dict[str, int]]:
    """Return the lines that close a cycle, and the ranks."""
    ranks = _ranks_of_trees(pairs, vertices)
    if ranks:
        return set(), ranks
    turned, order = _turned(pairs, vertices)
    return turned, _ranks(pairs, turned, order)


def _ranks_of_trees(pairs: Sequence[_Pair], vertices: Sequence[str]) -> dict[str, int]:
    """Return the ranks where no vertex has two above it, nor one that is below it: the usual."""
    above = dict(pairs)
    if len(above) < len(pairs):
        return {}
    below: dict[str, list[str]] = {}
    for lower, upper in pairs:
        below.setdefault(upper, []).append(lower)
    ahead = [vertex for vertex in vertices if vertex not in above]
    ranks: dict[str, int] = {}
    while ahead:
        vertex = ahead.pop()
        first = int(vertex[0] == "j")
        upper = above.get(vertex, "")
        ranks[vertex] = ranks[upper] + _distance(upper, vertex) if upper else first
        ahead += below.get(vertex, ())
    return ranks if len(ranks) == len(vertices) else {}


def _turned(pairs: Iterable[_Pair], vertices: Sequence[str]) -> tuple[set[_Pair], list[str]]:
    """Return the lines that close a cycle, and the vertices from the top down."""
    below: dict[str, list[str]] = {vertex: [] for vertex in vertices}
    for start, end in pairs:
        below[end].append(start)
    turned: set[_Pair] = set()
    done: dict[str, bool] = {}
    finished: list[str] = []
    for root in vertices:
        if root in done:
            continue
        done[root] = False
        path = [(root, iter(below[root]))]
        while path:
            vertex, rest = path[-1]
            for start in rest:
                if start not in done:
                    done[start] = False
                    path.append((start, iter(below[start])))
                    break
                if not done[start]:
                    turned.add((start, vertex))
            else:
                done[vertex] = True
                finished.append(vertex)
                path.pop()
    return turned, finished[::-1]


def _ranks(pairs: Sequence[_Pair], turned: set[_Pair], order: Sequence[str]) -> dict[str, int]:
    above: dict[str, list[str]] = {vertex: [] for vertex in order}
    below: dict[str, list[str]] = {vertex: [] for vertex in order}
    for pair in pairs:
        lower, upper = reversed(pair) if pair in turned else pair
        above[lower].append(upper)
        below[upper].append(lower)
    ranks: dict[str, int] = {}
    for vertex in order:
        first = int(vertex[0] == "j")
        ranks[vertex] = max(
            (ranks[upper] + _distance(upper, vertex) for upper in above[vertex]), default=first
        )
    # What stands at the top of a part of its own moves down to its reasons.
    for vertex in order:
        if below[vertex] and not above[vertex]:
            ranks[vertex] = min(ranks[lower] - _distance(vertex, lower) for lower in below[vertex])
    return ranks


def _distance(one: str, other: str) -> int:
    return 2 if one[0] == other[0] else 1


def _between(upper: int, lower: int) -> Iterable[int]:
    """Return the ranks of boxes between two ranks, from below."""
    return range((lower - 1) // 2 * 2, upper, -2)
