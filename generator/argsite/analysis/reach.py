"""What lies below each statement, and how far it is from the contention.

The statements *below* a statement are the premises of the arguments bearing on it, of the
undercuts of those arguments, and so on down.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from argsite.analysis.below import Below, count_without
from argsite.analysis.descent import premises_of, statements_below
from argsite.model import Argument, Graph

MOST_HIDDEN = 999
"""Counts of hidden statements stop here."""

_LARGEST_VIEW = 200
"""Up to this size of a view, a count can be read off what is remembered."""

_MOST_FOREIGN = 1000
"""How many statements of other essays are followed from a contention, the nearest first."""

_MANY_USES = 30
"""From so many uses of a statement on, they are looked up by where they lead."""

_MOST_REMEMBERED = 5000
"""How many pairs of neighbours are remembered, before all are forgotten."""

_MOST_ROOTS = 8
"""Of how many contentions it is remembered what is below them."""


def steps_between(reach: Reach, above: str, below: str) -> Sequence[Argument]:
    """Return the arguments on the first way from a statement straight to one above it, from there.

    It is one argument, or an undercut after the steps that it attacks.
    """
    arguments = reach.graph.arguments
    uses = reach.uses(below)
    if len(uses) > _MANY_USES:
        uses = reach.uses_between(above, below)
    for use in uses:
        if use.concluded == above:
            steps = [use.step]
            while steps[-1].target in arguments:
                steps.append(arguments[steps[-1].target])
            return steps[::-1]
    return ()


class Use(NamedTuple):
    """An argument that a statement is a premise of."""

    rank: int
    """Its place in the order of writing."""

    key: str
    """Its key."""

    step: Argument
    """The argument."""

    concluded: str
    """Key of the statement that it is about in the end."""


class Ways(NamedTuple):
    """Ways from a contention down to a statement; see `paths`."""

    ways: tuple[tuple[str, ...], ...]
    """The ways, the shortest first."""

    tried: int
    """How many unfinished ones were followed to find them."""


class Reach:
    """Remembers what was found out about one graph, so that many views of it cost little.

    Without it each view would look through the whole site again. It is filled as it is asked, and
    what belongs to one contention alone is forgotten when others are asked about.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._between: dict[tuple[str, str], list[Use]] = {}
        self.forget()

    def forget(self) -> None:
        """Let go of what was found of single statements and contentions."""
        self._near: dict[str, tuple[str, ...]] = {}
        self._below = Below(self.near, MOST_HIDDEN + _LARGEST_VIEW)
        self._depths: dict[str, dict[str, int]] = {}
        self._above: dict[str, dict[str, tuple[str, ...]]] = {}
        self._uses: dict[str, tuple[Use, ...]] = {}
        self._linked: dict[tuple[str, str], Sequence[str]] = {}
        self.ways: dict[tuple[str, str], Ways] = {}
        """By statement and contention what `paths` found before."""

    def near(self, key: str) -> tuple[str, ...]:
        """Return the statements one level below a statement, each once, in the order of reading."""
        found = self._near.get(key)
        if found is None:
            found = self._near[key] = statements_below(self.graph, key)
        return found

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Key of each argument to its place in the order of writing."""
        return {key: place for place, key in enumerate(self.graph.arguments)}

    def uses(self, key: str) -> Sequence[Use]:
        """Return the arguments that the statement is a premise of."""
        found = self._uses.get(key)
        if found is None:
            found = self._uses[key] = tuple(map(self._use, self.graph.uses_of(key)))
        return found

    def uses_between(self, above: str, below: str) -> Sequence[Use]:
        """Return the arguments that lead from the statement `below` straight to `above`."""
        if not self._between:
            for step in self.graph.arguments.values():
                use = self._use(step)
                for premise in dict.fromkeys(step.premises):
                    self._between.setdefault((use.concluded, premise), []).append(use)
        return self._between.get((above, below), ())

    def _use(self, step: Argument) -> Use:
        key = step.key
        arguments = self.graph.arguments
        target = step.target
        while target in arguments:
            target = arguments[target].target
        return Use(self.ranks[key], key, step, target)

    def linked(self, above: str, below: str) -> Sequence[str]:
        """Return the premises of the first way from `below` straight to `above`, of its steps all.

        These are the argument itself and, where it is an undercut, the steps that it attacks.
        """
        found = self._linked.get((above, below))
        if found is None:
            if len(self._linked) > _MOST_REMEMBERED:
                self._linked.clear()
            steps = steps_between(self, above, below)
            found = self._linked[above, below] = premises_of(steps)
        return found

    def depths(self, root: str) -> Mapping[str, int]:
        """Return the length of the shortest way from `root` down to each statement below it.

        Of other essays' statements only the nearest are there, so that an essay costs no more in a
        site whose essays all build on each other.
        """
        if root not in self._depths:
            while len(self._depths) >= _MOST_ROOTS:
                oldest = next(iter(self._depths))
                del self._depths[oldest], self._above[oldest]
            self._depths[root] = self._measure(root)
            self._above[root] = {}
        return self._depths[root]

    def _measure(self, root: str) -> dict[str, int]:
        home = root[: root.find("/") + 1]
        depths = {root: 0}
        level = [root]
        foreign = 0
        while level:
            found = dict.fromkeys(chain.from_iterable(map(self.near, level)))
            depth = depths[level[0]] + 1
            level = []
            for each in found:
                if each in depths:
                    continue
                if not each.startswith(home):
                    foreign += 1
                    if foreign > _MOST_FOREIGN:
                        continue
                depths[each] = depth
                level.append(each)
        return depths

    def above(self, key: str, root: str) -> tuple[str, ...]:
        """Return the statements that `key` bears on, the nearest to `root` first.

        An undercut bears on the statement that its step concludes.
        """
        known = self._above.get(root)
        found = known.get(key) if known is not None else None
        if found is None:
            depths = self.depths(root)
            concluded = dict.fromkeys([use.concluded for use in self.uses(key)])
            near = [each for each in concluded if each in depths]
            found = self._above[root][key] = tuple(sorted(near, key=depths.__getitem__))
        return found

    def hidden(self, key: str, shown: AbstractSet[str]) -> int:
        """Count the statements below `key` that are not in `shown`; at most MOST_HIDDEN."""
        return self.hidden_of((key,), shown)[0]

    def hidden_of(self, keys: Collection[str], shown: AbstractSet[str]) -> list[int]:
        """Count the same for each of some statements."""
        found = [self._below.find(key) for key in keys]
        numbers = self._below.numbers(shown)
        counts = []
        for key, below in zip(keys, found, strict=True):
            if below is None:
                is_small = len(shown) <= _LARGEST_VIEW
                counts.append(MOST_HIDDEN if is_small else self._count(key, shown))
                continue
            hidden = count_without(below, numbers) if below else 0
            # A statement of a cycle lies below itself.
            if hidden and key not in shown:
                hidden = count_without(below, self._below.numbers((key, *shown)))
            counts.append(min(MOST_HIDDEN, hidden))
        return counts

    def _count(self, key: str, shown: AbstractSet[str]) -> int:
        seen = {key}
        ahead = [key]
        hidden = 0
        while ahead and hidden < MOST_HIDDEN:
            for each in self.near(ahead.pop()):
                if each not in seen:
                    seen.add(each)
                    ahead.append(each)
                    hidden += each not in shown
        return min(hidden, MOST_HIDDEN)
