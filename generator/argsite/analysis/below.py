"""Which statements lie below each statement, kept as runs of numbers.

Statements are numbered cycle by cycle, the lowest first, so that what lies below a statement of a
tree is one run of numbers, however much it is, and in any graph a few: R. Agrawal, A. Borgida &
H. V. Jagadish, "Efficient management of transitive relationships in large data and knowledge
bases", SIGMOD 1989. All statements of a cycle have the same below them; cycles are found with R.
Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972), with a
stack of our own in place of recursion.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain

Runs = tuple[tuple[int, int], ...]
"""Numbers: each run's first, and the one after its last. Runs are in order and apart."""


class Below:
    """Finds what lies below statements, and remembers it."""

    def __init__(self, near: Callable[[str], Sequence[str]], most: int) -> None:
        """Look with `near` one level below; where more than `most` are found, keep none."""
        self._near = near
        self._most = most
        self._runs: dict[str, Runs | None] = {}
        self._numbers: dict[str, int] = {}

    def numbers(self, keys: Collection[str]) -> list[int]:
        """Return the numbers of those statements that have been met, in order."""
        return sorted(self._numbers[key] for key in keys if key in self._numbers)

    def find(self, key: str) -> Runs | None:
        """Return the statements below `key`; None where they are too many to keep."""
        if key in self._runs:
            return self._runs[key]
        place = {key: 0}
        lowest = {key: 0}
        unfinished = [key]
        ahead = [(key, iter(self._near(key)))]
        while ahead:
            statement, children = ahead[-1]
            for child in children:
                if child not in place and child not in self._runs:
                    place[child] = lowest[child] = len(place)
                    unfinished.append(child)
                    ahead.append((child, iter(self._near(child))))
                    break
                if child not in self._runs:
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
        return self._runs[key]

    def _remember(self, cycle: Sequence[str]) -> None:
        """Remember what is below the statements of a cycle, or below a statement in none."""
        first = len(self._numbers)
        self._numbers.update(zip(cycle, range(first, first + len(cycle)), strict=True))
        children = set(chain.from_iterable(map(self._near, cycle)))
        runs: Runs | None = None
        if len(children) <= self._most:
            runs = self._joined(children, (first, first + len(cycle)))
        self._runs.update(dict.fromkeys(cycle, runs))

    def _joined(self, children: Collection[str], cycle: tuple[int, int]) -> Runs | None:
        """Return some statements and all that is below them; None where that is too much."""
        found: list[tuple[int, int]] = []
        for child in children:
            number = self._numbers[child]
            found.append((number, number + 1))
            if not cycle[0] <= number < cycle[1]:
                runs = self._runs[child]
                if runs is None:
                    return None
                found.extend(runs)
        joined = tuple(_merged(sorted(found)))
        return joined if count_without(joined, ()) <= self._most else None


def _merged(runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield runs in order, those that touch as one."""
    if not runs:
        return
    first, end = runs[0]
    for begin, after in runs:
        if begin > end:
            yield first, end
            first, end = begin, after
        elif after > end:
            end = after
    yield first, end


def count_without(runs: Runs, numbers: Sequence[int]) -> int:
    """Return how many numbers the runs hold without some, which are in order."""
    found = 0
    for first, end in runs:
        found += end - first - bisect_left(numbers, end) + bisect_left(numbers, first)
    return found
