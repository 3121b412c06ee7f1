"""What a build may remember for the next: bytes that took long to make, by what went into them.

Nothing depends on it. An entry that is cut, foreign or cannot be read is made anew, and where none
can be written, none is. So a build gives the same bytes with a cache and without.

A site's cache stands in the site's folder, which may come from a stranger. So entries are named and
sealed with a key that only this user's programs know: those that anybody else made are not found.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from time import time

from argsite import kept_file
from argsite.users_cache import own_key

FOLDER = Path(".cache", "argsite")
"""Where a site's cache is, from the site's folder."""

_DIGEST = 32
_NAME = re.compile(rf"[0-9a-f]{{{2 * _DIGEST}}}({re.escape(kept_file.SUFFIX)}\d+)?")
_DAY = 24 * 60 * 60


class Cache:
    """Bytes by what went into them, in a folder; without a folder it remembers nothing."""

    def __init__(self, folder: Path | None = None, key: bytes = b"") -> None:
        """Use a folder, which need not be there yet, for the entries that were made with a key."""
        self._folder = folder
        self._key = key
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
        name = self._name(inputs)
        self._used.add(name)
        return self._read(name)

    def has(self, inputs: Sequence[str]) -> bool:
        """Say whether something was kept for these inputs, without a look at what."""
        name = self._name(inputs)
        self._used.add(name)
        # A path object would raise where this user may not look into the folder.
        return self._folder is not None and os.path.exists(self._place(name))  # noqa: PTH110 - see above

    def keep(self, inputs: Sequence[str], data: bytes) -> None:
        """Keep what depends on `inputs` alone, for the next build."""
        if self._folder is not None:
            name = self._name(inputs)
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
        entry = kept_file.read(self._place(name))
        return entry[_DIGEST:] if entry[:_DIGEST] == self._seal(name, entry[_DIGEST:]) else None

    def _write(self, name: str, data: bytes) -> None:
        place = self._place(name)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            kept_file.write(place, self._seal(name, data) + data)

    def _place(self, name: str) -> Path:
        return (self._folder or Path()) / name

    def _name(self, inputs: Sequence[str]) -> str:
        """Return a name that differs where an input does, or where one ends and the next begins."""
        return self._seal("", b"".join(_digest(each.encode()) for each in inputs)).hex()

    def _seal(self, name: str, data: bytes) -> bytes:
        """Return what only who knows the key can say of an entry."""
        sealed = blake2b(name.encode(), digest_size=_DIGEST, key=self._key)
        sealed.update(data)
        return sealed.digest()


def site_cache(root: Path) -> Cache:
    """Return the cache of the site at `root`; one that remembers nothing where it is unused."""
    key = own_key()
    return Cache() if why_unused(root, key) else Cache(root / FOLDER, key)


def why_unused(root: Path, key: bytes) -> str:
    """Say why the cache of the site at `root` is not used; nothing where it is.

    A link in a site that was copied from somebody else must not choose where files are written, and
    old ones removed.
    """
    folder = root / FOLDER
    if not key:
        return "your own cache folder is missing, belongs to another user or cannot be written"
    if Path(os.path.realpath(folder)) != Path(os.path.realpath(root), FOLDER):
        return f"{folder} is reached by a link"
    return ""


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()
