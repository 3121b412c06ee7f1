"""An essay's chapters hold each of its statements, wherever it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.analysis import chapters
from argsite.analysis.chapters import Chapter, chapter_of
from argsite.model import Graph
from tests.analysis import notation
from tests.analysis.graphs import graphs


def told(found: tuple[Chapter, ...]) -> list[str]:
    """Return each chapter as a line: its point, and its statements with their depths."""
    return [
        f"{chapter.point.number if chapter.point else '-'}:"
        + "".join(f" {row.depth}{notation.name(row.statement)}" for row in chapter.rows)
        for chapter in found
    ]


def test_claims_that_the_contention_does_not_use_have_chapters_of_their_point() -> None:
    graph = notation.read("A > C; B; P > B; D; A > D")
    essay = notation.essay(graph, "C", "A", "B D")
    assert told(chapters(graph, essay)) == ["-: 0C 1A", "2: 0B 1P 0D 1A"]


def test_a_point_begins_with_its_claims() -> None:
    graph = notation.read("A > C; P > A")
    essay = notation.essay(graph, "C", "A")
    assert told(chapter_of(graph, essay, essay.points[0])) == ["1: 0A 1P"]


def test_what_lies_too_deep_is_a_chapter_at_the_end() -> None:
    graph = notation.read("A > C; B > A; D > B; E")
    essay = notation.essay(graph, "C", "E")
    assert told(chapters(graph, essay, 1)) == ["-: 0C 1A", "1: 0E", "-: 0A 1B", "-: 0B 1D"]


@given(graphs(), st.integers(1, 4))
def test_every_statement_that_bears_on_a_claim_is_unfolded_once(graph: Graph, deepest: int) -> None:
    names = [notation.name(each) for each in graph.statements]
    essay = notation.essay(graph, names[0], " ".join(names[1:])) if names[1:] else None
    if essay is None:
        return
    rows = [row for chapter in chapters(graph, essay, deepest) for row in chapter.rows]
    unfolded = [row.statement for row in rows if not row.again and not row.continues]
    assert sorted(unfolded) == sorted(graph.statements)
