"""The figures of an essay."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from argsite.analysis import census, stand, together
from argsite.model import Graph, Kind, Status
from argsite.source import Passage
from tests.analysis import notation
from tests.analysis.graphs import graphs


def test_steps_are_counted_by_what_they_do() -> None:
    graph = notation.read("a: P + Q > C; R -> C; U -> a; P > D")
    essay = notation.essay(graph, "C", "D")
    found = census(graph, stand(graph), essay)
    assert found.kinds == {Kind.FOR: 2, Kind.AGAINST: 1, Kind.UNDERCUT: 1}
    assert (found.arguments, found.linked, found.depth) == (4, 1, 1)
    assert (found.widest, found.widest_at) == (2, "essay/C")
    assert found.statuses[Status.PRESUMED] == 4


def test_a_circle_has_a_depth() -> None:
    graph = notation.read("A > C; B > A; A > B")
    assert census(graph, stand(graph), notation.essay(graph, "C")).depth == 2


def test_words_that_link_to_no_statement_are_not_in_the_map() -> None:
    graph = notation.read("P > C")
    prose = Passage("[Two words](#P), [two more](#nowhere) and [two](other#P).", notation.AT)
    essay = replace(notation.essay(graph, "C"), prose=prose)
    found = census(graph, stand(graph), essay)
    assert (found.words, found.mapped_words) == (6, 2)


@given(graphs())
def test_figures_agree_with_each_other(graph: Graph) -> None:
    essay = notation.essay(graph, notation.name(next(iter(graph.statements))))
    found = census(graph, stand(graph), essay)
    assert sum(found.roles.values()) == sum(found.statuses.values()) == len(graph.statements)
    assert sum(found.kinds.values()) == found.arguments == len(graph.arguments)
    assert found.depth < len(graph.statements)
    assert together([found]) == found
    assert together([found, found]).statements == 2 * found.statements
