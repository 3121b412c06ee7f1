"""What a status rests on is shown whole, once, and it decides."""

from __future__ import annotations

from itertools import chain

from hypothesis import given

from argsite.analysis import deciding, grounds, stand
from argsite.model import Graph
from tests.analysis.graphs import graphs
from tests.analysis.notation import key, name, read


def shown(notation: str, of: str, deepest: int = 50) -> list[str]:
    """Return the grounds of a statement as indented names; marks say what is not unfolded."""
    graph = read(notation)
    lines = []
    for place, part in enumerate(grounds(graph, stand(graph), key(of), deepest)):
        lines += ["then"] if place else []
        for each in part:
            marks = {
                "*": not each.decides,
                " again": each.again,
                " circle": each.closes_circle,
                " later": each.continues,
            }
            said = "".join(mark for mark, applies in marks.items() if applies)
            lines.append("." * each.depth + name(each.statement or each.argument) + said)
    return lines


def test_a_step_that_holds_rests_on_its_premises_and_on_its_failed_undercuts() -> None:
    assert shown("a: P + Q > C; u: U -> a; V -> U", "C") == [
        *("C", ".a", "..P", "..Q", "..u", "...U", "....step.3", ".....V"),
    ]


def test_a_step_that_fails_rests_on_the_premise_that_failed() -> None:
    assert shown("a: P + Q > C; X -> Q", "C") == ["C", ".a", "..Q", "...step.2", "....X"]


def test_what_does_not_decide_is_not_unfolded() -> None:
    assert shown("a: P > C; b: Q > C; X -> Q", "C") == ["C", ".a", "..P", ".b*"]


def test_what_the_author_settles_rests_on_nothing() -> None:
    assert shown("C accepted; a: P -> C", "C") == ["C", ".a*"]


def test_a_circle_ends_where_it_closes() -> None:
    assert shown("a: P > Q; b: Q > P", "P") == ["P", ".b", "..Q", "...a", "....P again circle"]


def test_a_statement_is_explained_once() -> None:
    assert shown("a: P > C; b: Q > C; R > P; P > Q", "C") == [
        *("C", ".a", "..P", "...step.3", "....R", ".b", "..Q", "...step.4", "....P again"),
    ]


def test_what_lies_too_deep_begins_anew() -> None:
    assert shown("a: P > C; b: Q > P; c: R > Q", "C", 2) == [
        *("C", ".a", "..P later", "then", "P", ".b", "..Q later", "then", "Q", ".c", "..R"),
    ]


@given(graphs())
def test_without_what_does_not_decide_the_label_is_the_same(graph: Graph) -> None:
    standing = stand(graph)
    for statement in graph.statements:
        kept = deciding(graph, standing, statement)
        steps = [
            each
            for each in graph.arguments.values()
            if each.target != statement or each.key in kept
        ]
        presumed = graph.statements[statement].presumed
        if presumed is None and graph.arguments_for(statement):
            continue  # without its premises it would be presumed
        fewer = Graph.of(graph.statements.values(), steps)
        assert stand(fewer).labels[statement] is standing.labels[statement]


@given(graphs())
def test_every_statement_is_unfolded_once_at_most(graph: Graph) -> None:
    standing = stand(graph)
    for statement in graph.statements:
        for deepest in (1, 3, 50):
            everything = list(chain.from_iterable(grounds(graph, standing, statement, deepest)))
            unfolded = [
                each.statement
                for each in everything
                if each.statement and not each.again and not each.continues
            ]
            assert len(unfolded) == len(set(unfolded))
            assert {each.statement for each in everything if each.statement} == set(unfolded)
