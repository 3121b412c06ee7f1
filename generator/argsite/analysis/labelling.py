"""The least fixpoint of the conditions in `standing.py`, by numbers instead of keys.

Statements are numbered in their order from 0, arguments after them. Each label is passed on once to
what it bears on, so the time is linear in the graph, but for sorting by weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from argsite.model import Argument, Graph, Kind

OPEN = 0
IN = 1
OUT = 2

NONE = -1.0
"""The weight of the weightiest argument where there is none; weights are over 0."""


class Labelling:
    """Labels of everything in a graph."""

    def __init__(self, graph: Graph, verdicts: Mapping[str, bool]) -> None:
        """Label everything; `verdicts` holds what is settled."""
        self._count = len(graph.statements)
        every = self._count + len(graph.arguments)
        self._numbers = {key: number for number, key in enumerate(graph.arguments, self._count)}
        self._numbers.update(zip(graph.statements, range(self._count), strict=True))
        self.labels = bytearray(every)
        """The label of each number."""
        self.pros: list[list[int]] = [[] for _ in range(self._count)]
        """Of each statement: the arguments for it."""
        self.cons: list[list[int]] = [[] for _ in range(self._count)]
        """Of each statement: those against it."""
        self.weights = [0.0] * self._count
        """The weight of each argument, by its number."""
        self._uses: list[list[int]] = [[] for _ in range(self._count)]
        self._targets = [0] * self._count
        self._kinds: list[Kind] = [Kind.FOR] * self._count
        self._awaited = [0] * every
        """Of each argument: premises not yet in, and undercuts not yet out."""
        for number, argument in enumerate(graph.arguments.values(), self._count):
            self._add(number, argument)
        for each in chain(self.pros, self.cons):
            if len(each) > 1:
                each.sort(key=self.weights.__getitem__)
        self._strongest_pro = [
            0.0 if (not pros if each.presumed is None else each.presumed) else NONE
            for each, pros in zip(graph.statements.values(), self.pros, strict=True)
        ]
        """Of each statement: the greatest weight of a reason that is in; a presumption weighs 0."""
        self._presumption = self._strongest_pro[:]
        self._strongest_con = [NONE] * self._count
        self._living_pros = [each[:] for each in self.pros]
        """Of each statement: the arguments that may not be out, the weightiest last."""
        self._living_cons = [each[:] for each in self.cons]
        self._fresh: list[int] = []
        self._run({self._numbers[key]: IN if each else OUT for key, each in verdicts.items()})

    def _add(self, number: int, argument: Argument) -> None:
        target = self._numbers[argument.target]
        self._kinds.append(argument.kind)
        self.weights.append(argument.weight)
        self._targets.append(target)
        match argument.kind:
            case Kind.FOR:
                self.pros[target].append(number)
            case Kind.AGAINST:
                self.cons[target].append(number)
            case Kind.UNDERCUT:
                self._awaited[target] += 1
        premises = argument.premises
        if len(premises) > 1:
            premises = tuple(dict.fromkeys(premises))
        self._awaited[number] += len(premises)
        for premise in premises:
            self._uses[self._numbers[premise]].append(number)

    def _run(self, verdicts: Mapping[int, int]) -> None:
        for statement in range(self._count):
            if statement in verdicts:
                self._give(statement, verdicts[statement])
            else:
                self._judge(statement)
        labels, fresh = self.labels, self._fresh
        while fresh:
            number = fresh.pop()
            if number < self._count:
                holds = labels[number] == IN
                for argument in self._uses[number]:
                    self._tell(argument, holds=holds)
            elif self._kinds[number] is Kind.UNDERCUT:
                self._tell(self._targets[number], holds=labels[number] == OUT)
            else:
                self._pass_on(number, self._targets[number])

    def _pass_on(self, argument: int, statement: int) -> None:
        if self.labels[statement] != OPEN:
            return
        if self.labels[argument] == IN:
            is_pro = self._kinds[argument] is Kind.FOR
            strongest = self._strongest_pro if is_pro else self._strongest_con
            strongest[statement] = max(strongest[statement], self.weights[argument])
        self._judge(statement)

    def _tell(self, argument: int, *, holds: bool) -> None:
        """Tell an argument that one of the things it needs holds, or that it never will."""
        self._awaited[argument] -= 1
        if not holds:
            self._give(argument, OUT)
        elif not self._awaited[argument]:
            self._give(argument, IN)

    def _judge(self, statement: int) -> None:
        pro = self._strongest_pro[statement]
        con = self._strongest_con[statement]
        con_at_most = self._most(self._living_cons[statement], NONE)
        if pro > con_at_most:
            self._give(statement, IN)
            return
        pro_at_most = self._most(self._living_pros[statement], self._presumption[statement])
        if pro_at_most == NONE or con > pro_at_most:
            self._give(statement, OUT)

    def _most(self, living: list[int], least: float) -> float:
        """Return the greatest weight among those not out; `least` where all are out."""
        labels = self.labels
        while living and labels[living[-1]] == OUT:
            living.pop()
        return self.weights[living[-1]] if living else least

    def _give(self, number: int, label: int) -> None:
        if self.labels[number] == OPEN:
            self.labels[number] = label
            self._fresh.append(number)
