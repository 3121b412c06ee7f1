"""The open objections to each of many essays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.analysis import Opposition, open_objections, stand
from argsite.model import Graph
from tests.analysis.graphs import graphs
from tests.analysis.notation import essay


@given(graphs(), st.integers(1, 4))
def test_whatever_belongs_to_which_essay_the_same_is_found(graph: Graph, essays: int) -> None:
    standing = stand(graph)
    opposition = Opposition(graph, standing, lambda key: str(sum(key.encode()) % essays))
    for key in graph.statements:
        asked = essay(graph, contention=key.partition("/")[2])
        expected = {each.key for each in open_objections(graph, standing, asked)}
        assert opposition.to(asked) == expected
