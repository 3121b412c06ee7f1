"""A file of the site, and which paths a site may have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

RESERVED = ".argsite-"
"""How the names begin that the output keeps for itself, at the top of its folder."""


_PLAIN = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*[/\n])*")
"""Paths as nearly all are, a line each: no name begins with a dot."""


class File(NamedTuple):
    """A file of the site."""

    path: str
    """Where it stands in the site: relative, with forward slashes."""

    data: bytes
    """All its bytes."""


def digest(data: bytes) -> str:
    """Return the hash that the manifest keeps: SHA-256, in hexadecimal."""
    return sha256(data).hexdigest()


def is_valid(path: str) -> bool:
    """Say whether `path` is the one plain way to name a file inside the site."""
    parts = path.split("/")
    if "\\" in path or "\0" in path or parts[0].lower().startswith(RESERVED):
        return False
    if not path.isascii():
        try:
            path.encode()
        except UnicodeEncodeError:
            return False
    return not any(part in {"", ".", ".."} for part in parts) and not _has_drive(path)


def are_valid(paths: Collection[str]) -> bool:
    """Say whether all the paths are valid, at once where they are as nearly all are."""
    lines = "".join([f"{path}\n" for path in paths])
    return bool(_PLAIN.fullmatch(lines) and "/\n" not in lines) or all(map(is_valid, paths))


def folders(path: str) -> Iterator[str]:
    """Yield the folders that a file stands in, the nearest first, without the site's own."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def roads(paths: Iterable[str]) -> set[str]:
    """Return all the folders that some files stand in, without the site's own."""
    nearest = {path.rpartition("/")[0] for path in paths} - {""}
    return nearest.union(*map(folders, nearest))


def folded(path: str) -> str:
    """Return what two paths share that some file systems take for one."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def order(path: str, *, is_new: bool) -> tuple[bool, bool, int, str]:
    """Return a key that sorts files so that each link of a half-published site resolves.

    Assets come first, then the new files, to which nothing links yet, then the changed ones; in
    both, pages after data, and indexes, the way in, last.
    """
    name = path.rpartition("/")[2]
    if not path.endswith(".html"):
        rank = 0
    elif name != "index.html":
        rank = 1
    else:
        rank = 2 if "/" in path else 3
    return (not path.startswith("assets/"), not is_new, rank, path)


def _has_drive(path: str) -> bool:
    """Say whether Windows would read the path's beginning as a drive, as in `C:file`."""
    return path[1:2] == ":"
