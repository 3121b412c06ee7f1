"""The author's files, found and read without trusting them: no links out, no pipes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from argsite.formats.characters import decode, examine
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript

LARGEST = 5_000_000
"""Bytes that a file may have."""

NOTHING: Mapping[str, str] = MappingProxyType({})
"""No unsaved texts."""

_NO_FILE = "is neither a file nor a folder"
_BINARY: int = getattr(os, "O_BINARY", 0)


class Found(NamedTuple):
    """A file or a folder in `content/`."""

    name: str
    """Its name."""

    path: str
    """Its place below the site's folder, with forward slashes, fit to be printed."""

    where: Path
    """Its place on this machine."""

    is_folder: bool
    """True for a folder."""


def find(
    folder: Path, root: Path, report: Report, unsaved: Mapping[str, str] = NOTHING
) -> list[Found]:
    """Return the files and folders in `folder`, by name; hidden ones are ignored.

    What leads out of `root` or is neither file nor folder is reported and left out. `unsaved` holds
    texts by path, whose files and folders need not be there yet.
    """
    new = _new(folder, root, unsaved) if unsaved else []
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError as error:
        if not (new and isinstance(error, FileNotFoundError)):
            _refuse(_printable(folder.relative_to(root)), _reason(error), report)
        return new
    found = list(new)
    for name in names:
        if not name.startswith("."):
            seen = _look(folder / name, root)
            if isinstance(seen, Found):
                found.append(seen)
            else:
                _refuse(_printable((folder / name).relative_to(root)), seen, report)
    return sorted(found)


def find_one(path: Path, root: Path, report: Report) -> Found | None:
    """Return the file at `path`; None where there is none, or after a report."""
    if not os.path.lexists(path):
        return None
    seen = _look(path, root)
    if isinstance(seen, Found):
        return seen
    _refuse(_printable(path.relative_to(root)), seen, report)
    return None


def read(
    file: Found,
    report: Report,
    manuscripts: dict[str, Manuscript],
    unsaved: Mapping[str, str] = NOTHING,
) -> Manuscript | None:
    """Return the file's text, kept in `manuscripts` too; None after a report.

    `unsaved` holds texts that stand for what is on the disk, by path.
    """
    text = unsaved.get(file.path)
    data = read_bytes(file) if text is None else text.encode("utf-8", "surrogatepass")
    if isinstance(data, str):
        _refuse(file.path, data, report)
        return None
    if len(data) > LARGEST:
        message = f"the file is too large: over {LARGEST:,} bytes"
        report(Problem(Code.TOO_LARGE, Location(file.path), message))
        return None
    manuscript = decode(file.path, data)
    manuscripts[file.path] = manuscript
    return manuscript if examine(manuscript, report) else None


def read_bytes(file: Found) -> bytes | str:
    """Return the file's bytes, one more than allowed at most, or why it cannot be read."""
    try:
        # A file may have become a pipe since it was found; without O_NONBLOCK that would hang.
        number = os.open(file.where, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with open(number, "rb") as stream:  # noqa: PTH123 - a descriptor, not a path
            if not stat.S_ISREG(os.fstat(number).st_mode):
                return _NO_FILE
            return stream.read(LARGEST + 1)
    except OSError as error:
        return _reason(error)


def with_endings(files: Iterable[Found], endings: tuple[str, ...]) -> list[Found]:
    """Return the files whose names end so, in small letters or capitals."""
    return [each for each in files if not each.is_folder and each.name.lower().endswith(endings)]


def _new(folder: Path, root: Path, unsaved: Mapping[str, str]) -> list[Found]:
    """Return what would be in a folder, by name, if unsaved texts were saved, and is not yet."""
    above = f"{_printable(folder.relative_to(root))}/"
    inside = sorted(each.removeprefix(above) for each in unsaved if each.startswith(above))
    names = {name: below for name, _, below in (each.partition("/") for each in inside)}
    return [
        Found(name, above + name, folder / name, bool(below))
        for name, below in names.items()
        if not name.startswith(".") and not os.path.lexists(folder / name)
    ]


def _look(path: Path, root: Path) -> Found | str:
    """Return what stands at `path`, or why it is not taken."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root.resolve()):
            return "is a link that leads out of the site's folder"
        mode = path.stat().st_mode
        path.name.encode()
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        return _reason(error)
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return _NO_FILE
    return Found(path.name, _printable(path.relative_to(root)), path, stat.S_ISDIR(mode))


def _refuse(path: str, reason: str, report: Report) -> None:
    report(Problem(Code.UNREADABLE_FILE, Location(path), f"'{path.rpartition('/')[2]}' {reason}"))


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "has a name that is not UTF-8"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror}"
    return "cannot be read: its links run in a circle"  # RuntimeError before Python 3.13


def _printable(path: Path) -> str:
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
