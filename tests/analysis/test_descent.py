"""One level down from a statement."""

from __future__ import annotations

from argsite.analysis.descent import premises_of, statements_below, steps_below
from tests.analysis.notation import key, names, read


def test_below_a_statement_are_premises_and_undercuts_of_their_steps() -> None:
    graph = read("a: P > C; u: U -> a; V -> u; R -> C; Q > P")
    assert names(each.key for each in steps_below(graph, key("C"))) == "a u step.3 step.4"
    assert names(statements_below(graph, key("C"))) == "P U V R"


def test_a_premise_of_two_steps_is_there_once() -> None:
    graph = read("P > C; P + Q > C")
    assert names(premises_of(graph.arguments.values())) == "P Q"
