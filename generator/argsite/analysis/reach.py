"""What lies below each statement, and how far it is from the contention.

The statements *below* a statement are the premises of the arguments bearing on it, of the
undercuts of those arguments, and so on down.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from argsite.model import Argument, Graph

MOST_HIDDEN = 999
"""Counts of hidden statements stop here."""

_LARGEST_VIEW = 200
"""Up to this size of a view, a count can be read off what is remembered."""

_MOST_REMEMBERED = MOST_HIDDEN + _LARGEST_VIEW


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


class Reach:
    """Remembers what was found out about one graph, so that many views of it cost little.

    Without it each view would look through the whole site again. It is filled as it is asked.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._below: dict[str, frozenset[str] | None] = {}
        self._above: dict[str, dict[str, tuple[str, ...]]] = {}
        self._depths: dict[str, dict[str, int]] = {}
        self._ranks: dict[str, int] = {}
        self._between: dict[tuple[str, str], list[Argument]] = {}

    def rank(self, argument: Argument) -> int:
        """Return the place of the argument in the order of writing."""
        if not self._ranks:
            self._ranks = {key: place for place, key in enumerate(self.graph.arguments)}
        return self._ranks[argument.key]

    def steps_between(self, above: str, below: str) -> Sequence[Argument]:
        """Return the arguments that lead from the statement `below` straight to `above`."""
        if not self._between:
            for step in self.graph.arguments.values():
                concluded = self.graph.concluded(step).key
                for premise in dict.fromkeys(step.premises):
                    self._between.setdefault((concluded, premise), []).append(step)
        return self._between.get((above, below), ())

    def depths(self, root: str) -> Mapping[str, int]:
        """Return the length of the shortest way from `root` down to each statement below it."""
        if root not in self._depths:
            depths = {root: 0}
            level = [root]
            while level:
                found = chain.from_iterable(statements_below(self.graph, each) for each in level)
                depth = depths[level[0]] + 1
                level = [each for each in dict.fromkeys(found) if each not in depths]
                depths.update(dict.fromkeys(level, depth))
            self._depths[root] = depths
        return self._depths[root]

    def above(self, key: str, root: str) -> tuple[str, ...]:
        """Return the statements that `key` bears on, the nearest to `root` first.

        An undercut bears on the statement that its step concludes.
        """
        known = self._above.setdefault(root, {})
        if key not in known:
            depths = self.depths(root)
            concluded = (self.graph.concluded(step).key for step in self.graph.uses_of(key))
            found = (each for each in dict.fromkeys(concluded) if each in depths)
            known[key] = tuple(sorted(found, key=depths.__getitem__))
        return known[key]

    def hidden(self, key: str, shown: AbstractSet[str]) -> int:
        """Count the statements below `key` that are not in `shown`; at most MOST_HIDDEN."""
        below = self._find(key)
        if below is not None:
            return min(MOST_HIDDEN, len(below.difference(shown, (key,))))
        return MOST_HIDDEN if len(shown) <= _LARGEST_VIEW else self._count(key, shown)

    def _count(self, key: str, shown: AbstractSet[str]) -> int:
        seen = {key}
        ahead = [key]
        hidden = 0
        while ahead and hidden < MOST_HIDDEN:
            for each in statements_below(self.graph, ahead.pop()):
                if each not in seen:
                    seen.add(each)
                    ahead.append(each)
                    hidden += each not in shown
        return min(hidden, MOST_HIDDEN)

    def _find(self, key: str) -> frozenset[str] | None:
        """Return the statements below `key`; None where they are too many to remember.

        All statements of a cycle have the same below them, so what is remembered is found cycle by
        cycle, the lowest first: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM
        Journal on Computing 1 (1972), with a stack of our own in place of recursion.
        """
        if key in self._below:
            return self._below[key]
        place = {key: 0}
        lowest = {key: 0}
        unfinished = [key]
        ahead = [(key, iter(statements_below(self.graph, key)))]
        while ahead:
            statement, children = ahead[-1]
            for child in children:
                if child not in place and child not in self._below:
                    place[child] = lowest[child] = len(place)
                    unfinished.append(child)
                    ahead.append((child, iter(statements_below(self.graph, child))))
                    break
                if child not in self._below:
                    lowest[statement] = min(lowest[statement], place[child])
            else:
                ahead.pop()
                if ahead:
                    above = ahead[-1][0]
                    lowest[above] = min(lowest[above], lowest[statement])
                if lowest[statement] == place[statement]:
                    start = len(unfinished) - 1
                    while unfinished[start] != statement:
                        start -= 1
                    self._remember(unfinished[start:])
                    del unfinished[start:]
        return self._below[key]

    def _remember(self, cycle: list[str]) -> None:
        """Remember what is below the statements of a cycle, or below a statement in none."""
        members = set(cycle)
        children = set(chain.from_iterable(statements_below(self.graph, each) for each in cycle))
        known = [self._below[each] for each in children - members]
        below: frozenset[str] | None = None
        if None not in known and len(children) <= _MOST_REMEMBERED:
            below = frozenset(children).union(*(each for each in known if each is not None))
        if below is not None and len(below) > _MOST_REMEMBERED:
            below = None
        self._below.update(dict.fromkeys(cycle, below))
