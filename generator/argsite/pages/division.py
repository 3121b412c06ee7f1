"""Where the pages of a long list begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar
from zlib import crc32

Entry = TypeVar("Entry")


def cut(
    entries: Sequence[Entry], most: int, key: Callable[[Entry], str]
) -> list[tuple[Entry, ...]]:
    """Return the pages of a list, with at most so many entries on each; at least one page.

    Where a page ends follows from the keys of the entries around: a page after the first begins,
    in the second half of what the one before may hold, with the entry whose key has the lowest
    hash. So an entry more or less moves the ends of few pages.
    """
    pages = []
    start = 0
    while len(entries) - start > most:
        ends = range(start + (most + 1) // 2, start + most + 1)
        end = min(ends, key=lambda place: (crc32(key(entries[place]).encode()), place))
        pages.append(tuple(entries[start:end]))
        start = end
    return [*pages, tuple(entries[start:])]
