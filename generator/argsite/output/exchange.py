"""A file's bytes exchanged for others: in one step, and so that no power cut leaves it empty.

    new bytes ─▶ .name.argsite-new, beside the file ─▶ the disk ─▶ the file's place

A rename alone does not do: some file systems keep it before they keep the bytes, and what an author
wrote would be gone. Where a program was killed before the last step, the file is the old one, and
what lies beside it is overwritten by the next that changes the file.
"""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from argsite.undisturbed import undisturbed

ENDING = ".argsite-new"
"""How the names end of what waits to take a file's place; they begin with a dot."""


def exchange(place: Path, data: bytes) -> None:
    """Put bytes in the place of a file, or of none, in one step or not at all.

    The file's permissions and, as far as the system allows, its owner stay. Only one program may do
    so at a time. OSError where it cannot be done; then nothing is left beside the file.
    """
    with undisturbed():
        beside = prepare(place, data)
        with _cleared(beside):
            beside.replace(place)


def spelled(text: str, before: bytes) -> bytes:
    """Return a text as bytes, with the line ends and the byte order mark of those before."""
    first = before.find(b"\n")
    if first > 0 and before[first - 1 : first] == b"\r":
        text = text.replace("\n", "\r\n")
    elif first < 0 and b"\r" in before:
        text = text.replace("\n", "\r")
    return (BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode(
        "utf-8", "surrogateescape"
    )


def prepare(place: Path, data: bytes) -> Path:
    """Write what shall take a file's place, with its permissions, and return where that is."""
    beside = waiting(place)
    beside.unlink(missing_ok=True)
    with _cleared(beside):
        write_through(beside, data)
        _liken(beside, place)
    return beside


def waiting(place: Path) -> Path:
    """Return where bytes wait that shall take a file's place."""
    return place.with_name(f".{place.name}{ENDING}")


def write_through(place: Path, data: bytes) -> None:
    """Write a file that is not there yet, and wait until the disk has it."""
    with place.open("xb") as file:  # which follows no link that a stranger put there
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _cleared(beside: Path) -> Iterator[None]:
    """Leave nothing beside a file where a step fails."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _liken(beside: Path, place: Path) -> None:
    """Give a file the owner, group and permissions of the one whose place it takes."""
    try:
        before = place.stat()
    except FileNotFoundError:
        return
    now = beside.stat()
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        for owner in ((before.st_uid, before.st_gid), (-1, before.st_gid)):
            # Only an administrator may give a file away, and a group to those who are in it.
            with suppress(OSError):
                os.chown(beside, *owner)
                break
    beside.chmod(stat.S_IMODE(before.st_mode))
