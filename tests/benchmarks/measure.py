"""Running a program and measuring it: seconds, processor time, memory of all its processes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)

_PAUSE = 0.05
"""Seconds between two looks at the memory."""

_SHARE = 0.02
"""The share of the time that may be spent on looking, which costs the program time, too."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    seconds: float
    """Wall clock."""

    processor: float
    """Seconds of processor time, user and system, of the program and all its processes."""

    megabytes: float
    """The highest sum of the proportional set sizes of all processes; 0 where there is no /proc."""


def run(command: Sequence[str], folder: Path, *, variables: Mapping[str, str] | None = None) -> Run:
    """Run a program in a folder to its end; stop everything where it fails."""
    with tempfile.TemporaryFile() as said:
        if hasattr(os, "sync"):
            os.sync()  # what others wrote before is not to be put on the disk at this one's cost
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, env={**os.environ, **(variables or {})}
        )
        # A thread looks at the memory, so that the end is seen when it comes.
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        watch.ended.set()
        watch.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, watch.most / 1024)


class _Watch(Thread):
    """Looks at the memory of a program until it has ended."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.ended = Event()
        self.most = 0

    def run(self) -> None:
        """Look, and look again."""
        pause = _PAUSE
        while not self.ended.wait(pause):
            began = time.perf_counter()
            self.most = max(self.most, _memory(self._process))
            pause = max(_PAUSE, (time.perf_counter() - began) / _SHARE)


def _memory(process: int) -> int:
    """Return the kilobytes that a process and its descendants hold now, shared pages by shares."""
    total = 0
    ahead = [process]
    while ahead:
        folder = Path(f"/proc/{ahead.pop()}")
        try:
            found = _PSS.search((folder / "smaps_rollup").read_bytes())
            total += int(found[1]) if found else 0
            for task in (folder / "task").iterdir():
                ahead += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return total
