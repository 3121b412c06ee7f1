"""Texts in which only numbers are missing."""

from __future__ import annotations

from argsite.diagram.stencil import Gap, Stencil, joined, plain


def test_gaps_in_a_text_are_filled_in_order() -> None:
    top, bottom = Gap(0), Gap(1)
    stencil = Stencil.of(f"from {top + 2} to {bottom - 5}, 100%")
    assert stencil.filled((10, 90)) == "from 12 to 85, 100%"


def test_two_stencils_are_filled_as_one() -> None:
    one, other = Stencil("x=%d ", ((0, 1),)), Stencil(plain("5% ") + "y=%.9g", ((1, 0.5),))
    both = joined((one, other))
    assert both.filled((3, 4)) == "x=4 5% y=4.5"


def test_what_lies_lower_is_greater() -> None:
    assert Gap(0, 500) < Gap(1, -5) < Gap(1, 3)
