"""Numbers in bytes, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.numbers import holders, packed, unpacked


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


def test_the_bytes_are_the_same_on_every_machine() -> None:
    assert packed([1, 258]) == b"\x01\0\0\0\x02\x01\0\0"


def test_those_of_two_jobs_are_joined_as_bytes() -> None:
    assert list(unpacked(packed([1, 2]) + packed([3]))) == [1, 2, 3]


NUMBERS = st.integers(0, 999)


@given(st.sets(NUMBERS, max_size=40), st.lists(st.lists(NUMBERS)))
def test_those_that_hold_a_wanted_number_are_found(
    wanted: set[int], texts: list[list[int]]
) -> None:
    expected = {at for at, numbers in enumerate(texts) if wanted & {*numbers}}
    assert {*holders(wanted, [*map(packed, texts)])} == expected


def test_bytes_of_two_numbers_are_no_third_one() -> None:
    texts = [packed([0, 1]), packed([]), packed([1, 0x0100_0000])]
    assert list(holders({0x0100_0000}, texts)) == [2]


def test_torn_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="bytes length not a multiple of item size"):
        unpacked(b"abc")
