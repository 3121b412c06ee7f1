"""Numbers in bytes: a large site has millions that are kept and sent from process to process.

Each takes four bytes, where a number that is an object takes 36.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

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


def holders(wanted: AbstractSet[int], texts: Sequence[bytes]) -> Iterator[int]:
    """Yield the places of the texts of numbers that hold one that is wanted, some repeatedly."""
    if len(wanted) > _FEW:
        yield from (at for at, each in enumerate(texts) if not wanted.isdisjoint(unpacked(each)))
        return
    # A few are found in all texts at once, without making numbers of bytes.
    joined, ends = b"".join(texts), list(accumulate(map(len, texts)))
    for sought in (packed([each]) for each in wanted):
        at = joined.find(sought)
        while at >= 0:
            if at % EACH == 0:  # else it is parts of two numbers
                yield bisect_right(ends, at)
            at = joined.find(sought, at + 1)


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
