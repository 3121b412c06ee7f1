"""What lies below a statement: counts of what a view hides, and distances."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argsite.analysis.reach import MOST_HIDDEN, Reach, steps_between
from argsite.model import Graph, Kind
from tests.analysis.graphs import below, graphs
from tests.analysis.notation import argument, key, name, read, statement


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


def test_of_other_essays_only_the_nearest_statements_are_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argsite.analysis.reach._MOST_FOREIGN", 2)
    own = [statement(each) for each in ("C", "P")]
    there = [replace(statement(f"F{number}"), essay="there") for number in range(4)]
    keys = [key("C"), key("P"), *(each.key for each in there)]
    steps = [
        replace(argument(f"step.{n}", ["C"], "P", Kind.FOR), premises=(below,), target=above)
        for n, (above, below) in enumerate(pairwise(keys))
    ]
    depths = Reach(Graph.of([*own, *there], steps)).depths(key("C"))
    assert list(depths.values()) == [0, 1, 2, 3]


def test_what_belongs_to_one_contention_is_forgotten_when_others_are_asked_about() -> None:
    graph = read("; ".join(f"P{number} > C{number}" for number in range(20)))
    reach = Reach(graph)
    for number in [*range(20), 0]:
        assert reach.above(key(f"P{number}"), key(f"C{number}")) == (key(f"C{number}"),)
        assert reach.depths(key(f"C{number}"))[key(f"P{number}")] == 1


def test_the_first_way_up_is_found_among_many() -> None:
    steps = "; ".join(f"u{number}: P > C{number}" for number in range(40))
    reach = Reach(read(f"{steps}; a: Q > C39; v: P -> a"))
    assert [each.id for each in steps_between(reach, key("C39"), key("P"))] == ["u39"]
    few = Reach(read("a: Q > C; u: P -> a"))
    assert [each.id for each in steps_between(few, key("C"), key("P"))] == ["a", "u"]
