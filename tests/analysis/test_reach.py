"""What lies below a statement: counts of what a view hides, and distances."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from argsite.analysis.reach import MOST_HIDDEN, Reach, statements_below, steps_below
from argsite.model import Graph, Kind
from tests.analysis.graphs import below, graphs
from tests.analysis.notation import argument, key, name, names, read, statement


def test_below_a_statement_are_premises_and_undercuts_of_their_steps() -> None:
    graph = read("a: P > C; u: U -> a; V -> u; R -> C; Q > P")
    assert names(each.key for each in steps_below(graph, key("C"))) == "a u step.3 step.4"
    assert names(statements_below(graph, key("C"))) == "P U V R"


def test_depth_is_the_shortest_way() -> None:
    depths = Reach(read("P > C; Q > P; S > Q; S > C; Alone > Else")).depths(key("C"))
    assert {name(each): depth for each, depth in depths.items()} == {"C": 0, "P": 1, "S": 1, "Q": 2}


def test_what_two_ways_lead_to_is_counted_once() -> None:
    assert Reach(read("P > C; Q > C; S > P; S > Q")).hidden(key("C"), set()) == 3


def test_a_long_chain_is_counted_up_to_a_limit() -> None:
    names = [f"S{number}" for number in range(10_000)]
    steps = [
        argument(f"step.{number}", [below], above, Kind.FOR)
        for number, (above, below) in enumerate(pairwise(names))
    ]
    reach = Reach(Graph.of(map(statement, names), steps))
    assert reach.hidden(key("S0"), set()) == MOST_HIDDEN
    assert reach.hidden(key("S9990"), set()) == 9
    everything = {key(each) for each in names}
    assert reach.hidden(key("S0"), everything) == 0
    assert reach.hidden(key("S0"), everything - {key("S9999")}) == 1


@given(graphs(), st.data())
@settings(max_examples=500, deadline=None)
def test_hidden_is_counted_right_in_any_graph(graph: Graph, data: st.DataObject) -> None:
    shown = data.draw(st.sets(st.sampled_from(list(graph.statements))))
    reach = Reach(graph)
    for each in data.draw(st.permutations(list(graph.statements))):
        assert reach.hidden(each, shown) == len(below(graph, each) - shown)
