"""No statement supports itself, straight or around a circle of premises; its status stays open.

Circles are found as strongly connected components (M. Sharir, "A strong-connectivity algorithm and
its applications in data flow analysis", Computers & Mathematics with Applications 7, 1981), with a
stack of our own instead of recursion.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise

from argsite.analysis.standing import Standing
from argsite.model import Graph, Kind, Library
from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location

_LONGEST = 12

Supports = Mapping[str, tuple[str, ...]]
"""Key of a statement to the keys of those it is a premise for."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each circle, once for all circles that share statements."""
    graph = library.graph
    supports = _core(_supports(graph))
    if not supports:
        return
    order = {key: index for index, key in enumerate(graph.statements)}
    for component in _components(supports):
        first = min(component, key=order.__getitem__)
        if len(component) > 1 or first in supports.get(first, ()):
            path = _circle(first, component, supports)
            message = f"'{_names(path)[0]}' supports itself: {_show(_names(path))}"
            at = _place(path, graph)
            hint = "a reason that rests on its own conclusion adds nothing; the status stays open"
            report(Problem(Code.CIRCULAR_SUPPORT, at, message, hint, Severity.WARNING))


def _supports(graph: Graph) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for argument in graph.arguments.values():
        if argument.kind is Kind.FOR:
            for premise in argument.premises:
                found.setdefault(premise, []).append(argument.target)
    return {key: tuple(dict.fromkeys(targets)) for key, targets in found.items()}


def _core(supports: Supports) -> dict[str, tuple[str, ...]]:
    """Return what is left when whatever nothing supports is taken away, again and again.

    All circles are in it; mostly it is empty, and this is much faster than looking for them.
    """
    reasons = Counter(chain.from_iterable(supports.values()))
    left = dict(supports)
    free = [key for key in supports if key not in reasons]
    for key in free:  # grows while it is walked
        for target in left.pop(key, ()):
            reasons[target] -= 1
            if not reasons[target]:
                free.append(target)
    return left


def _components(supports: Supports) -> Iterator[list[str]]:
    """Yield the strongly connected components."""
    supported_by: dict[str, list[str]] = {}
    for key, targets in supports.items():
        for target in targets:
            supported_by.setdefault(target, []).append(key)
    seen: set[str] = set()
    for start in reversed(_finished(supports)):
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for key in component:  # grows while it is walked
            new = [each for each in supported_by.get(key, ()) if each not in seen]
            seen.update(new)
            component += new
        yield component


def _finished(supports: Supports) -> list[str]:
    """Return the keys in the order in which a depth-first search leaves them."""
    finished: list[str] = []
    seen: set[str] = set()
    for start in supports:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(supports[start]))]
        while path:
            key, targets = path[-1]
            target = next((each for each in targets if each not in seen), None)
            if target is None:
                finished.append(key)
                path.pop()
            else:
                seen.add(target)
                path.append((target, iter(supports.get(target, ()))))
    return finished


def _circle(first: str, component: list[str], supports: Supports) -> list[str]:
    """Return the shortest way from `first` through the component back to `first`."""
    inside = set(component)
    came_from: dict[str, str] = {}
    queue = deque([first])
    while queue and first not in came_from:
        key = queue.popleft()
        for target in supports.get(key, ()):
            if target in inside and target not in came_from:
                came_from[target] = key
                queue.append(target)
    path = [first, came_from[first]]
    while path[-1] != first:
        path.append(came_from[path[-1]])
    return path[::-1]


def _names(path: list[str]) -> list[str]:
    """Return ids where all stand in one essay, else keys."""
    if len({key.partition("/")[0] for key in path}) > 1:
        return path
    return [key.partition("/")[2] for key in path]


def _show(names: list[str]) -> str:
    if len(names) > _LONGEST:
        half = _LONGEST // 2
        left_out = f"… {len(names) - 2 * half} more …"
        names = [*names[:half], left_out, *names[-half:]]
    return " → ".join(names)


def _place(path: list[str], graph: Graph) -> Location:
    """Return where the circle closes: a step on it whose premise is written elsewhere."""
    steps = [
        next(
            each
            for each in graph.uses_of(premise)
            if each.kind is Kind.FOR and each.target == target
        )
        for premise, target in pairwise(path)
    ]
    for premise, step in zip(path, steps, strict=False):
        if step.at != graph.statements[premise].at:
            return step.at
    return steps[0].at
