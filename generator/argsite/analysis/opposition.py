"""The open objections to each of many essays, where essays build on one another.

What is found below a statement of another essay is remembered, so that a hundred essays that all
build on one do not each walk through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from argsite.analysis.objections import argued, is_unanswered
from argsite.analysis.standing import Standing
from argsite.model import Essay, Graph, Kind

Side = tuple[str, bool]
"""A statement or an argument, and whether it is on the side of the essay that is asked about."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies below some statements in the essay that they belong to."""

    open: frozenset[str]
    """Keys of the open objections."""

    exits: frozenset[Side]
    """What it leads to in other essays."""


class Opposition:
    """Finds the open objections to essays of one graph; see `objections.open_objections`."""

    def __init__(self, graph: Graph, standing: Standing, home: Callable[[str], str]) -> None:
        """Prepare for a graph; `home` tells to which essay a statement or an argument belongs."""
        self._graph = graph
        self._standing = standing
        self._home = home
        self._known: dict[Side, _Found] = {}

    def to(self, essay: Essay) -> frozenset[str]:
        """Return the keys of the open objections to what an essay argues."""
        first = self._below(essay.slug, [(key, True) for key in argued(essay)])
        found = set(first.open)
        ahead = list(first.exits)
        seen = set(ahead)
        while ahead:
            side = ahead.pop()
            if side not in self._known:
                self._known[side] = self._below(self._home(side[0]), [side])
            there = self._known[side]
            found |= there.open
            more = there.exits - seen
            seen |= more
            ahead += more
        return frozenset(found)

    def _below(self, essay: str, sides: Iterable[Side]) -> _Found:
        """Return what lies below some statements, as far as it belongs to one essay."""
        found: set[str] = set()
        exits: set[Side] = set()
        ahead: list[Side] = []
        seen: set[Side] = set()

        def meet(side: Side) -> None:
            if side in seen:
                return
            seen.add(side)
            if self._home(side[0]) == essay:
                ahead.append(side)
            else:
                exits.add(side)

        for side in sides:
            meet(side)
        while ahead:
            key, ours = ahead.pop()
            for step in self._graph.bearing_on(key):
                if ours and is_unanswered(self._graph, self._standing, step):
                    found.add(step.key)
                theirs = ours if step.kind is Kind.FOR else not ours
                for each in (step.key, *step.premises):
                    meet((each, theirs))
        return _Found(frozenset(found), frozenset(exits))
