"""What an open statement waits on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argsite.analysis import Label, stand
from argsite.analysis.waiting import cycle_through, waits_on
from argsite.model import Graph, Status
from tests.analysis.graphs import graphs
from tests.analysis.notation import key, names, read


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("P > C; P -> P", "P"),
        ("P + Q > C; P -> P", "P"),
        ("P > C; R -> C; P -> P; R -> R", "P R"),
        ("a: P > C; U -> a; U -> U", "U"),
        ("a: P > C; u: U -> a; V -> u; V -> V", "V"),
        # What could not change anything is not waited for.
        ("P > C *3; R -> C *3; R -> R; W > C; W -> W", "R"),
        ("a: P > C; u: U -> a; v: V -> u; V -> V; W -> a; W -> W; U not presumed", "W"),
    ],
)
def test_c_waits_on(notation: str, expected: str) -> None:
    graph = read(notation)
    assert names(waits_on(graph, stand(graph), key("C"))) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("C > C", "C"),
        ("P > C; C > P", "P"),
        ("P > C; Q > P; C -> Q", "P Q"),
        ("P > C; Q > P; P > Q", ""),
    ],
)
def test_c_is_in_a_cycle_through(notation: str, expected: str) -> None:
    graph = read(notation)
    assert names(cycle_through(graph, stand(graph), key("C"))) == expected


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_what_is_open_but_not_contested_waits_on_something_open(graph: Graph) -> None:
    standing = stand(graph)
    for each, status in standing.statuses.items():
        if status is Status.OPEN:
            awaited = waits_on(graph, standing, each)
            assert awaited
            assert {standing.labels[other] for other in awaited} == {Label.OPEN}
