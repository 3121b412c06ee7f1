"""A folder beside the output in which new files wait until all of them are there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from argsite.output.exchange import write_through
from argsite.output.fault import translated
from argsite.output.file import RESERVED
from argsite.undisturbed import undisturbed

_OVER = "-over"


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
        """Put bytes at `target`, in one step, in place of what stands there, power cut or not."""
        place = self.folder / "manifest"
        write_through(place, data)
        place.replace(target)


@contextmanager
def stage(out: Path) -> Iterator[Staging]:
    """Open a staging folder for `out` that is gone afterwards, whatever happens.

    What a killed build left there is removed.
    """
    from shutil import rmtree  # where nothing can be loaded any more, too, the folder must go

    folder = None
    try:
        with undisturbed(), translated(out):
            folder = _make(out.resolve(), rmtree)
        yield Staging(folder)
    finally:
        if folder:
            with undisturbed(), translated(out):
                _remove(folder, rmtree)


def _make(out: Path, rmtree: Callable[[Path], object]) -> Path:
    """Make the folder beside the output or, where no file can be moved from there, inside it."""
    beside = out.parent / f".{out.name}{RESERVED}staging"
    inside = out / f"{RESERVED}staging"
    for left in (beside, inside, _over(beside), _over(inside)):
        if left.is_dir() and not left.is_symlink():
            _remove(left, rmtree)
    try:
        return _made(out, beside, inside)
    except OSError:
        for left in (beside, inside):
            with suppress(OSError):
                left.rmdir()
        raise


def _made(out: Path, beside: Path, inside: Path) -> Path:
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


def _remove(folder: Path, rmtree: Callable[[Path], object]) -> None:
    """Remove a staging folder, so that a worker who has not heard of the end cannot write to it."""
    over = folder
    if not folder.name.endswith(_OVER):
        with suppress(OSError):
            over = folder.rename(_over(folder))
    rmtree(over)


def _over(folder: Path) -> Path:
    """Return what a staging folder is called while it is removed."""
    return folder.with_name(folder.name + _OVER)
