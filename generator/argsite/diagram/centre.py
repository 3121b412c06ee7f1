"""Move everything sideways until each target stands above the middle of its reasons.

Graphviz keeps lines short, which leaves a target straight above one of its reasons as readily as
above their middle. Here the ranks are swept up and down a few times; in each, everything goes as
near to where it should be as order and distances allow: least squares under order constraints,
solved by pooling adjacent violators (Ayer, Brunk, Ewing, Reid & Silverman, 1955).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import sub

from argsite.diagram.dot import BESIDE, breadths
from argsite.diagram.skeleton import Skeleton

_MOST_SWEEPS = 4

_STILL = 1.0
"""Px; where nothing has moved farther in a sweep, it was the last."""

_Row = tuple[list[str], list[float]]
"""A rank's names from left to right, and how far each is from the first at least."""


def centre(skeleton: Skeleton, across: Mapping[str, float], box: int) -> dict[str, float]:
    """Return a new place from the left for each name, px; `box` is the width of boxes."""
    x = dict(across)
    below, above = _neighbours(skeleton)
    rows = _rows(skeleton, x, box)
    for _ in range(_MOST_SWEEPS):
        before = list(x.values())
        for row in reversed(rows):
            _move(
                x, row, [_middle(x, below[name]) if name in below else x[name] for name in row[0]]
            )
        # Where a target could not reach the middle of its reasons, they follow it.
        lag: dict[str, float] = {}
        for row in rows:
            wanted = []
            for name in row[0]:
                lags = [lag[upper] for upper in above.get(name, ())]
                wanted.append(x[name] + sum(lags) / len(lags) if lags else x[name])
            _move(x, row, wanted)
            for name in row[0]:
                lag[name] = x[name] - _middle(x, below[name]) if name in below else 0.0
        if max(map(abs, map(sub, x.values(), before)), default=0.0) < _STILL:
            break
    return {name: round(place, 1) for name, place in x.items()}


def _neighbours(skeleton: Skeleton) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return what stands below and above each name, as far as it should stand in the middle.

    An undercut stands beside the premises, so it does not move the junction.
    """
    below: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    for line in skeleton.lines:
        for lower, upper in pairwise((line.lower, *line.passing, line.upper)):
            above.setdefault(lower, []).append(upper)
            if not (line.reaches and upper[0] == "j"):
                below.setdefault(upper, []).append(lower)
    return below, above


def _rows(skeleton: Skeleton, x: Mapping[str, float], box: int) -> list[_Row]:
    ranks: dict[int, list[str]] = {}
    for name in sorted(skeleton.ranks, key=x.__getitem__):
        ranks.setdefault(skeleton.ranks[name], []).append(name)
    breadth = breadths(skeleton, box)
    rows = []
    for rank in sorted(ranks):
        names = ranks[rank]
        offsets = [0.0]
        for left, right in pairwise(names):
            offsets.append(offsets[-1] + (breadth[left] + breadth[right]) / 2 + BESIDE)
        rows.append((names, offsets))
    return rows


def _middle(x: Mapping[str, float], names: Sequence[str]) -> float:
    if len(names) == 1:
        return x[names[0]]
    places = [x[name] for name in names]
    return (min(places) + max(places)) / 2


def _move(x: dict[str, float], row: _Row, wanted: Sequence[float]) -> None:
    """Move a rank as near to the wanted places as the distances allow."""
    names, offsets = row
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            before, size = blocks.pop()
            total, count = total + before, count + size
        blocks.append((total, count))
    starts = [total / count for total, count in blocks for _ in range(count)]
    for name, start, offset in zip(names, starts, offsets, strict=True):
        x[name] = start + offset
