"""A long outline in parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.analysis import Row, divide, outline
from argsite.analysis.outline import Part
from argsite.model import Graph
from tests.analysis.graphs import graphs


def balance(rows: tuple[Row, ...]) -> None:
    """Follow what rows begin and end; everything must end in order."""
    opened: list[Part] = []
    for row in rows:
        if row.begins_undercuts:
            opened.append(Part.UNDERCUTS)
        if row.begins_item:
            opened.append(Part.ITEM)
        assert opened[-1] is Part.ITEM
        if row.opens:
            opened.append(Part.PREMISE)
        for part in row.closes:
            assert opened.pop() is part
    assert not opened


@given(graphs(), st.integers(1, 6), st.integers(1, 4))
def test_each_part_is_whole_and_together_they_are_the_outline(
    graph: Graph, most: int, deepest: int
) -> None:
    rows = outline(graph, graph.statements, deepest)
    balance(rows)
    parts = divide(rows, most)
    repeated = 2 * (1 + max(row.depth for row in rows))
    for part in parts:
        balance(part)
        assert len(part) <= most + repeated
    own = [(row.statement, row.argument) for part in parts for row in part]
    whole = [(row.statement, row.argument) for row in rows]
    assert set(own) == set(whole)
    assert len(own) >= len(whole)


@given(graphs())
def test_a_short_one_is_one_part(graph: Graph) -> None:
    rows = outline(graph, graph.statements)
    assert divide(rows, len(rows)) == [rows]
