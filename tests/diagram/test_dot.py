"""What Graphviz is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.diagram import shape_of
from argsite.diagram.dot import write_dot
from argsite.diagram.plan import plan
from argsite.diagram.skeleton import make_skeleton
from tests.diagram.charts import PARK, chart_of


def dot_of(text: str) -> str:
    """Return the DOT text of a chart that is written in the notation."""
    return write_dot(make_skeleton(shape_of(chart_of(text))), 212)


def test_siblings_are_written_in_the_authors_order() -> None:
    dot = dot_of(PARK)
    into_claim = [line.strip() for line in dot.splitlines() if "-> n0" in line]
    assert into_claim == [
        "n1 -> n0 [minlen=2]",
        "n2 -> n0 [minlen=2]",
        "j2 -> n0",
        "n6 -> n0 [minlen=2]",
    ]


def test_two_steps_between_the_same_statements_are_laid_out_once() -> None:
    text = "c claim open: One.\np premise open: Two.\na = p for c\nb = p against c"
    assert dot_of(text).count("->") == 1


def test_linked_premises_and_undercuts_differ() -> None:
    text = "c claim open: 1.\np premise open: 2.\nq premise open: 3.\n"
    linked = dot_of(text + "a = p + q for c")
    undercut = dot_of(text + "a = p for c\nb = q undercut a")
    assert linked != undercut


@given(st.text(), st.text())
def test_nothing_that_an_author_wrote_gets_in(word: str, text: str) -> None:
    chart = chart_of(PARK)
    other = chart._replace(nodes=tuple(node._replace(word=word, text=text) for node in chart.nodes))
    assert plan(shape_of(other)).dot == plan(shape_of(chart)).dot
