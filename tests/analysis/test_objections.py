"""Counts, and objections that nobody has answered."""

from __future__ import annotations

import pytest

from argsite.analysis import counts, open_objections, stand, unanswered
from tests.analysis.notation import essay, key, names, read


def test_counts_are_direct() -> None:
    assert counts(read("P > C; Q1 + Q2 > C; R -> C; X > P; a: S > C; U -> a"), key("C")) == (3, 1)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("r: R -> C", "r"),
        ("a: P > C", ""),
        ("r: R -> C; Q -> R", ""),
        ("r: R -> C; U -> r", ""),
        # An attempt at an answer, itself refuted, is still an answer: see its own objections.
        ("r: R -> C; Q -> R; S -> Q", ""),
        # An objection out for want of support needs no answer.
        ("r: R -> C; R not presumed", ""),
        ("r: R -> C; s: S -> C; Q -> R", "s"),
    ],
)
def test_unanswered_objections_to_c(notation: str, expected: str) -> None:
    graph = read(notation)
    assert names(each.key for each in unanswered(graph, stand(graph), key("C"))) == expected


def test_a_step_has_objections_of_its_own() -> None:
    graph = read("a: P > C; u: U -> a")
    assert names(each.key for each in unanswered(graph, stand(graph), key("a"))) == "u"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("a: P > C; u: U -> a; r: R -> P; s: S -> C", "u r s"),
        # What answers an objection is the essay's own.
        ("r: R -> C; q: Q -> R", ""),
        ("r: R -> C; q: Q -> R; t: T -> Q", "t"),
        ("r: R -> C; u: U -> r; v: V -> u", "v"),
        # A support of an objection is on its side.
        ("r: R -> C; g: G > R; h: H -> G", ""),
        ("Else > Other; r: R -> Other", ""),
    ],
)
def test_what_an_essay_leaves_unanswered(notation: str, expected: str) -> None:
    graph = read(notation)
    found = open_objections(graph, stand(graph), essay(graph, contention="C"))
    assert names(each.key for each in found) == expected
