"""The argument as rows that a template turns into nested lists by looping."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined

from argsite.analysis import Part, Row, outline
from argsite.model import Graph, Kind
from tests.analysis.graphs import below, graphs
from tests.analysis.notation import argument, key, name, read, statement

CLOSE = {
    Part.PREMISE: "</ul></details>",
    Part.UNDERCUTS: "</ul>",
    Part.ITEM: "</li>",
}


def rendered(rows: Sequence[Row]) -> str:
    """Render rows with the template that the module's docstring shows."""
    shown = sys.modules[Row.__module__].__doc__ or ""
    template = "\n".join(line[4:] for line in shown.splitlines() if line.startswith("    "))
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - names only
    assert "row.closes" in template
    html = environment.from_string(template).render(
        rows=rows, close=CLOSE, title=lambda row: name(row.statement)
    )
    return re.sub(r"\s*\n\s*", "", html)


def drawn(rows: Sequence[Row]) -> str:
    """Draw rows as an indented list: what each row says, as readers see it."""
    signs = {None: "", Kind.FOR: "+ ", Kind.AGAINST: "- ", Kind.UNDERCUT: "/ "}
    lines = []
    for row in rows:
        sign = signs[row.kind] if row.begins_item else "& "
        notes = [
            *(["again"] if row.again else []),
            *(["continues"] if row.continues else []),
            *([f"+{row.hidden}"] if row.hidden else []),
        ]
        lines.append(" ".join(["  " * row.depth + sign + name(row.statement), *notes]))
    return "\n".join(lines)


def lines(text: str) -> str:
    """Return a text as written in a test, without the test's indentation."""
    return "\n".join(line[8:] for line in text.strip("\n").splitlines()).rstrip()


def test_linked_premises_stand_together_and_undercuts_hang_under_their_step() -> None:
    graph = read("a: P1 + P2 > C; R -> C; Q > P1; u: U -> a; V -> u; X -> U")
    assert drawn(outline(graph, [key("C")])) == lines("""
        C
          + P1
            + Q
          & P2
            / U
              - X
              / V
          - R
    """)


def test_a_template_renders_it_by_looping() -> None:
    graph = read("a: P1 + P2 > C; Q > P1; u: U -> a; V -> u; R -> C")
    html = (
        '<ul><li class="root"><details open><summary>C</summary><ul>'
        '<li class="for">'
        '<details open><summary>P1</summary><ul><li class="for"><p>Q</p></li></ul></details>'
        "<p>P2</p>"
        '<ul class="undercuts"><li class="undercut"><p>U</p>'
        '<ul class="undercuts"><li class="undercut"><p>V</p></li></ul>'
        "</li></ul>"
        "</li>"
        '<li class="against"><p>R</p></li>'
        "</ul></details></li></ul>"
    )
    assert rendered(outline(graph, [key("C")])) == html


def test_a_statement_is_unfolded_where_it_is_first_met() -> None:
    graph = read("P > C; Q > C; S > P; S > Q; T > S; C > T")
    assert drawn(outline(graph, [key("C")])) == lines("""
        C
          + P
            + S
              + T
                + C again
          + Q
            + S again
    """)


def test_several_roots_follow_each_other() -> None:
    graph = read("P > C; Q > P; S > D; P > D")
    assert drawn(outline(graph, [key("C"), key("D"), key("P")])) == lines("""
        C
          + P
            + Q
        D
          + S
          + P again
        P again
    """)


def test_what_lies_too_deep_follows_after_the_rest() -> None:
    graph = read("A > C; B > A; D > B; E > D; F > C")
    assert drawn(outline(graph, [key("C")], deepest=2)) == lines("""
        C
          + A
            + B continues
          + F
        B
          + D
            + E
    """)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (
            9,
            """
        C
          + P
            + P1
              + P3
            + P2
          + Q
            + Q1
            """,
        ),
        (
            6,
            """
        C
          + P
            + P1 +1
            + P2
          + Q
            + Q1
            """,
        ),
        (
            5,
            """
        C
          + P +3
          + Q +1
            """,
        ),
        (
            2,
            """
        C +5
          + P +3
            """,
        ),
        (1, "        C +6"),
    ],
)
def test_a_limit_cuts_whole_levels_and_counts_the_rest(limit: int, expected: str) -> None:
    graph = read("P > C; Q > C; P1 > P; P2 > P; Q1 > Q; P3 > P1")
    assert drawn(outline(graph, [key("C")], limit=limit)) == lines(expected)


def test_rows_count_arguments_each_way() -> None:
    row = outline(read("P > C; Q1 + Q2 > C; R -> C"), [key("C")])[0]
    assert (row.pro, row.con) == (2, 1)


def test_rows_know_their_place_among_linked_premises() -> None:
    rows = outline(read("P > C; Q1 + Q2 > C"), [key("C")])
    assert [row.position for row in rows] == [0, 0, 0, 1]


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    names = [f"S{number}" for number in range(10_000)]
    steps = [
        argument(f"step.{number}", [below], above, Kind.FOR)
        for number, (above, below) in enumerate(pairwise(names))
    ]
    rows = outline(Graph.of(map(statement, names), steps), [key("S0")], deepest=50)
    assert max(row.depth for row in rows) == 50
    assert sum(not row.continues for row in rows) == 10_000


@given(graphs(), st.integers(1, 4), st.none() | st.integers(1, 20), st.randoms())
@settings(max_examples=500, deadline=None)
def test_outlines_hold_in_any_graph(
    graph: Graph, deepest: int, limit: int | None, chance: random.Random
) -> None:
    roots = chance.sample(list(graph.statements), min(2, len(graph.statements)))
    rows = outline(graph, roots, deepest, limit)
    assert_nested(rendered(rows))
    reached = set(roots).union(*(below(graph, each) for each in roots))
    shown = {row.statement for row in rows}
    unfolded = [row.statement for row in rows if row.opens]
    assert len(unfolded) == len(set(unfolded))
    assert shown <= reached
    if limit is None:
        assert shown == reached
        assert {row.argument for row in rows if row.argument} == {
            each.key for each in graph.arguments.values() if graph.concluded(each).key in reached
        }
    else:
        assert sum(row.argument is not None for row in rows) <= max(0, limit - len(roots))
    for row in rows:
        if row.hidden:
            assert row.hidden == len(below(graph, row.statement) - shown)


def assert_nested(html: str) -> None:
    """Check that every tag closes the one opened last."""
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)", html):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert not opened
