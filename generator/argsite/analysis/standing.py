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
from itertools import chain

from argsite.analysis.labelling import IN, OPEN, OUT, Labelling
from argsite.model import Argument, Graph, Status


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
    found = Labelling(graph, verdicts)
    keys = chain(graph.statements, graph.arguments)
    labels = dict(zip(keys, map(_LABELS.__getitem__, found.labels), strict=True))
    statuses = {key: _word(found, number) for number, key in enumerate(graph.statements)}
    for key, accepted in verdicts.items():
        statuses[key] = Status.ACCEPTED if accepted else Status.REJECTED
    return Standing(labels, statuses)


_LABELS = {OPEN: Label.OPEN, IN: Label.IN, OUT: Label.OUT}


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


def _word(found: Labelling, statement: int) -> Status:
    """Return the word for a statement that nobody settled."""
    labels, weights = found.labels, found.weights
    pros, cons = found.pros[statement], found.cons[statement]
    label = labels[statement]
    if label == IN:
        return Status.STANDS if any(labels[each] == IN for each in pros) else Status.PRESUMED
    cons_in = {weights[each] for each in cons if labels[each] == IN}
    if label == OPEN:
        pros_in = {weights[each] for each in pros if labels[each] == IN}
        return Status.CONTESTED if pros_in & cons_in else Status.OPEN
    living = [weights[each] for each in pros if labels[each] != OUT]
    outweighed = bool(cons_in) and all(max(cons_in) > each for each in living)
    return Status.REBUTTED if outweighed else Status.UNSUPPORTED
