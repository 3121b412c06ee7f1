"""A Dask cluster of this machine for tests: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.built import ROOT

_SCHEDULER = re.compile(r"Scheduler at:\s+(tcp://\S+)")
_JOINED = re.compile("(Registered to:)")


class Cluster:
    """A running scheduler and its workers; leave its `with` and all are gone."""

    def __init__(self, folder: Path) -> None:
        """Start a scheduler; what the programs say is written into the folder."""
        self._folder = folder
        self._scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        self.address = self._said(self._scheduler, _SCHEDULER)
        self.workers: list[subprocess.Popen[bytes]] = []

    def start_worker(self) -> None:
        """Start a worker."""
        options = ("--no-nanny", "--nthreads", "2", "--host", "127.0.0.1")
        place = ("--local-directory", str(self._folder))
        worker = self._start("worker", self.address, *options, *place)
        self.workers.append(worker)

    def wait_for_workers(self) -> None:
        """Wait until all workers have joined."""
        for each in self.workers:
            self._said(each, _JOINED)

    def log(self, process: subprocess.Popen[bytes]) -> str:
        """Return what a process has said."""
        return self._log(process).read_text("utf-8", "replace")

    def kill_scheduler(self) -> None:
        """End the scheduler at once."""
        self._scheduler.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()

    def _start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        known = os.environ | {"PYTHONPATH": str(ROOT / "generator"), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *options]
        with (self._folder / "starting").open("wb") as stream:
            process = subprocess.Popen(
                [*command, "--no-dashboard"],
                stdout=stream,
                stderr=stream,
                env=known,
            )
        (self._folder / "starting").rename(self._log(process))
        return process

    def _log(self, process: subprocess.Popen[bytes]) -> Path:
        return self._folder / f"{process.pid}.log"

    def _said(self, process: subprocess.Popen[bytes], pattern: re.Pattern[str]) -> str:
        """Wait until a process says what is looked for, and return that."""
        while True:
            found = pattern.search(self.log(process))
            if found:
                return found[1]
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(self.log(process))


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """Run a scheduler and workers."""
    folder.mkdir(parents=True, exist_ok=True)
    with Cluster(folder) as running:
        for _ in range(workers):
            running.start_worker()
        running.wait_for_workers()
        yield running
