"""Locks: one build at a time into a folder, and one command at a time that changes a site's files.

They stand in the system's temporary folder, so that nothing is left in the project. A program that
is killed lets go of its lock; the file that stays behind locks nobody out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from argsite.errors import OutputError
from argsite.output.fault import translated

_PATIENCE = 10.0
"""Seconds to wait for a command that changes a site's files, which takes less than one."""


@contextmanager
def alone(out: Path, called: object = "") -> Iterator[None]:
    """Hold the lock for `out`; OutputError where another build of the same user has it.

    The message names what `out` is `called`, where it is a stand-in.
    """
    taken = f"another build is writing to {called or out}; wait until it is done"
    with translated(out):
        place = _place(out)
    with _held(place, 0, taken):
        yield


@contextmanager
def alone_at(root: Path) -> Iterator[None]:
    """Hold the lock for the files that an author wrote; OutputError where nobody lets go of it."""
    taken = f"another command is writing to the files of {root}; wait until it is done"
    try:
        place = _place(root / "content")
    except OSError as error:
        raise OutputError(f"cannot write to {root}: {error.strerror}") from error
    with _held(place, _PATIENCE, taken):
        yield


@contextmanager
def _held(place: Path, patience: float, taken: str) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(place, timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputError(taken) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot lock {place}: {reason}; set TMPDIR to another folder") from error
    try:
        yield
    finally:
        lock.release()


def _place(locked: Path) -> Path:
    """Return where the lock for a folder stands."""
    from tempfile import gettempdir

    user = os.getuid() if hasattr(os, "getuid") else ""
    name = sha256(os.fsencode(locked.resolve())).hexdigest()[:16]
    folder = Path(gettempdir())
    if folder == Path.cwd():  # no other can be written, but two builds may be started from two
        folder = locked.parent / ".cache" / "argsite"
        folder.mkdir(parents=True, exist_ok=True)
    return folder / f"argsite-{user}-{name}.lock"
