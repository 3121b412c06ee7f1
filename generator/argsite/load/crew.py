"""Reads many essays at once: the processes of a machine take a share each.

A process is a fork of this one, which needs no start and knows the texts already; it sends back
what it read. Where there are no forks, or threads forbid them, all is read here. A share that does
not come back, since its process was killed, is read here, too.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

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
    count = (processes or _processors()) if _may_fork() else 1
    if count < 2 or len(found) < 2 or _size(found) < WORTH_IT:  # noqa: PLR2004 - it takes two to share
        yield from (Made(read_essay(each)) for each in found)
        return
    first, *rest = found
    yield Made(read_essay(first))  # before the others are there: what it loads, they need not load
    own, *shares = _shares(rest, count)
    others = [_Other(share) for share in shares]
    try:
        yield from [Made(read_essay(each)) for each in own]
        for other in others:
            yield from other.result()
    finally:
        for other in others:
            other.end()


class _Other:
    """A process that reads a share."""

    def __init__(self, share: Sequence[Files]) -> None:
        self._share = share
        self._ended = False
        self._out, into = os.pipe()
        self._process = os.fork()
        if not self._process:
            _work(share, into)
        os.close(into)

    def result(self) -> Iterator[Made]:
        """Wait until the share is read, and yield it."""
        with open(self._out, "rb", closefd=False) as stream:
            packed = unpack(stream.read(), list[bytes]) or []
        for index, each in enumerate(self._share):
            read = unpack(packed[index], Read) if index < len(packed) else None
            yield Made(read, packed[index]) if read else Made(read_essay(each))

    def end(self) -> None:
        """End the process, whether it is done or not."""
        os.close(self._out)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work(share: Sequence[Files], into: int) -> None:
    """Read a share in a process of its own, send it, and end the process without a word."""
    try:
        gc.disable()
        data = pack([pack(read_essay(each)) for each in share])
        with open(into, "wb") as stream:
            stream.write(data)
    finally:
        os._exit(0)


def _may_fork() -> bool:
    """Say whether this process may be forked: a thread that holds a lock would never let it go."""
    return hasattr(os, "fork") and threading.active_count() == 1


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
