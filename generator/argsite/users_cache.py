"""Where a user's programs keep what they can make again, beside no site: the system's own place.

What is kept there may be run, or put into sites, so it must come from nobody else. Where the folder
or a file in it belongs to another user or can be written by one, or stands in a site's folder, or
nothing can be written, there is nothing, and all is made anew.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

from argsite.kept_file import read, write

_DIGEST = 32
_KEY = 32
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OWN = stat.S_IRUSR | stat.S_IWUSR


class Shelf:
    """Bytes by what they were made of, in a folder of the user's own."""

    def __init__(self, folder: Path | None, most: int) -> None:
        """Keep `most` entries in a folder, which need not be there yet; the oldest go."""
        self._folder = _trusted(folder)
        self._most = most
        self._is_pruned = False

    @property
    def is_there(self) -> bool:
        """Whether anything can be kept."""
        return self._folder is not None

    def recall(self, *inputs: bytes) -> bytes | None:
        """Return what was made of these; None where it is not there, or not whole."""
        if self._folder is None:
            return None
        name = digest(*inputs).hex()
        entry = read(self._folder / name, _is_own)
        whole = entry[:_DIGEST] == digest(name.encode(), entry[_DIGEST:])
        return entry[_DIGEST:] if whole else None

    def keep(self, data: bytes, *inputs: bytes) -> None:
        """Keep what was made of these."""
        if self._folder is None:
            return
        name = digest(*inputs).hex()
        with suppress(OSError):
            write(self._folder / name, digest(name.encode(), data) + data, _OWN)
            if not self._is_pruned:
                self._is_pruned = True
                _prune(self._folder, self._most)


def digest(*parts: bytes) -> bytes:
    """Return what differs wherever a part does, or where one ends and the next begins."""
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def own_key() -> bytes:
    """Return what this user's programs alone know, made where it is missing.

    It is empty where nothing can be kept.
    """
    folder = _trusted(users_cache("key"))
    if folder is None:
        return b""
    place = folder / "key"
    if len(read(place, _is_own)) != _KEY:
        with suppress(OSError):
            write(place, os.urandom(_KEY), _OWN)
    key = read(place, _is_own)  # another process may have been faster
    return key if len(key) == _KEY else b""


def users_cache(name: str) -> Path | None:
    """Return this user's folder for a kind of thing; None where there is none. It is not made.

    On Linux that is what the XDG Base Directory Specification says: `XDG_CACHE_HOME` where it is
    absolute, else `~/.cache`.
    """
    home = _home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        told = Path(os.environ.get("XDG_CACHE_HOME", ""))
        base = told if told.is_absolute() else home / ".cache"
    return base / "argsite" / name if base.is_absolute() else None


def _trusted(folder: Path | None) -> Path | None:
    """Return the folder, made where it is missing; None where it is not this user's alone."""
    if folder is None or _stands_in_a_site(folder):
        return None
    try:
        above = next(each for each in folder.parents if each.exists())
        if folder.exists() or _is_own(above.stat()):
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            if all(_is_own(each.lstat(), stat.S_IFDIR) for each in (folder, folder.parent)):
                return folder
    except OSError:
        pass
    return None


def _stands_in_a_site(folder: Path) -> bool:
    """Say whether a folder, below the user's home or elsewhere, is in one that holds `content/`.

    What came with a site may be a stranger's, though the files are the user's own.
    """
    # Not by `resolve`, which some Pythons end with an exception where links lead round.
    home, place = map(Path, map(os.path.realpath, (_home(), folder)))
    *above, _root = place.parents
    found = takewhile(lambda each: each != home, above)
    # Nor by `is_dir`, which raises where this user may not look.
    return any(os.path.isdir(each / "content") for each in found)  # noqa: PTH112 - see above


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def _is_own(facts: os.stat_result, kind: int = 0) -> bool:
    """Say whether a file or folder, of this kind if any, is this user's and nobody else's."""
    if kind and stat.S_IFMT(facts.st_mode) != kind:
        return False
    if sys.platform == "win32":
        # Modes say nothing there, and the user's folder is closed to others.
        return True
    return facts.st_uid == os.geteuid() and not facts.st_mode & _OTHERS_MAY_WRITE


def _prune(folder: Path, most: int) -> None:
    """Remove the oldest files, so that no more than `most` are left."""
    found = [(each.stat(follow_symlinks=False).st_mtime, each.path) for each in os.scandir(folder)]
    for _, path in sorted(found)[:-most]:
        with suppress(OSError):  # what cannot be removed keeps no other from being removed
            Path(path).unlink()
