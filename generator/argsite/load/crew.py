"""Reads many essays at once: the processors of a machine take a share each.

A fork of this process needs no start and knows the texts already; it sends back what it read.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from typing import NamedTuple

from argsite.fork import Fork, can_fork, processors
from argsite.load.essays import Files, Read, read_essay
from argsite.packing import pack, unpack

WORTH_IT = 200_000
"""Characters that one process alone reads about as fast as two."""


class Made(NamedTuple):
    """What came of an essay."""

    read: Read
    """The value."""

    packed: bytes | None = None
    """The same packed, if that was done already."""


def read_essays(found: Sequence[Files], processes: int | None = None) -> Generator[Made]:
    """Yield what each essay comes to, in their order.

    At most so many `processes` share the work; by default, as many as there are processors.
    """
    count = (processes or processors()) if can_fork() else 1
    if count < 2 or len(found) < 2 or _size(found) < WORTH_IT:  # noqa: PLR2004 - it takes two to share
        yield from (Made(read_essay(each)) for each in found)
        return
    first, *rest = found
    yield Made(read_essay(first))  # before the others are there: what it loads, they need not load
    own, *shares = _shares(rest, count)
    with ExitStack() as stack:
        others = [stack.enter_context(Fork(partial(_read, share))) for share in shares]
        yield from (Made(read_essay(each)) for each in own)
        for share, other in zip(shares, others, strict=True):
            yield from _received(share, other.result())


def _read(share: Sequence[Files]) -> bytes:
    return pack([pack(read_essay(each)) for each in share])


def _received(share: Sequence[Files], data: bytes) -> Iterator[Made]:
    """Yield what another process came to; what did not come is read here."""
    packed = unpack(data, list[bytes]) or []
    for index, each in enumerate(share):
        read = unpack(packed[index], Read) if index < len(packed) else None
        yield Made(read, packed[index]) if read else Made(read_essay(each))


def _size(found: Iterable[Files]) -> int:
    return sum(len(text.text) for each in found for text in each.texts)


def _shares(found: Sequence[Files], count: int) -> list[Sequence[Files]]:
    """Divide essays, in their order, into shares of about the same size."""
    due = _size(found) / count
    shares: list[list[Files]] = [[]]
    done = 0
    for each in found:
        if done >= due * len(shares):
            shares.append([])
        shares[-1].append(each)
        done += _size([each])
    return [*shares]
