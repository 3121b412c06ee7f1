"""Where arguments lead from one essay to another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache as once

from argsite.analysis.descent import statements_below, steps_below
from argsite.model import Graph

_NONE: frozenset[str] = frozenset()


class Crossings:
    """What essays rest on in other essays, and where their statements are used."""

    def __init__(self, graph: Graph) -> None:
        """Look through the arguments of a site once."""
        self._graph = graph
        self._of_statement: dict[str, set[str]] = {}
        self._of_essay: dict[str, set[str]] = {}
        self._steps: dict[str, set[str]] = {}
        for step in graph.arguments.values():
            here = f"{step.essay}/"
            if step.target.startswith(here) and all(
                each.startswith(here) for each in step.premises
            ):
                continue
            upper = graph.concluded(step)
            for premise in step.premises:
                if essay_of(premise) != upper.essay:
                    self._of_statement.setdefault(upper.key, set()).add(premise)
                    self._of_essay.setdefault(upper.essay, set()).add(premise)
            steps = [each.key for each in (step, *steps_below(graph, step.key))]
            ends = {step.essay, upper.essay, essay_of(step.target), *map(essay_of, step.premises)}
            for end in ends:
                self._steps.setdefault(end, set()).update(steps)
        self.below = once(self._below)

    def steps(self, essay: str) -> AbstractSet[str]:
        """Return the arguments that join this essay with others, and what undercuts them."""
        return self._steps.get(essay, _NONE)

    def _below(self, name: str) -> AbstractSet[str]:
        """Return the statements of other essays that an essay, or a statement in one, rests on.

        They are those on which something in its own essay rests directly.
        """
        if "/" not in name:
            return self._of_essay.get(name, _NONE)
        essay = essay_of(name)
        if essay not in self._of_essay:
            return _NONE
        found: set[str] = set()
        seen = {name}
        ahead = [name]
        while ahead:
            key = ahead.pop()
            found |= self._of_statement.get(key, _NONE)
            for each in statements_below(self._graph, key):
                if each not in seen and essay_of(each) == essay:
                    seen.add(each)
                    ahead.append(each)
        return found


def essay_of(key: str) -> str:
    """Return the folder of the essay that a statement or an argument belongs to."""
    return key.partition("/")[0]
