"""Groups of what leads to one another, each after those that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator


def components(
    names: Iterable[str], below: Callable[[str], Iterable[str]]
) -> Iterator[tuple[str, ...]]:
    """Yield the strongly connected components of a graph, lower ones first.

    `below` gives the names that one leads to. R. Tarjan, "Depth-first search and linear graph
    algorithms", SIAM Journal on Computing 1 (1972), with a stack of our own in place of recursion.
    """
    place: dict[str, int] = {}
    lowest: dict[str, int] = {}
    done: set[str] = set()
    unfinished: list[str] = []
    for root in names:
        if root in place:
            continue
        ahead = [(root, iter(sorted(below(root))))]
        place[root] = lowest[root] = len(place)
        unfinished.append(root)
        while ahead:
            name, rest = ahead[-1]
            for each in rest:
                if each not in place:
                    place[each] = lowest[each] = len(place)
                    unfinished.append(each)
                    ahead.append((each, iter(sorted(below(each)))))
                    break
                if each not in done:
                    lowest[name] = min(lowest[name], place[each])
            else:
                ahead.pop()
                if ahead:
                    lowest[ahead[-1][0]] = min(lowest[ahead[-1][0]], lowest[name])
                if lowest[name] == place[name]:
                    start = len(unfinished) - 1
                    while unfinished[start] != name:
                        start -= 1
                    group = tuple(unfinished[start:])
                    del unfinished[start:]
                    done.update(group)
                    yield group
