"""Trees need no Graphviz: their order is given, and each target goes above its reasons.

Most local maps are trees. Each part of one, a box or junction and all below it, is set out by
itself and then beside its siblings, as near as the ranks of both allow (Reingold & Tilford, 1981).
Siblings are pushed together from the left, and again from the right, and stand half-way between:
so a small one between two large ones has as much room on its left as on its right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress, pairwise
from operator import sub
from typing import NamedTuple

from argsite.diagram.dot import BESIDE, breadths
from argsite.diagram.skeleton import Skeleton

_ALL = ""
"""What all trees of a diagram hang from; no name is empty."""

_Part = tuple[list[float], list[float]]
"""How far the left and the right side of a part are from its middle, px, rank by rank from the top.

Ranks of junctions do not count: each junction stands between the boxes below it.
"""


class _Tree(NamedTuple):
    """What hangs from what."""

    below: Mapping[str, Sequence[str]]
    """Each name to those right below it, from left to right."""

    beside: frozenset[str]
    """Undercuts: they stand beside the premises, so they do not move the junction."""


def spread(skeleton: Skeleton, box: int) -> dict[str, float] | None:
    """Return a place from the left for each name, px; None where the skeleton is no tree.

    `box` is the width of boxes.
    """
    tree = _tree(skeleton)
    if tree is None:
        return None
    order = [_ALL]
    for name in order:
        order += tree.below.get(name, ())
    x = _set_out(tree, order, breadths(skeleton, box))
    for name in order:
        for child in tree.below.get(name, ()):
            x[child] += x[name]
    return {name: round(x[name], 1) for name in skeleton.ranks}


def _set_out(tree: _Tree, order: Sequence[str], breadth: Mapping[str, int]) -> dict[str, float]:
    """Return how far each name is from what it hangs from, px; `order` is from the top down."""
    away = {_ALL: 0.0}
    parts: dict[str, _Part] = {}
    for name in reversed(order):
        children = tree.below.get(name)
        left: list[float] = []
        right: list[float] = []
        if children and len(children) == 1:
            away[children[0]] = 0.0
            left, right = parts.pop(children[0])
        elif children:
            under = [parts.pop(child) for child in children]
            places = _pushed(under)
            middle = _middle(places, [child not in tree.beside for child in children])
            places = [place - middle for place in places]
            away.update(zip(children, places, strict=True))
            left, right = _joined(under, places)
        if name and name[0] != "j":
            half = breadth[name] / 2
            left, right = [-half, *left], [half, *right]
        parts[name] = left, right
    return away


def _middle(places: Sequence[float], counts: Sequence[bool]) -> float:
    """Return the middle of those places that count; they are in order."""
    counted = list(compress(places, counts))
    return (counted[0] + counted[-1]) / 2


def _tree(skeleton: Skeleton) -> _Tree | None:
    below: dict[str, list[str]] = {}
    beside = set()
    lower = set()
    for line in skeleton.lines:
        stops = (line.lower, *line.passing, line.upper)
        # Without a place between them, two junctions are farther apart than one rank of boxes.
        if line.lower in lower or stops[0][0] == stops[1][0] == "j":
            return None
        lower.add(line.lower)
        if line.reaches and line.upper[0] == "j":
            beside.add(stops[-2])
        for name, above in pairwise(stops):
            below.setdefault(above, []).append(name)
    tops = [name for name in skeleton.ranks if name not in lower and name[0] != "p"]
    if any(name[0] == "j" for name in tops):
        return None
    tops.sort(key=lambda name: int(name[1:]))
    return _Tree({_ALL: tops, **below}, frozenset(beside))


def _pushed(parts: Sequence[_Part]) -> list[float]:
    """Return the places of siblings, px from the first, which is as near to the last as can be."""
    from_left = _pushed_left(parts)
    if all(len(left) == 1 for left, _ in parts):
        return from_left
    mirrored = [([-x for x in right], [-x for x in left]) for left, right in reversed(parts)]
    from_right = reversed(_pushed_left(mirrored))
    last = from_left[-1]
    return [(one + last - other) / 2 for one, other in zip(from_left, from_right, strict=True)]


def _pushed_left(parts: Sequence[_Part]) -> list[float]:
    places = [0.0]
    edge = list(parts[0][1])
    for left, right in parts[1:]:
        place = max(map(sub, edge, left)) + BESIDE
        places.append(place)
        edge[: len(right)] = [place + each for each in right]
    return places


def _joined(parts: Sequence[_Part], places: Sequence[float]) -> _Part:
    """Return siblings as one part."""
    lefts: list[float] = []
    rights: list[float] = []
    for (left, right), place in zip(parts, places, strict=True):
        lefts += [place + each for each in left[len(lefts) :]]
        rights[: len(right)] = [place + each for each in right]
    return lefts, rights
