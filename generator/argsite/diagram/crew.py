"""Worker processes that lay out large charts, and what stops them when that takes too long.

Graphviz is not thread-safe, and only a process can be stopped in the middle of a layout. Each
worker has a thread that talks to it over pipes, which every system has; one more thread watches
the clock. Where Graphviz is a program, the threads run that instead.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from time import monotonic

from argsite.diagram.layout import Layout, TooSlow, has_library, lay_out_by_program
from argsite.errors import LayoutError

_WATCH_SECONDS = 0.05
"""From one look at the clock to the next."""


class Crew:
    """Workers, started when they are needed, until `close`."""

    def __init__(self, count: int, limit_seconds: float) -> None:
        """Set up `count` workers that have `limit_seconds` for each layout."""
        self._limit = limit_seconds
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="layout")
        self._workers = [_Worker(limit_seconds) for _ in range(count)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._keep_time, name="layout-clock", daemon=True)
        self._watch.start()

    def ask(self, dot: str) -> Future[Layout | TooSlow]:
        """Return the answer to come: the layout of a DOT text."""
        return self._threads.submit(self._answer, dot)

    def close(self) -> None:
        """Stop everything, also in the middle of a layout."""
        self._closed.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()
        self._watch.join()
        for worker in self._workers:
            worker.clear()

    def _answer(self, dot: str) -> Layout | TooSlow:
        if not has_library():
            return lay_out_by_program(dot, self._limit)
        worker = self._idle.get()
        try:
            return worker.answer(dot)
        finally:
            self._idle.put(worker)

    def _keep_time(self) -> None:
        while not self._closed.wait(_WATCH_SECONDS):
            for worker in self._workers:
                worker.stop_if_late()


class _Worker:
    """One process that lays out; started when it is needed, and again after it ended."""

    def __init__(self, limit_seconds: float) -> None:
        self._limit = limit_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._late_at: float | None = None
        self._stopped = False
        self._closed = False
        self._lock = threading.Lock()

    def answer(self, dot: str) -> Layout | TooSlow:
        """Lay out a DOT text within the limit."""
        answer = _talk(self._begin(), dot)
        with self._lock:
            self._late_at = None
            stopped, self._stopped = self._stopped, False
        if stopped:
            self.clear()
            return TooSlow(self._limit)
        if answer is None:
            self.clear()
            raise LayoutError("Graphviz failed: the process that ran it has ended")
        if isinstance(answer, str):
            raise LayoutError(answer)
        return answer

    def stop_if_late(self) -> None:
        """Kill the process where it is over its time."""
        with self._lock:
            if self._process and self._late_at is not None and monotonic() > self._late_at:
                self._late_at = None
                self._stopped = True
                self._process.kill()

    def close(self) -> None:
        """End for good, also in the middle of a layout."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def clear(self) -> None:
        """Clear away the process, which has ended or must."""
        with self._lock:
            if self._process:
                self._process.kill()
                self._process.communicate()
                self._process = None

    def _begin(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise LayoutError("the layout was given up")
            if self._process is None:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "argsite.diagram.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            self._late_at = monotonic() + self._limit
            return self._process


def _talk(process: subprocess.Popen[bytes], dot: str) -> Layout | str | None:
    """Return the layout of a DOT text, or what failed; None where the process has ended."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        pickle.dump(dot, process.stdin)
        process.stdin.flush()
        answer: Layout | str = pickle.load(process.stdout)  # noqa: S301 - see `worker.py`
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return answer
