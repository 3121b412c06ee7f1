"""Why arguments are out, and how objections have been answered."""

from __future__ import annotations

import pytest

from argsite.analysis import flatten, stand
from argsite.analysis.failing import Objecting, answered, failure_of_step, failures
from argsite.language import ENGLISH
from tests.analysis.notation import key, name, read


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("P > C; P rejected", "P is rejected"),
        ("P > C; Q > C; P rejected; Q rejected", "P and Q are rejected"),
        ("P > C; Q > C; P rejected; X -> Q", "P is rejected, and Q is rebutted"),
        ("a: P + Q > C; U -> a", "the step from P and Q is undercut by U"),
        # A premise that is out comes before an undercut.
        ("a: P + Q > C; U -> a; Q rejected", "Q is rejected"),
    ],
)
def test_the_arguments_for_c_fail(notation: str, expected: str) -> None:
    graph = read(notation)
    clauses = failures(ENGLISH, graph, stand(graph), graph.arguments_for(key("C")))
    assert flatten(clauses, name) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("a: P > C; P rejected", "P is rejected"),
        ("a: P > C; U -> a", "U undercuts it"),
        ("a: P > C; U -> a; V -> a", "U and V undercut it"),
    ],
)
def test_the_step_a_fails(notation: str, expected: str) -> None:
    graph = read(notation)
    step = graph.arguments[key("a")]
    assert flatten(failure_of_step(ENGLISH, graph, stand(graph), step), name) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("R -> C; Q -> R", "R speaks against it but is answered by Q."),
        ("R1 + R2 -> C; Q -> R2", "R1 and R2 together speak against it but are answered by Q."),
        ("R -> C; R rejected", "R speaks against it but is rejected."),
        (
            "R1 + R2 -> C; R2 rejected",
            "R1 and R2 together speak against it but fail: R2 is rejected.",
        ),
        # An answer that is itself refuted is not named.
        ("R -> C; Q -> R; S -> R; T -> S", "R speaks against it but is answered by Q."),
    ],
)
def test_the_objections_to_c_are_answered(notation: str, expected: str) -> None:
    graph = read(notation)
    objections = graph.arguments_against(key("C"))
    sentence = answered(ENGLISH, graph, stand(graph), objections, Objecting.AGAINST)
    assert flatten(sentence, name) == expected
