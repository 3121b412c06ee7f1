"""Dates, counts and lists in words."""

from __future__ import annotations

import pytest

from argsite.diagram import RELATION
from argsite.model import Kind, Role, Status
from argsite.pages.wording import MEANING, ROLE, TOWARDS, count, day, listed


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-03-02", "2 March 2026"),
        ("2026-12-31", "31 December 2026"),
        ("2026-03", "March 2026"),
        ("2026", "2026"),
        ("", ""),
    ],
)
def test_a_date_is_said_as_exactly_as_it_was_written(date: str, expected: str) -> None:
    assert day(date) == expected


def test_a_number_agrees_with_its_noun() -> None:
    assert count(0, "point") == "0 points"
    assert count(1, "point") == "1 point"
    assert count(12_345, "point") == "12,345 points"
    assert count(1, "other way", "other ways") == "1 other way"
    assert count(2, "other way", "other ways") == "2 other ways"


def test_names_are_listed_as_in_a_sentence() -> None:
    assert listed(()) == ""
    assert listed(("A",)) == "A"
    assert listed(("A", "B")) == "A and B"
    assert listed(("A", "B", "C")) == "A, B and C"


def test_each_thing_has_its_word() -> None:
    assert set(RELATION) == set(TOWARDS) == set(Kind)
    assert set(ROLE) == set(Role)
    assert set(MEANING) == set(Status)
