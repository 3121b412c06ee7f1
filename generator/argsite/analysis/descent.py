"""The arguments that bear on a statement, and the statements below it, one level at a time."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from argsite.model import Argument, Graph


def steps_below(graph: Graph, key: str) -> tuple[Argument, ...]:
    """Return the arguments bearing on a statement or argument, each followed by its undercuts."""
    steps: list[Argument] = []
    ahead = list(reversed(graph.bearing_on(key)))
    while ahead:
        step = ahead.pop()
        steps.append(step)
        ahead.extend(reversed(graph.bearing_on(step.key)))
    return tuple(steps)


def statements_below(graph: Graph, key: str) -> tuple[str, ...]:
    """Return the statements one level below a statement, each once, in the order of reading."""
    return premises_of(steps_below(graph, key))


def premises_of(steps: Collection[Argument]) -> tuple[str, ...]:
    """Return the premises of some arguments, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(each.premises for each in steps)))
