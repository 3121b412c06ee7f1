"""Numbers in digits."""

from __future__ import annotations

import pytest

from argsite.pages.search.digits import DIGITS, fixed, step


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        (0, "A"),
        (31, "f"),
        (32, "gB"),
        (1023, "_f"),
        (1024, "ggB"),
        (2**24 - 1, "____P"),
    ],
)
def test_a_step_is_written_five_bits_a_digit_the_lowest_first(number: int, digits: str) -> None:
    assert step(number) == digits
    values = [DIGITS.index(each) for each in digits]
    assert sum((value & 31) << 5 * place for place, value in enumerate(values)) == number
    assert [value > 31 for value in values] == [True] * (len(digits) - 1) + [False]


@pytest.mark.parametrize(
    ("number", "digits"), [(0, "AAAA"), (63, "AAA_"), (64, "AABA"), (2**24 - 1, "____")]
)
def test_a_document_has_four_digits_the_highest_first(number: int, digits: str) -> None:
    assert fixed(number) == digits
