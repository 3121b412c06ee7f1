"""A folder beside the output in which new files wait until all of them are there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from argsite.errors import OutputError
from argsite.output.fault import translated
from argsite.output.file import RESERVED


class Staging:
    """New files, numbered in the order they came, on the output's own file system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[str, str] = {}

    def expect(self, path: str, name: str) -> None:
        """Note that the bytes that shall stand at `path` wait under a name."""
        self._waiting[path] = name

    def waiting(self) -> list[str]:
        """Return the paths of all that wait, in the order they came."""
        return list(self._waiting)

    def move(self, path: str, out: Path) -> None:
        """Put what waits for `path` there in folder `out`, in place of what it may hold."""
        os.replace(f"{self.folder}/{self._waiting.pop(path)}", f"{out}/{path}")  # noqa: PTH105 - of all files, so that it must be fast

    def put(self, data: bytes, target: Path) -> None:
        """Put bytes at `target`, in one step, in place of what stands there."""
        place = self.folder / "manifest"
        place.write_bytes(data)
        place.replace(target)


@contextmanager
def stage(out: Path) -> Iterator[Staging]:
    """Open a staging folder for `out` that is gone afterwards, whatever happens.

    What a killed build left there is removed.
    """
    with translated(out):
        folder = _make(out.resolve())
    try:
        yield Staging(folder)
    finally:
        with translated(out):
            over = folder
            # A worker elsewhere that has not heard of the end finds no folder to write into.
            with suppress(OSError):
                over = folder.rename(_over(folder))
            _remove(over)


@contextmanager
def alone(out: Path, called: object = "") -> Iterator[None]:
    """Hold the lock for `out`; OutputError where another build of the same user has it.

    The message names what `out` is `called`, where it is a stand-in.
    The lock stands in the system's temporary folder, so that nothing is left in the project.
    """
    from tempfile import gettempdir

    from filelock import FileLock, Timeout

    user = os.getuid() if hasattr(os, "getuid") else ""
    with translated(out):
        name = sha256(os.fsencode(out.resolve())).hexdigest()[:16]
        lock = FileLock(Path(gettempdir()) / f"argsite-{user}-{name}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise OutputError(
                f"another build is writing to {called or out}; wait until it is done"
            ) from error
    try:
        yield
    finally:
        lock.release()


def _make(out: Path) -> Path:
    """Make the folder beside the output or, where no file can be moved from there, inside it."""
    beside = out.parent / f".{out.name}{RESERVED}staging"
    inside = out / f"{RESERVED}staging"
    for left in (beside, inside, _over(beside), _over(inside)):
        if left.is_dir() and not left.is_symlink():
            _remove(left)
    if not out.exists():
        beside.mkdir(parents=True)
        return beside
    try:
        beside.mkdir()
        beside.rename(inside)
    except OSError:  # another disk, or a folder above that this user may not write to
        with suppress(OSError):
            beside.rmdir()
        inside.mkdir()
        return inside
    inside.rename(beside)
    return beside


def _remove(folder: Path) -> None:
    from shutil import rmtree  # slow to load, and a build that changes nothing needs no folder

    rmtree(folder)


def _over(folder: Path) -> Path:
    """Return what a staging folder is called while it is removed."""
    return folder.with_name(f"{folder.name}-over")
