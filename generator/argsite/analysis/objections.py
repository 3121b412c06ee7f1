"""How many arguments there are each way, and which objections nobody has answered."""

from __future__ import annotations

from argsite.analysis.reach import Reach
from argsite.analysis.standing import Label, Standing
from argsite.model import Argument, Essay, Graph, Kind


def counts(graph: Graph, key: str) -> tuple[int, int]:
    """Return how many arguments speak directly for a statement, and how many against it."""
    kinds = [each.kind for each in graph.bearing_on(key)]
    return kinds.count(Kind.FOR), kinds.count(Kind.AGAINST)


def unanswered(graph: Graph, standing: Standing, key: str) -> tuple[Argument, ...]:
    """Return the direct objections to a statement or an argument that nothing attacks.

    An objection that is out all the same, for want of support, is not among them.
    """
    return tuple(each for each in graph.bearing_on(key) if is_unanswered(graph, standing, each))


def is_unanswered(graph: Graph, standing: Standing, argument: Argument) -> bool:
    """Say whether the argument is an objection that is not out and that nothing attacks.

    Attacks on it are undercuts of the step and arguments against its premises.
    """
    return (
        argument.kind is not Kind.FOR
        and standing.labels[argument.key] is not Label.OUT
        and not graph.undercuts_of(argument.key)
        and not any(graph.arguments_against(each) for each in argument.premises)
    )


def open_objections(
    graph: Graph, standing: Standing, *essays: Essay, reach: Reach | None = None
) -> tuple[Argument, ...]:
    """Return the unanswered objections to what the essays argue, in the order of writing.

    These speak against a contention, a claim or what supports them. An objection to an objection
    is an answer, hence not among them, unless it also hits what an essay argues. Give the same
    `reach` to each call for the same graph.
    """
    against = open_objection_keys(graph, standing, *essays)
    if not against:
        return ()
    ranks = (reach or Reach(graph)).ranks
    return tuple(graph.arguments[key] for key in sorted(against, key=ranks.__getitem__))


def open_objection_keys(graph: Graph, standing: Standing, *essays: Essay) -> frozenset[str]:
    """Return the keys of `open_objections`, without a look at what the essays do not argue."""
    against: set[str] = set()
    # A pair is a statement or an argument, and whether an essay is on its side.
    ahead = [(key, True) for essay in essays for key in argued(essay)]
    seen = set(ahead)
    while ahead:
        key, ours = ahead.pop()
        for step in graph.bearing_on(key):
            side = ours if step.kind is Kind.FOR else not ours
            if ours and is_unanswered(graph, standing, step):
                against.add(step.key)
            for each in (step.key, *step.premises):
                if (each, side) not in seen:
                    seen.add((each, side))
                    ahead.append((each, side))
    return frozenset(against)


def argued(essay: Essay) -> tuple[str, ...]:
    """Return what an essay argues for: its contention and its claims."""
    return (essay.contention, *(each for point in essay.points for each in point.claims))
