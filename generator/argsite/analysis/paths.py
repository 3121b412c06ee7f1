"""The ways from the contention down to a statement."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import count, pairwise

from argsite.analysis.reach import Reach, Ways, steps_between
from argsite.model import Argument, Graph

LONGEST = 100
"""How many statements a path has at most, unless asked otherwise."""

_MOST = 8
"""How many paths are given at most, unless asked otherwise."""

_MOST_REMEMBERED = 1000
"""Of how many statements the paths are remembered, before all are forgotten."""

_MOST_TRIED = 400
"""How many unfinished paths are followed, for the sake of graphs dense with cycles."""

_MOST_ABOVE = 8
"""How many uses of a statement are followed, those nearest the contention first."""


def paths(  # noqa: PLR0913 - two limits, each with a name and a default
    graph: Graph,
    key: str,
    root: str,
    *,
    most: int = _MOST,
    longest: int = LONGEST,
    reach: Reach | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Return ways from `root` down to the statement `key`, the shortest first.

    Each is a tuple of keys of statements, from `root` to `key`, no statement twice; an undercut
    leads to the statement that its step concludes. Where the shortest has more than `longest`
    statements, its end alone is given. There are at most `most`, and none where `key` does not bear
    on `root`; in a graph dense with cycles longer ones may be missing. Give the same `reach` to
    each call for the same graph.
    """
    reach = reach or Reach(graph)
    depths = reach.depths(root)
    if key not in depths:
        return ()
    if most == 1 or depths[key] >= longest:
        return (_climb(reach, key, root, longest),)
    if most != _MOST or longest > LONGEST:
        return _search(reach, key, root, most, longest).ways
    return tuple([way for way in _ways(reach, key, root).ways if len(way) <= longest])


def _ways(reach: Reach, key: str, root: str) -> Ways:
    """Return the ways to a statement; a page asks twice, and ways further down build on them."""
    found = reach.ways.get((key, root))
    if found is None:
        found = _one_further(reach, key, root) or _search(reach, key, root, _MOST, LONGEST)
        if len(reach.ways) > _MOST_REMEMBERED:
            reach.ways.clear()
        reach.ways[key, root] = found
    return found


def _one_further(reach: Reach, key: str, root: str) -> Ways | None:
    """Return the ways by the only statement above `key`, where those to it are known.

    None where a search could find something else.
    """
    above = reach.above(key, root)
    known = reach.ways.get((above[0], root)) if len(above) == 1 else None
    if known is None or known.tried >= _MOST_TRIED - 1:
        return None
    if any(len(way) >= LONGEST or key in way for way in known.ways):
        return None
    return Ways(tuple([(*way, key) for way in known.ways]), known.tried + 1)


def _search(reach: Reach, key: str, root: str, most: int, longest: int) -> Ways:
    depths = reach.depths(root)
    found: list[tuple[str, ...]] = []
    # Best first: how far each statement is from the root is known, so paths end in order of length.
    ahead: list[tuple[int, int, int, tuple[str, ...]]] = [(depths[key], depths[key], 0, (key,))]
    order = count(1)
    tried = 0
    while ahead and len(found) < most and tried < _MOST_TRIED:
        tried += 1
        path = heappop(ahead)[-1]
        if path[0] == root:
            found.append(path)
            continue
        for above in reach.above(path[0], root)[:_MOST_ABOVE]:
            length = len(path) + depths[above]
            if length < longest and above not in path:
                heappush(ahead, (length, depths[above], next(order), (above, *path)))
    return Ways(tuple(found), tried)


def shortest_path(graph: Graph, key: str, root: str, reach: Reach | None = None) -> tuple[str, ...]:
    """Return the shortest way from `root` down to `key`; empty where there is none."""
    found = paths(graph, key, root, most=1, reach=reach)
    return found[0] if found else ()


def steps_taken(reach: Reach, path: Sequence[str]) -> tuple[Argument, ...]:
    """Return the arguments along a path; with an undercut come the steps that it attacks."""
    return tuple(step for pair in pairwise(path) for step in steps_between(reach, *pair))


def _climb(reach: Reach, key: str, root: str, longest: int) -> tuple[str, ...]:
    path = [key]
    while path[-1] != root and len(path) < longest:
        path.append(reach.above(path[-1], root)[0])
    return tuple(reversed(path))
