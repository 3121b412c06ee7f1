"""A command in a process of its own that may take only so much memory and time."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

MEMORY = 1_500_000_000
"""Bytes of address space that a command may take; at rest it has a fifth of that."""

SECONDS = 60
"""Time of the processor that it may take; a bound, no measure: most end within one."""


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    """Its exit code; below 0 where a signal ended it: -24 for too much time."""

    said: str
    """What it said, on both streams."""


def run(folder: Path, *arguments: str, memory: int = MEMORY, seconds: int = SECONDS) -> Ended:
    """Run a command of Argsite in a folder."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))

    done = subprocess.run(
        [sys.executable, "-m", "argsite", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        preexec_fn=limit,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"))
