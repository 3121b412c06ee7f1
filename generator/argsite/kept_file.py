"""A file that is kept for later, read and put in place without ever following a link.

The folder may have come from a stranger: a link in it may lead to any file of the user's, and a
pipe would hold up whoever opens it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _AS_IT_IS
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS

SUFFIX = ".new-"
"""Stands between the name of a file and the number of the process that writes it."""


def _any(_facts: os.stat_result) -> bool:
    return True


def read(path: Path, is_believed: Callable[[os.stat_result], bool] = _any) -> bytes:
    """Return what a file holds; nothing where there is none, or it is not to be believed."""
    with suppress(OSError), os.fdopen(os.open(path, _READING), "rb") as file:
        facts = os.fstat(file.fileno())
        if stat.S_ISREG(facts.st_mode) and is_believed(facts):
            return file.read()
    return b""


def write(path: Path, data: bytes, mode: int = 0o666, prefix: str = "") -> None:
    """Write a file beside its place and move it there, so that nobody reads half of it.

    There its name begins with `prefix`. Raises OSError where that cannot be done; then nothing is
    left of it.
    """
    beside = path.with_name(f"{prefix}{path.name}{SUFFIX}{os.getpid()}")
    beside.unlink(missing_ok=True)  # of a process of the same number that was killed
    try:
        with os.fdopen(os.open(beside, _WRITING, mode), "wb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
