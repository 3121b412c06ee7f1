"""Which part of the graph each kind of diagram shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argsite.analysis import Reach, View, local_view, point_view, whole_view
from argsite.analysis.view import MOST_IN_LOCAL_VIEW
from argsite.model import Graph, Kind
from tests.analysis.graphs import below, graphs
from tests.analysis.notation import argument, essay, key, name, names, read, statement


def hidden(view: View) -> dict[str, int]:
    """Return the counts by name."""
    return {name(each): number for each, number in view.hidden.items()}


# Local views of X, with the contention C.


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        # The path, the statement, two levels below it; the third level is left out.
        ("P > C; X > P; Y > X; Z > Y; W > Z", "C P X Y Z"),
        # On the path only the step taken is shown, with what is linked in it.
        ("P + Q > C; X > P; S > P; T > C; U > Q", "C P X Q"),
        # All paths, where they are short.
        ("P > C; Q > C; X > P; X > Q", "C P Q X"),
        # Undercuts of a step belong to the level of its premises, and so do theirs.
        ("X > C; a: Y > X; u: U -> a; V -> u; W > V; Z > W", "C X Y U V W"),
        # A path through an undercut shows the step that it attacks.
        ("a: P > C; X -> a; Q > P", "C P X"),
        # What does not reach the contention is shown alone.
        ("P > C; Y > X; Z > X", "X Y Z"),
        # A cycle is drawn once.
        ("X > C; C > X", "C X"),
    ],
)
def test_local_view_shows(notation: str, expected: str) -> None:
    assert names(local_view(read(notation), key("X"), key("C")).statements) == expected


def test_the_contention_has_a_local_view_too() -> None:
    graph = read("a: P > C; U -> a; Q > P; S > Q")
    view = local_view(graph, key("C"), key("C"))
    assert view.focus == key("C")
    assert names(view.statements) == "C P Q U"
    assert hidden(view) == {"C": 1, "P": 1, "Q": 1}


def test_hidden_counts_each_statement_once() -> None:
    graph = read("X > C; T1 > C; T2 > T1; Y > X; Z1 > Y; Z2 > Y; W > Z1; W > Z2")
    view = local_view(graph, key("X"), key("C"))
    assert names(view.statements) == "C X Y Z1 Z2"
    assert hidden(view) == {"C": 3, "X": 1, "Y": 1, "Z1": 1, "Z2": 1}


def test_arguments_are_those_with_premises_and_target_in_view() -> None:
    graph = read("p: P > C; q: Q > C; x: X > P; u: U -> x; v: V -> u; y: Y > X; z: Z > P")
    view = local_view(graph, key("X"), key("C"))
    assert names(view.statements) == "C P X Y"
    assert names(view.arguments) == "p x y"


def test_the_second_level_goes_first_then_children_beyond_the_twelfth() -> None:
    level = "; ".join(f"Y{number} > X" for number in range(20))
    view = local_view(read(f"X > C; {level}; Z > Y0"), key("X"), key("C"))
    assert len(view.statements) == 23
    second = "; ".join(f"Z{number} > Y0" for number in range(10))
    view = local_view(read(f"X > C; {level}; {second}"), key("X"), key("C"))
    assert len(view.statements) == 22
    assert hidden(view) == {"C": 10, "X": 10, "Y0": 10}
    level = "; ".join(f"Y{number} > X" for number in range(40))
    view = local_view(read(f"X > C; {level}"), key("X"), key("C"))
    assert names(view.statements).split()[2:] == [f"Y{number}" for number in range(12)]
    assert hidden(view) == {"C": 28, "X": 28}


def test_many_paths_become_the_shortest() -> None:
    ways = "; ".join(f"P{number} > C; Q{number} > P{number}; X > Q{number}" for number in range(7))
    view = local_view(read(f"{ways}; S > C; X > S"), key("X"), key("C"))
    assert names(view.statements) == "C S X"


def test_of_a_long_path_the_end_is_shown() -> None:
    links = "; ".join(f"S{number + 1} > S{number}" for number in range(40))
    view = local_view(read(links), key("S30"), key("S0"))
    assert names(view.statements).split() == [f"S{number}" for number in range(18, 33)]


# Points.


def test_a_point_shows_whole_levels_while_there_is_room() -> None:
    graph = read("P > C; Q > C; P1 > P; P2 > P; Q1 > Q; P3 > P1")
    shown = {limit: names(point_view(graph, [key("C")], limit).statements) for limit in (7, 6, 5)}
    assert shown == {7: "C P P1 P3 P2 Q Q1", 6: "C P P1 P2 Q Q1", 5: "C P Q"}
    assert hidden(point_view(graph, [key("C")], 5)) == {"C": 4, "P": 3, "Q": 1}


def test_of_a_points_first_level_as_much_as_fits_is_shown() -> None:
    view = point_view(read("P > C; Q1 + Q2 > C; S > C; T > C"), [key("C")], limit=2)
    assert names(view.statements) == "C P S"
    assert hidden(view) == {"C": 3}


def test_several_claims_stand_side_by_side() -> None:
    assert names(point_view(read("P > C; Q > D; P > D"), [key("C"), key("D")]).statements) in (
        "C D P Q",
        "C D Q P",
    )


def test_what_another_point_argues_for_is_shown_but_not_its_arguments() -> None:
    graph = read("P > C; Elsewhere > C; Q > P; S > Elsewhere")
    there = replace(graph.statements[key("Elsewhere")], point=2)
    statements = {**graph.statements, there.key: there}
    graph = Graph.of(statements.values(), graph.arguments.values())
    view = point_view(graph, [key("C")])
    assert names(view.statements) == "C P Q Elsewhere"
    assert hidden(view) == {"C": 1, "Elsewhere": 1}


def test_a_whole_view_hides_nothing() -> None:
    graph = read("P > C; Q > P; Apart > Alone; U -> U")
    view = whole_view(graph, essay(graph, "C", "P"))
    assert set(view.statements) == set(graph.statements)
    assert set(view.arguments) == set(graph.arguments)
    assert not view.hidden


# What holds of each view of any graph.


@given(graphs(most=12), st.integers(1, 12))
@settings(max_examples=500, deadline=None)
def test_views_hold_in_any_graph(graph: Graph, limit: int) -> None:
    reach = Reach(graph)
    first, *others = graph.statements
    for each in graph.statements:
        view = local_view(graph, each, first, reach)
        assert_holds(graph, view)
        assert len(view.statements) <= MOST_IN_LOCAL_VIEW
        assert each in view.statements
    claims = others[:2] or [first]
    view = point_view(graph, claims, limit)
    assert_holds(graph, view)
    assert set(claims) <= set(view.statements)
    assert len(view.statements) <= limit + len(claims)
    whole = essay(graph, name(first), *(name(each) for each in claims))
    assert_holds(graph, whole_view(graph, whole))


def assert_holds(graph: Graph, view: View) -> None:
    """Check order, closed steps and counts."""
    shown = set(view.statements)
    assert len(shown) == len(view.statements)
    inside: set[str] = set()
    for each in graph.arguments.values():
        if shown.issuperset(each.premises) and each.target in shown | inside:
            inside.add(each.key)
    assert list(view.arguments) == [each for each in graph.arguments if each in inside]
    place = {each: number for number, each in enumerate(view.statements)}
    for step in (graph.arguments[each] for each in view.arguments):
        above = graph.concluded(step).key
        for premise in step.premises:
            in_cycle = above == premise or above in below(graph, premise)
            assert in_cycle or place[above] < place[premise]
    counted = {each: len(below(graph, each) - shown) for each in view.statements}
    assert view.hidden == {each: number for each, number in counted.items() if number}


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    names = [f"S{number}" for number in range(10_000)]
    steps = [
        argument(f"step.{number}", [below], above, Kind.AGAINST)
        for number, (above, below) in enumerate(pairwise(names))
    ]
    graph = Graph.of(map(statement, names), steps)
    assert len(whole_view(graph, essay(graph, "S0")).statements) == 10_000
    view = local_view(graph, key("S5000"), key("S0"))
    assert view.hidden[key("S5000")] == 999
    assert len(view.statements) == 15
