"""How well one colour is read on another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.theme.contrast import LEAST, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_what_wcag_says_it_is(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, COLOURS)
def test_there_is_always_a_readable_shade(colour: str, paper: str) -> None:
    assert contrast(readable(colour, paper), paper) >= LEAST


def test_a_colour_that_is_read_well_stays_as_it_is() -> None:
    assert readable("#7a1f2b", "#fdfcf9") == "#7a1f2b"


def test_a_shade_is_darker_on_light_paper_and_lighter_on_dark() -> None:
    assert contrast(readable("#d98c95", "#fdfcf9"), "#000000") < contrast("#d98c95", "#000000")
    assert contrast(readable("#7a1f2b", "#14161a"), "#000000") > contrast("#7a1f2b", "#000000")
