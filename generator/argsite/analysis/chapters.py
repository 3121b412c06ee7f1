"""The whole argument of one essay as outlines, so that each of its statements is met.

The first chapter begins with the contention. The points' claims that do not bear on it follow, in
chapters of their point. A statement of another essay is met where it is used, and not unfolded:
what bears on it is that essay's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argsite.analysis.outline import Row, outline
from argsite.analysis.reach import Reach
from argsite.model import Essay, Graph, Point


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is unfolded from one place."""

    point: Point | None
    """The point that claims the statements it begins with; None for the contention."""

    rows: tuple[Row, ...]
    """The outline."""

    continued: bool = False
    """Whether it takes up a statement that lies too deep in an earlier chapter."""


def graph_of(graph: Graph, essay: Essay) -> Graph:
    """Return the part of a site's graph that is written in one essay, and what it uses."""
    used = dict.fromkeys(premise for step in essay.arguments for premise in step.premises)
    own = {each.key: each for each in essay.statements}
    others = {key: graph.statements[key] for key in used if key in graph.statements}
    return Graph.of((own | others).values(), essay.arguments)


def chapters(graph: Graph, essay: Essay, deepest: int = 50) -> tuple[Chapter, ...]:
    """Return what bears on an essay's contention, then on claims that have no part in that."""
    own = graph_of(graph, essay)
    met = set(Reach(own).depths(essay.contention))
    points: list[Point | None] = [None]
    roots = [[essay.contention]]
    for point in essay.points:
        loose = [claim for claim in point.claims if claim not in met]
        if loose:
            points.append(point)
            roots.append(loose)
    return tuple(_divided(own, points, roots, deepest))


def chapter_of(graph: Graph, essay: Essay, point: Point, deepest: int = 50) -> tuple[Chapter, ...]:
    """Return what bears on the claims of one point."""
    return tuple(_divided(graph_of(graph, essay), [point], [list(point.claims)], deepest))


def _divided(
    graph: Graph, points: Sequence[Point | None], roots: Sequence[Sequence[str]], deepest: int
) -> Iterator[Chapter]:
    """Yield one outline of all roots as chapters."""
    blocks: list[list[Row]] = []
    for row in outline(graph, [each for some in roots for each in some], deepest):
        if row.argument is None:
            blocks.append([])
        blocks[-1].append(row)
    begun = 0
    for point, some in zip(points, roots, strict=True):
        own = blocks[begun : begun + len(some)]
        yield Chapter(point, tuple(row for block in own for row in block))
        begun += len(some)
    for block in blocks[begun:]:
        yield Chapter(None, tuple(block), continued=True)
