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

    where: str
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
    shown = _printable(folder.relative_to(root).as_posix())
    new = _new(folder, shown, unsaved) if unsaved else []
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=lambda each: each.name)
    except OSError as error:
        if not (new and isinstance(error, FileNotFoundError)):
            _refuse(shown, _reason(error), report)
        return new
    found = list(new)
    for entry in entries:
        if not entry.name.startswith("."):
            path = _printable(f"{shown}/{entry.name}")
            seen = _look(entry, path, root)
            if isinstance(seen, Found):
                found.append(seen)
            else:
                _refuse(path, seen, report)
    return sorted(found)


def find_one(path: Path, root: Path, report: Report) -> Found | None:
    """Return the file at `path`; None where there is none, or after a report."""
    if not os.path.lexists(path):
        return None
    shown = _printable(path.relative_to(root).as_posix())
    seen = _look_up(path, shown, root)
    if isinstance(seen, Found):
        return seen
    _refuse(shown, seen, report)
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
        try:
            state = os.fstat(number)
            if not stat.S_ISREG(state.st_mode):
                return _NO_FILE
            data = part = os.read(number, min(state.st_size, LARGEST) + 1)
            while part and len(data) <= LARGEST:
                part = os.read(number, LARGEST + 1 - len(data))
                data += part
            return data
        finally:
            os.close(number)
    except OSError as error:
        return _reason(error)


def with_endings(files: Iterable[Found], endings: tuple[str, ...]) -> list[Found]:
    """Return the files whose names end so, in small letters or capitals."""
    return [each for each in files if not each.is_folder and each.name.lower().endswith(endings)]


def _new(folder: Path, shown: str, unsaved: Mapping[str, str]) -> list[Found]:
    """Return what would be in a folder, by name, if unsaved texts were saved, and is not yet."""
    above = f"{shown}/"
    inside = sorted(each.removeprefix(above) for each in unsaved if each.startswith(above))
    names = {name: below for name, _, below in (each.partition("/") for each in inside)}
    return [
        Found(name, above + name, str(folder / name), bool(below))
        for name, below in names.items()
        if not name.startswith(".") and not os.path.lexists(folder / name)
    ]


def _look(entry: os.DirEntry[str], shown: str, root: Path) -> Found | str:
    """Return what an entry of a folder is, or why it is not taken."""
    try:
        is_folder = entry.is_dir(follow_symlinks=False)
        if (is_folder or entry.is_file(follow_symlinks=False)) and entry.name.isascii():
            return Found(entry.name, shown, entry.path, is_folder)
    except OSError as error:
        return _reason(error)
    return _look_up(Path(entry.path), shown, root)


def _look_up(path: Path, shown: str, root: Path) -> Found | str:
    """Return what stands at `path`, where a link leads elsewhere, or why it is not taken."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root.resolve()):
            return "is a link that leads out of the site's folder"
        mode = path.stat().st_mode
        path.name.encode()
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        return _reason(error)
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return _NO_FILE
    return Found(path.name, shown, str(path), stat.S_ISDIR(mode))


def _refuse(path: str, reason: str, report: Report) -> None:
    report(Problem(Code.UNREADABLE_FILE, Location(path), f"'{path.rpartition('/')[2]}' {reason}"))


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "has a name that is not UTF-8"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror}"
    return "cannot be read: its links run in a circle"  # RuntimeError before Python 3.13


def _printable(path: str) -> str:
    if path.isascii():
        return path
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
