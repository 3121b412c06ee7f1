"""What a build may remember for the next: bytes that took long to make, by what went into them.

Nothing depends on it. An entry that is cut, foreign or cannot be read is made anew, and where none
can be written, none is. So a build gives the same bytes with a cache and without.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

FOLDER = Path(".cache", "argsite")
"""Where a site's cache is, from the site's folder."""

_NAME = re.compile(r"[0-9a-f]{64}(\.new-\d+)?")
_DIGEST = 32
_DAY = 24 * 60 * 60


class Cache:
    """Bytes by what went into them, in a folder; without a folder it remembers nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, which need not be there yet."""
        self._folder = folder
        self._used: set[str] = set()

    def made(self, inputs: Sequence[str], make: Callable[[], bytes]) -> bytes:
        """Return what `make` gives, which must depend on `inputs` alone."""
        known = self.recall(inputs)
        if known is not None:
            return known
        data = make()
        self.keep(inputs, data)
        return data

    def recall(self, inputs: Sequence[str]) -> bytes | None:
        """Return what was kept for these inputs; None where there is nothing."""
        if self._folder is None:
            return None
        name = _name(inputs)
        self._used.add(name)
        return self._read(name)

    def has(self, inputs: Sequence[str]) -> bool:
        """Say whether something was kept for these inputs, without a look at what."""
        name = _name(inputs)
        self._used.add(name)
        return self._folder is not None and self._place(name).exists()

    def keep(self, inputs: Sequence[str], data: bytes) -> None:
        """Keep what depends on `inputs` alone, for the next build."""
        if self._folder is not None:
            name = _name(inputs)
            self._used.add(name)
            self._write(name, data)

    def prune(self) -> None:
        """Remove the entries that nobody asked for since this cache was made, nor the day before.

        What is not made anew is not asked for, but may be tomorrow.
        """
        if self._folder is None:
            return
        with suppress(OSError):
            unused = [
                path
                for path in self._folder.iterdir()
                if _NAME.fullmatch(path.name) and path.name not in self._used
            ]
            late = time() - _DAY
            for path in unused:
                # What cannot be removed keeps no other from being removed.
                with suppress(OSError):
                    if path.lstat().st_mtime < late:
                        path.unlink()

    def _read(self, name: str) -> bytes | None:
        """Return an entry; None where there is none or it is not whole."""
        with suppress(OSError):
            entry = self._place(name).read_bytes()
            if entry[:_DIGEST] == _digest(name, entry[_DIGEST:]):
                return entry[_DIGEST:]
        return None

    def _write(self, name: str, data: bytes) -> None:
        """Write an entry beside its place and move it there, so that nobody reads half of it."""
        place = self._place(name)
        beside = place.with_name(f"{name}.new-{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_digest(name, data) + data)
            beside.replace(place)

    def _place(self, name: str) -> Path:
        return (self._folder or Path()) / name


def _name(inputs: Sequence[str]) -> str:
    """Return a name that differs wherever an input does, or where one ends and the next begins."""
    return sha256(b"".join(_digest("", each.encode()) for each in inputs)).hexdigest()


def _digest(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + data).digest()
