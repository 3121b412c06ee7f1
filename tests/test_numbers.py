"""Numbers in bytes, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.numbers import finder, packed, unpacked


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


def test_the_bytes_are_the_same_on_every_machine() -> None:
    assert packed([1, 258]) == b"\x01\0\0\0\x02\x01\0\0"


def test_those_of_two_jobs_are_joined_as_bytes() -> None:
    assert list(unpacked(packed([1, 2]) + packed([3]))) == [1, 2, 3]


@given(st.sets(st.integers(0, 999), max_size=20), st.lists(st.integers(0, 999)))
def test_a_wanted_number_is_found(wanted: set[int], numbers: list[int]) -> None:
    assert finder(wanted)(packed(numbers)) == bool(wanted & {*numbers})


def test_bytes_of_two_numbers_are_no_third_one() -> None:
    assert not finder({0x0100_0000})(packed([0, 1]))
    assert finder({0x0100_0000})(packed([0, 1, 0x0100_0000]))


def test_torn_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="bytes length not a multiple of item size"):
        unpacked(b"abc")
