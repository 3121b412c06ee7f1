"""Numbers in bytes: a large site has millions that are kept and sent from process to process.

Each takes four bytes, where a number that is an object takes 36.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

EACH = 4
"""So many bytes a number takes."""

_FEW = 16

_KIND = next(kind for kind in "IL" if array(kind).itemsize == EACH)


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers, each from 0 to 4,294,967,295, as bytes, the lowest byte of each first."""
    return _turned(array(_KIND, numbers)).tobytes()


def unpacked(data: bytes) -> array[int]:
    """Return the numbers that `packed` made the bytes of; ValueError where it is no such text."""
    numbers = array(_KIND)
    numbers.frombytes(data)
    return _turned(numbers)


def finder(wanted: AbstractSet[int]) -> Callable[[bytes], bool]:
    """Return what says whether numbers in bytes hold one that is wanted."""

    def holds(data: bytes) -> bool:
        return not wanted.isdisjoint(unpacked(data))

    if len(wanted) > _FEW:
        return holds
    # To find bytes takes a tenth of making numbers of them; they may be parts of two numbers, too.
    sought = [packed([each]) for each in wanted]
    return lambda data: any(each in data for each in sought) and holds(data)


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
