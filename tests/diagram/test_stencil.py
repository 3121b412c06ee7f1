"""Texts in which only places are missing."""

from __future__ import annotations

from argsite.diagram.stencil import Stencil, joined, plain


def test_gaps_are_filled_from_left_to_right_with_what_is_across_and_what_is_down() -> None:
    stencil = Stencil("from %d %d to %d %d, 100%%", (0, 2, 5, -1))
    assert stencil.at((10, 90)) == "from 10 92 to 15 89, 100%"


def test_two_stencils_of_one_corner_are_one() -> None:
    one, other = Stencil("M%d %d ", (0, 1)), Stencil(plain("5% ") + "M%d %.9g", (0, 0.5))
    assert joined((one, other)).at((3, 4)) == "M3 5 5% M3 4.5"
