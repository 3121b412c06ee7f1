"""Which statements stand: essay grounded status.

Each statement and each argument is labelled in, out or open, by the least fixpoint of these
conditions (all start open; a label once given stays):

    argument:   out  if a premise is out, or an undercut of it is in
                in   if all premises are in and all undercuts are out
    statement:  in   if some reason for it is in and each argument against it is out or weighs less
                out  if all reasons for it are out (or there are none), or some argument against it
                     is in and each reason for it is out or weighs less

The reasons for a statement are the arguments for it and, where it is presumed, the presumption:
always in, of weight 0. What an author or a reader settles comes first. Where there are only
attacks, of equal weight, this is the grounded labelling of P. M. Dung, "On the acceptability of
arguments", Artificial Intelligence 77 (1995).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argsite.model import Argument, Graph, Kind, Status


class Label(StrEnum):
    """What the fixpoint says of a statement or an argument."""

    IN = "in"
    """It stands."""

    OUT = "out"
    """It falls."""

    OPEN = "open"
    """Neither."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything in a graph fares."""

    labels: Mapping[str, Label]
    """Key of each statement and each argument to its label."""

    statuses: Mapping[str, Status]
    """Key of each statement to the word that readers see."""


def stand(graph: Graph, settled: Mapping[str, bool] | None = None) -> Standing:
    """Label everything in the graph and give each statement its word.

    `settled` holds the statements a reader accepts (True) or rejects (False); it goes before what
    the authors settled with `accepted`. Takes time linear in the graph, but for sorting by weight.
    """
    verdicts = {
        key: each.accepted for key, each in graph.statements.items() if each.accepted is not None
    }
    verdicts |= {key: each for key, each in (settled or {}).items() if key in graph.statements}
    labels = _Fixpoint(graph, verdicts).labels
    statuses = {key: _word(graph, labels, verdicts, key) for key in graph.statements}
    return Standing(labels, statuses)


def fares_alike(one: Graph, other: Graph) -> bool:
    """Say whether nothing differs between two graphs on which a standing depends."""
    if len(one.statements) != len(other.statements) or len(one.arguments) != len(other.arguments):
        return False
    statements = zip(one.statements.values(), other.statements.values(), strict=True)
    arguments = zip(one.arguments.values(), other.arguments.values(), strict=True)
    # What was not read anew is the same object, and most is.
    return all(a is b or _weighed(a) == _weighed(b) for a, b in arguments) and all(
        a is b or (a.key, a.presumed, a.accepted) == (b.key, b.presumed, b.accepted)
        for a, b in statements
    )


def _weighed(argument: Argument) -> tuple[object, ...]:
    return argument.key, argument.premises, argument.target, argument.kind, argument.weight


def is_presumed(graph: Graph, key: str) -> bool:
    """Say whether the statement stands when nothing speaks against it."""
    presumed = graph.statements[key].presumed
    return not graph.arguments_for(key) if presumed is None else presumed


def _word(
    graph: Graph, labels: Mapping[str, Label], verdicts: Mapping[str, bool], key: str
) -> Status:
    if key in verdicts:
        return Status.ACCEPTED if verdicts[key] else Status.REJECTED
    pros = graph.arguments_for(key)
    pros_in = {each.weight for each in pros if labels[each.key] is Label.IN}
    if labels[key] is Label.IN:
        return Status.STANDS if pros_in else Status.PRESUMED
    cons = graph.arguments_against(key)
    cons_in = {each.weight for each in cons if labels[each.key] is Label.IN}
    if labels[key] is Label.OPEN:
        return Status.CONTESTED if pros_in & cons_in else Status.OPEN
    living = [each.weight for each in pros if labels[each.key] is not Label.OUT]
    outweighed = bool(cons_in) and all(max(cons_in) > each for each in living)
    return Status.REBUTTED if outweighed else Status.UNSUPPORTED


class _Fixpoint:
    """Labels everything with a work list: each label is passed on once to what it bears on."""

    def __init__(self, graph: Graph, verdicts: Mapping[str, bool]) -> None:
        self._graph = graph
        self._verdicts = verdicts
        self.labels = dict.fromkeys([*graph.statements, *graph.arguments], Label.OPEN)
        self._fresh: list[str] = []
        self._awaited = {
            key: len(set(each.premises)) + len(graph.undercuts_of(key))
            for key, each in graph.arguments.items()
        }
        """Of each argument: premises not yet in, and undercuts not yet out."""
        self._living: dict[Kind, dict[str, list[Argument]]] = {kind: {} for kind in Kind}
        """Of each statement: the arguments that may not be out, the weightiest last."""
        for each in sorted(graph.arguments.values(), key=lambda each: each.weight):
            self._living[each.kind].setdefault(each.target, []).append(each)
        self._presumed = {key for key in graph.statements if is_presumed(graph, key)}
        self._strongest: dict[Kind, dict[str, float]] = {kind: {} for kind in Kind}
        """Of each statement: the greatest weight of an argument that is in, where one is."""
        self._strongest[Kind.FOR].update(dict.fromkeys(self._presumed, 0.0))
        self._run()

    def _run(self) -> None:
        for key in self._graph.statements:
            if key in self._verdicts:
                self._give(key, Label.IN if self._verdicts[key] else Label.OUT)
            else:
                self._judge(key)
        while self._fresh:
            key = self._fresh.pop()
            if key in self._graph.statements:
                for each in self._graph.uses_of(key):
                    self._tell(each.key, holds=self.labels[key] is Label.IN)
            else:
                self._pass_on(self._graph.arguments[key])

    def _pass_on(self, argument: Argument) -> None:
        is_in = self.labels[argument.key] is Label.IN
        if argument.kind is Kind.UNDERCUT:
            self._tell(argument.target, holds=not is_in)
            return
        if is_in:
            strongest = self._strongest[argument.kind]
            strongest[argument.target] = max(strongest.get(argument.target, 0), argument.weight)
        self._judge(argument.target)

    def _tell(self, argument: str, *, holds: bool) -> None:
        """Tell an argument that one of the things it needs holds, or that it never will."""
        self._awaited[argument] -= 1
        if not holds:
            self._give(argument, Label.OUT)
        elif not self._awaited[argument]:
            self._give(argument, Label.IN)

    def _judge(self, statement: str) -> None:
        pro = self._strongest[Kind.FOR].get(statement)
        con = self._strongest[Kind.AGAINST].get(statement)
        pro_at_most = self._most(statement, Kind.FOR)
        con_at_most = self._most(statement, Kind.AGAINST)
        if pro is not None and (con_at_most is None or pro > con_at_most):
            self._give(statement, Label.IN)
        elif pro_at_most is None or (con is not None and con > pro_at_most):
            self._give(statement, Label.OUT)

    def _most(self, statement: str, kind: Kind) -> float | None:
        """Return the greatest weight among those not out; None where all are out."""
        living = self._living[kind].get(statement, [])
        while living and self.labels[living[-1].key] is Label.OUT:
            living.pop()
        if living:
            return living[-1].weight
        return 0.0 if kind is Kind.FOR and statement in self._presumed else None

    def _give(self, key: str, label: Label) -> None:
        if self.labels[key] is Label.OPEN:
            self.labels[key] = label
            self._fresh.append(key)
