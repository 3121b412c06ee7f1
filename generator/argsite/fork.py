"""Work in a process of its own: a copy of this one that knows all it knows, sends bytes and ends.

What is asked for must not depend on whether there is one. So whoever begins a fork does the work
himself where forks are not to be had, and where one ended before it was done.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from argsite.undisturbed import left_to_parent, undisturbed


def can_fork() -> bool:
    """Say whether this process can be copied; threads are not, and what they hold stays held."""
    return (
        hasattr(os, "fork")
        and sys.platform != "darwin"  # where system libraries do not survive it
        and threading.active_count() == 1
    )


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class Fork:
    """A process that does one piece of work; leave its `with` and it is gone."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Begin the work; where the system has no room for one more process, there is no result."""
        self._from = self._process = 0
        with undisturbed(), suppress(OSError):
            self._from, into = os.pipe()
            try:
                self._process = os.fork()
                if not self._process:
                    _work(work, into)
            finally:
                os.close(into)

    def result(self) -> bytes:
        """Wait for what the work gives, and return it; empty where the process did not come so far.

        It can be asked for once.
        """
        if not self._process:
            return b""
        with open(self._from, "rb", closefd=False) as stream:
            return stream.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._from:
            os.close(self._from)
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def _work(work: Callable[[], bytes], into: int) -> None:
    """Do the work, send what it gives in one piece, and end without a word, whatever happened."""
    try:
        left_to_parent()
        gc.disable()
        data = work()
        with open(into, "wb") as stream:
            stream.write(data)
    finally:
        os._exit(0)
