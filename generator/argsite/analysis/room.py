"""Which steps of the argument an outline of limited length has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from argsite.analysis.descent import premises_of, steps_below
from argsite.model import Argument, Graph


def room_for(graph: Graph, roots: Sequence[str], limit: int) -> AbstractSet[str] | None:
    """Return the keys of the arguments there is room for, level by level; None where all fit."""
    chosen: set[str] = set()
    room = limit - len(roots)
    level = list(dict.fromkeys(roots))
    met = set(level)
    while level:
        steps = [step for each in level for step in steps_below(graph, each)]
        if sum(len(each.premises) for each in steps) > room:
            if not chosen:
                chosen.update(_first_steps(graph, steps, room))
            return chosen
        chosen.update(each.key for each in steps)
        room -= sum(len(each.premises) for each in steps)
        level = [each for each in premises_of(steps) if each not in met]
        met.update(level)
    return None


def _first_steps(graph: Graph, steps: Iterable[Argument], room: int) -> Iterator[str]:
    taken: set[str] = set()
    for each in steps:
        has_target = each.target in graph.statements or each.target in taken
        if has_target and len(each.premises) <= room:
            room -= len(each.premises)
            taken.add(each.key)
            yield each.key
