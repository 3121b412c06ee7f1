"""Which files of a site do not stand in a store as they should, found without fetching them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import md5
from pathlib import Path

from argsite.errors import OutputError
from argsite.output.file import digest
from argsite.output.manifest import Manifest
from argsite.remote.store import Entry, Store


def different(  # noqa: PLR0913 - all that is known of both sides
    folder: Path,
    store: Store,
    after: Mapping[str, str],
    *,
    before: Manifest,
    listing: Mapping[str, Entry],
    marks: Mapping[str, str],
) -> list[str]:
    """Return the paths to write: what is missing, new, or was changed by somebody.

    The manifest `before` says what a build left there, the size in the listing whether it still
    looks so, and its mark, where one is remembered, whether it was touched since.
    """
    found = []
    unsure = []
    for path, hashed in after.items():
        entry = listing.get(path)
        if entry is None or entry.size != _size(folder, path):
            found.append(path)
        elif path not in before:
            if not _is_same(store, path, hashed):
                found.append(path)
        elif before[path] != {hashed}:
            found.append(path)
        elif not marks.get(path):
            unsure.append(path)
        elif marks[path] != entry.mark:
            found.append(path)
    return found + _touched(folder, unsure, listing)


def _touched(folder: Path, paths: Iterable[str], listing: Mapping[str, Entry]) -> list[str]:
    """Return the files whose bytes are others than the store's MD5 says.

    Some stores put another text in its place; where it fits no file at all nothing can be told.
    """
    fits = {
        path: md5((folder / path).read_bytes(), usedforsecurity=False).hexdigest()
        == listing[path].md5
        for path in paths
        if listing[path].md5
    }
    return [path for path, fit in fits.items() if not fit] if any(fits.values()) else []


def _is_same(store: Store, path: str, hashed: str) -> bool:
    """Say whether a file that no build is known to have written is the wanted one all the same."""
    data = store.read(path)
    return data is not None and digest(data) == hashed


def _size(folder: Path, path: str) -> int:
    try:
        return (folder / path).stat().st_size
    except OSError as error:
        raise OutputError(f"cannot read {folder / path}: {error.strerror}") from error
