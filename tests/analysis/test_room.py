"""Which steps an outline of limited length has room for."""

from __future__ import annotations

import pytest

from argsite.analysis.room import room_for
from tests.analysis.notation import key, read

GRAPH = read("P > C; Q1 + Q2 > C; P1 > P; R -> P1")


def premises(limit: int) -> set[str]:
    """Return the premises of the steps that there is room for under `C`."""
    chosen = room_for(GRAPH, [key("C")], limit) or set()
    return {premise for each in chosen for premise in GRAPH.arguments[each].premises}


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (5, "P Q1 Q2 P1"),
        (4, "P Q1 Q2"),
    ],
)
def test_levels_are_taken_whole(limit: int, expected: str) -> None:
    assert premises(limit) == {key(each) for each in expected.split()}


def test_of_the_first_level_as_much_is_taken_as_fits_but_no_half_of_linked_premises() -> None:
    assert premises(3) == {key("P")}
    assert premises(1) == set()


def test_where_there_is_room_for_all_none_is_chosen() -> None:
    assert room_for(GRAPH, [key("C")], 6) is None
    assert room_for(GRAPH, [key("R")], 1) is None
