"""What the overview of an essay shows: the contention, what bears on it, the points' claims."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argsite.analysis import overview
from argsite.model import Graph
from tests.analysis.graphs import graphs
from tests.analysis.notation import essay, key, name, names, read


def bridges(notation: str, *claims: str) -> list[str]:
    """Return the bridges of an overview, as `Two for One`."""
    graph = read(notation)
    found = overview(graph, essay(graph, "C", *claims)).bridges
    return [f"{name(each.premise)} {each.kind} {name(each.target)}" for each in found]


def test_an_overview_joins_the_contention_and_the_claims() -> None:
    graph = read("One > C; Two > C; S > C; P > One; Q > P; T > Two")
    view = overview(graph, essay(graph, "C", "One", "Two"))
    assert names(view.statements) == "C One Two S"
    assert {name(each): number for each, number in view.hidden.items()} == {
        "C": 3,
        "One": 2,
        "Two": 1,
    }
    assert not view.bridges


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        # Two supports something that supports One.
        ("One > C; A > One; Two > A", ["Two for One"]),
        # What is linked with a claim on the way is left out with the way.
        ("One > C; Two + A > One", ["Two for One"]),
        # An objection on the way turns the whole.
        ("One > C; A -> One; Two > A", ["Two against One"]),
        # An objection to an objection speaks for what the first attacks.
        ("One > C; A -> One; Two -> A", ["Two for One"]),
        ("One > C; a: A -> One; Two -> a", ["Two for One"]),
        # The nearest statement in view is the other end.
        ("One > C; S > C; A > S; Two > A", ["Two for S"]),
        # A step that is in view needs no bridge.
        ("One > C; Two > One; Two > A; A > C", []),
        # What does not bear on the contention stands alone.
        ("One > C; P > Two", []),
    ],
)
def test_a_claim_that_would_hang_in_the_air_gets_a_bridge(
    notation: str, expected: list[str]
) -> None:
    assert bridges(notation, "One", "Two") == expected


@given(graphs(most=12))
@settings(max_examples=300, deadline=None)
def test_bridges_join_statements_in_view(graph: Graph) -> None:
    first, *others = graph.statements
    claims = others[:3] or [first]
    view = overview(graph, essay(graph, name(first), *(name(each) for each in claims)))
    assert {first, *claims} <= set(view.statements)
    for bridge in view.bridges:
        assert {bridge.premise, bridge.target} <= set(view.statements)
        assert bridge.premise not in {key(name(first)), bridge.target}
