"""What lies below statements, as runs of numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from argsite.analysis.below import Below, count_without
from argsite.analysis.descent import statements_below
from argsite.model import Graph, Kind
from tests.analysis.graphs import below, graphs
from tests.analysis.notation import argument, key, read, statement


def below_in(graph: Graph, most: int = 1000) -> Below:
    """Return what finds the statements below those of a graph."""
    return Below(lambda each: statements_below(graph, each), most)


def test_what_is_below_a_statement_of_a_tree_is_one_run() -> None:
    found = below_in(read("P > C; Q > C; R > P; S > P; T > Q"))
    assert found.find(key("C")) == ((0, 5),)


def test_a_statement_of_a_circle_is_below_itself() -> None:
    found = below_in(read("P > C; C > P"))
    assert found.find(key("C")) == found.find(key("P")) == ((0, 2),)


def test_a_chain_takes_one_run_for_each_statement() -> None:
    names = [f"S{number}" for number in range(2000)]
    steps = [argument(f"step.{n}", [b], a, Kind.FOR) for n, (a, b) in enumerate(pairwise(names))]
    found = below_in(Graph.of(map(statement, names), steps), most=1500)
    assert found.find(key("S0")) is None
    assert found.find(key("S500")) == ((0, 1499),)


@given(graphs())
def test_it_is_what_can_be_reached(graph: Graph) -> None:
    found = below_in(graph)
    for each in graph.statements:
        runs = found.find(each)
        assert runs is not None
        within = {
            number
            for other in graph.statements
            for number in found.numbers([other])
            if any(first <= number < end for first, end in runs)
        }
        assert within - set(found.numbers([each])) == set(
            found.numbers(below(graph, each) - {each})
        )
        assert count_without(runs, sorted(within)) == 0
