"""Heights that are not known yet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.diagram.height import Elastic, half_way, height_of, parts_of


def test_missing_heights_are_filled_in_order() -> None:
    text = Elastic.of("from %d to %d", [height_of(0) + 2, height_of(1, 5) - 10])
    assert text.filled((10, 90)) == "from 12 to 85"


def test_what_lies_lower_is_greater() -> None:
    assert height_of(0, 500) < height_of(1, -5) < height_of(1, 3)


def test_a_line_is_bent_near_its_end() -> None:
    assert half_way(height_of(2, -8), height_of(1, 14)) == height_of(1, 3)


@given(st.integers(0, 5000), st.integers(-100_000, 100_000))
def test_a_height_is_what_it_was_made_of(given: int, more: int) -> None:
    assert parts_of(height_of(given, more)) == (given, more)
