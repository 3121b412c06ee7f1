"""Worker processes that lay out graphs, and what stops them when they take too long.

Graphviz is not thread-safe, and only a process can be stopped in the middle of a layout. Each
worker has a thread that talks to it over pipes, which every system has; one more thread watches
the clock. Where Graphviz is a program, the threads run that instead.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
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
        """Set up `count` workers that have `limit_seconds` for each graph."""
        self._limit = limit_seconds
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="layout")
        self._workers = [_Worker(limit_seconds) for _ in range(count)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._keep_time, name="layout-clock", daemon=True)
        self._watch.start()

    def ask(self, dots: Sequence[str]) -> Future[list[Layout | TooSlow]]:
        """Return the answers to come, one for each DOT text."""
        return self._threads.submit(self._answer, dots)

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

    def _answer(self, dots: Sequence[str]) -> list[Layout | TooSlow]:
        if not has_library():
            return [lay_out_by_program(dot, self._limit) for dot in dots]
        worker = self._idle.get()
        try:
            return worker.answer(dots)
        finally:
            self._idle.put(worker)

    def _keep_time(self) -> None:
        while not self._closed.wait(_WATCH_SECONDS):
            for worker in self._workers:
                worker.stop_if_late()


class _Worker:
    """One process that lays out graphs; started when it is needed, and again after it ended."""

    def __init__(self, limit_seconds: float) -> None:
        self._limit = limit_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._late_at: float | None = None
        self._stopped = False
        self._closed = False
        self._lock = threading.Lock()

    def answer(self, dots: Sequence[str]) -> list[Layout | TooSlow]:
        """Lay out graphs, together if they are quick, else each within its own limit."""
        line = _talk(self._begin(), json.dumps(list(dots)).encode() + b"\n")
        with self._lock:
            self._late_at = None
            stopped, self._stopped = self._stopped, False
        if stopped:
            self.clear()
            if len(dots) == 1:
                return [TooSlow(self._limit)]
            return [answer for dot in dots for answer in self.answer([dot])]
        if not line.endswith(b"\n"):
            self.clear()
            raise LayoutError("Graphviz failed: the process that ran it has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise LayoutError(answer["error"])
        return [Layout(across) for across in answer["layouts"]]

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


def _talk(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Send a line, return the line that answers it; cut short where the process has ended."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(request)
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""
