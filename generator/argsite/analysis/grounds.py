"""What a status rests on, level by level, down to the statements that decide it.

Each statement is followed by every argument for and against it. Below an argument that decides
follow the premises and undercuts because of which it holds, fails or is open; the rest of the graph
is left out. A statement is explained where it is first met. What lies too deep begins anew after
the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argsite.analysis.standing import Label, Standing
from argsite.analysis.waiting import deciding_open
from argsite.model import Argument, Graph, Status


@dataclass(frozen=True, slots=True)
class Ground:
    """A statement or a step that a status rests on."""

    depth: int
    """How many entries it stands below; 0 for what is explained."""

    statement: str = ""
    """Key of the statement; empty for a step."""

    argument: str = ""
    """Key of the step; empty for a statement."""

    decides: bool = True
    """Whether another label of it could change the status above it."""

    again: bool = False
    """Whether it is a statement that is explained further up."""

    closes_circle: bool = False
    """Whether it is one of those that it stands below."""

    continues: bool = False
    """Whether it lies too deep, and begins anew at depth 0 further down."""


def grounds(
    graph: Graph, standing: Standing, key: str, deepest: int = 50
) -> tuple[tuple[Ground, ...], ...]:
    """Return what the status of the statement `key` rests on; what lay too deep in parts after."""
    return tuple(_Descent(graph, standing, deepest).parts(key))


def deciding(graph: Graph, standing: Standing, key: str) -> frozenset[str]:
    """Return the keys of the arguments for and against a statement that decide its status.

    Without the others the rules would say the same of it. Where the author settles it, none do.
    """
    pros, cons = graph.arguments_for(key), graph.arguments_against(key)
    pros_in = [each for each in pros if standing.labels[each.key] is Label.IN]
    cons_in = [each for each in cons if standing.labels[each.key] is Label.IN]
    found: Sequence[Argument]
    match standing.statuses[key]:
        case Status.ACCEPTED | Status.REJECTED:
            found = ()
        case Status.STANDS:
            found = [*pros_in, *cons]
        case Status.PRESUMED:
            found = cons
        case Status.REBUTTED:
            found = [*cons_in, *pros]
        case Status.UNSUPPORTED:
            found = pros
        case Status.CONTESTED | Status.OPEN:
            found = [*pros_in, *cons_in, *deciding_open(graph, standing, key)]
    return frozenset(each.key for each in found)


class _Descent:
    """A walk down the graph with a stack of its own, so that depth costs no recursion."""

    def __init__(self, graph: Graph, standing: Standing, deepest: int) -> None:
        self._graph = graph
        self._standing = standing
        self._deepest = deepest
        self._met: set[str] = set()
        self._above: dict[str, None] = {}
        """What the next entry stands below, from the top."""
        self._too_deep: list[str] = []

    def parts(self, key: str) -> Iterator[tuple[Ground, ...]]:
        begins = [key]
        while begins:
            for each in begins:
                yield tuple(self._part(each))
            begins, self._too_deep = self._too_deep, []

    def _part(self, key: str) -> Iterator[Ground]:
        self._met.discard(key)
        ahead = [Ground(0, statement=key)]
        while ahead:
            now = ahead.pop()
            while len(self._above) > now.depth:
                self._above.popitem()
            if now.argument:
                below = self._below_step(now)
            else:
                now = self._placed(now)
                below = [] if now.again or now.continues else self._below_statement(now)
            yield now
            if below:
                self._above[now.statement or now.argument] = None
            ahead.extend(reversed(below))

    def _placed(self, now: Ground) -> Ground:
        """Say whether a statement is explained here, was earlier, or will be later."""
        key = now.statement
        circle = key in self._above
        again = key in self._met
        self._met.add(key)
        rests = bool(deciding(self._graph, self._standing, key))
        continues = not again and rests and now.depth >= self._deepest
        if continues:
            self._too_deep.append(key)
        return Ground(
            now.depth,
            statement=key,
            again=again,
            closes_circle=circle,
            continues=continues,
        )

    def _below_statement(self, now: Ground) -> list[Ground]:
        found = deciding(self._graph, self._standing, now.statement)
        return [
            Ground(now.depth + 1, argument=each.key, decides=each.key in found)
            for each in self._graph.bearing_on(now.statement)
        ]

    def _below_step(self, now: Ground) -> list[Ground]:
        """Return the premises and undercuts that give a step its label."""
        if not now.decides:
            return []
        labels = self._standing.labels
        step = self._graph.arguments[now.argument]
        label = labels[step.key]
        undercuts = self._graph.undercuts_of(step.key)
        premises = [each for each in dict.fromkeys(step.premises) if labels[each] is label]
        opposite = {Label.IN: Label.OUT, Label.OUT: Label.IN, Label.OPEN: Label.OPEN}[label]
        attacks = [each for each in undercuts if labels[each.key] is opposite]
        if label is Label.OUT and premises:
            attacks = []
        depth = now.depth + 1
        return [
            *(Ground(depth, statement=each) for each in premises),
            *(Ground(depth, argument=each.key) for each in attacks),
        ]
