"""The ways from the contention down to a statement."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from argsite.analysis import Reach, paths, shortest_path
from argsite.analysis.paths import LONGEST, steps_taken
from argsite.model import Graph, Kind
from tests.analysis.graphs import graphs
from tests.analysis.notation import argument, key, names, read, statement


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("P > C; X > P", ["C P X"]),
        ("P > C; R -> P; X -> R", ["C P R X"]),
        ("P + Q > C; X > Q", ["C Q X"]),
        ("P > C; Q > C; X > P; X > Q", ["C P X", "C Q X"]),
        ("P > C; Q > P; X > Q; X > C", ["C X", "C P Q X"]),
        # An undercut leads to what its step concludes, and so does an undercut of it.
        ("a: P > C; X -> a", ["C X"]),
        ("a: P > C; u: U -> a; X -> u", ["C X"]),
        # Several steps between the same statements are one way.
        ("a: X > C; X -> a; X -> C", ["C X"]),
        # No statement stands on a path twice.
        ("P > C; C > P; X > P; P > X", ["C P X"]),
        ("P > C; X > X", []),
        ("C > X", []),
    ],
)
def test_paths_from_c_to_x(notation: str, expected: list[str]) -> None:
    assert [names(each) for each in paths(read(notation), key("X"), key("C"))] == expected


def test_the_contention_is_its_own_path() -> None:
    assert paths(read("P > C; C > P"), key("C"), key("C")) == ((key("C"),),)


def test_the_shortest_path_may_be_none() -> None:
    graph = read("P > C; X > X")
    assert shortest_path(graph, key("X"), key("C")) == ()
    assert names(shortest_path(graph, key("P"), key("C"))) == "C P"


def test_the_steps_of_a_path_bring_the_steps_they_undercut() -> None:
    graph = read("a: P > C; u: U -> a; v: V -> u; X > V")
    path = shortest_path(graph, key("X"), key("C"))
    assert names(path) == "C V X"
    assert names(each.key for each in steps_taken(Reach(graph), path)) == "a u v step.4"


def test_a_long_path_is_given_by_its_end() -> None:
    names = [f"S{number}" for number in range(10_000)]
    steps = [
        argument(f"step.{number}", [below], above, Kind.FOR)
        for number, (above, below) in enumerate(pairwise(names))
    ]
    graph = Graph.of(map(statement, names), steps)
    (path,) = paths(graph, key("S9999"), key("S0"))
    assert path == tuple(key(each) for each in names[-LONGEST:])


def test_a_graph_where_everything_bears_on_everything_is_no_trouble() -> None:
    names = [f"S{number}" for number in range(60)]
    steps = [
        argument(f"{above}.{below}", [below], above, Kind.FOR) for above in names for below in names
    ]
    found = paths(Graph.of(map(statement, names), steps), key("S59"), key("S0"))
    assert [len(each) for each in found] == [2, 3, 3, 3, 3, 3, 3, 3]


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_paths_hold_in_any_graph(graph: Graph) -> None:
    reach = Reach(graph)
    for root in list(graph.statements)[:2]:
        depths = reach.depths(root)
        for each in graph.statements:
            found = paths(graph, each, root, reach=reach)
            assert bool(found) is (each in depths)
            assert len(set(found)) == len(found) <= 8
            assert [len(path) for path in found] == sorted(len(path) for path in found)
            for path in found:
                assert (path[0], path[-1]) == (root, each)
                assert len(set(path)) == len(path)
                concluded = [graph.concluded(step).key for step in steps_taken(Reach(graph), path)]
                assert list(dict.fromkeys(concluded)) == list(path[:-1])
            if found:
                assert len(found[0]) == depths[each] + 1


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_ways_that_build_on_known_ones_are_those_that_a_search_finds(graph: Graph) -> None:
    root = next(iter(graph.statements))
    known = Reach(graph)
    for each in [*graph.statements, *list(graph.statements)[::-1]]:
        assert paths(graph, each, root, reach=known) == paths(graph, each, root)
