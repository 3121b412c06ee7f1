"""A local copy of what a site at an address consists of; a second time only what changed comes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from argsite.errors import OutputError, SetupError
from argsite.formats import lock
from argsite.load import CONTENT
from argsite.load.files import LARGEST
from argsite.remote import keep
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.names import taken
from argsite.remote.store import Entry, Store, each

_FOLDERS = (CONTENT, "themes")
_NOTES = "fetched.json"
_TRIES = 3

Known = Mapping[str, tuple[str, int, int]]
"""Of each file of the copy: the store's mark of it, and the copy's size and time of writing."""


def fetched(address: Address) -> Path:
    """Return a folder that holds a copy of the site at `address`: its content, themes, lock file.

    SetupError where it cannot be read, is no site, or has names that no folder here can have.
    """
    place = keep.folder("source", address.text)
    root = place / "site"
    with opened(address) as store, _kept(address):
        for _ in range(_TRIES):
            listing = _listed(store)
            known = _known(place / _NOTES)
            _remove_others(root, listing)
            stale = [
                path for path, told in listing.items() if not _is_here(root, path, told, known)
            ]
            changed = _take(store, root, stale, listing)
            keep.write_notes(place / _NOTES, {"files": _noted(root, listing, changed)})
            if not changed:
                return root
    raise SetupError(f"{address}/{min(changed)} changes while it is read; try again")


def hand_back_lock(address: Address, root: Path) -> str:
    """Bring the lock file at `address` up to that of the copy; return why not, or nothing.

    Ids that others added in the meantime stay.
    """
    ours = (root / lock.NAME).read_text("utf-8")
    try:
        with opened(address) as store:
            before = (store.read(lock.NAME) or b"").decode("utf-8", "replace")
            text = lock.add(before, _ids(ours) - _ids(before)) if before else ours
            if text != before:
                store.write(lock.NAME, text.encode())
    except (OutputError, SetupError) as fault:
        return str(fault)
    return ""


def _ids(text: str) -> set[str]:
    return {lock.address(line) for line in text.split("\n")} - {""}


def _listed(store: Store) -> dict[str, Entry]:
    """Return what the store has of a site; SetupError where it has no content."""
    found = {path: told for each in _FOLDERS for path, told in store.files(each).items()}
    record = store.entry(lock.NAME)
    listing = taken(found | ({lock.NAME: record} if record else {}), store.address)
    if any(path.startswith(f"{CONTENT}/") for path in listing):
        return listing
    if store.entry("site.yaml"):
        above = store.address.text.rpartition("/")[0]
        raise SetupError(f"name the folder that holds content/: {Address(above)}")
    raise SetupError(f"there is no folder content/ in {store.address}")


def _known(notes: Path) -> Known:
    files = keep.read_notes(notes).get("files")
    return files if isinstance(files, dict) else {}


def _is_here(root: Path, path: str, told: Entry, known: Known) -> bool:
    """Say whether the copy of a file is what the store tells of, and untouched."""
    found = _stamp(root / path)
    return bool(told.mark and found and list(known.get(path, ())) == [told.mark, *found])


def _stamp(place: Path) -> tuple[int, int] | None:
    try:
        stat = place.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _take(
    store: Store, root: Path, paths: list[str], listing: Mapping[str, Entry]
) -> frozenset[str]:
    """Copy files; return those that are other than their listing, which changed meanwhile."""
    changed = set()

    def take(path: str) -> None:
        size = listing[path].size
        # One byte more shows that a file has grown.
        most = size + 1
        # Of a file that is too large so much is taken that reading it says so.
        if path.startswith(f"{CONTENT}/") and size > LARGEST:
            size = most = LARGEST + 1
        data = store.read(path, most if size else None)
        if data is None or len(data) != size:
            changed.add(path)
            return
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        keep.put(root / path, data, root.parent)

    each(store, paths, take)
    return frozenset(changed)


def _noted(
    root: Path, listing: Mapping[str, Entry], changed: frozenset[str]
) -> dict[str, tuple[str, int, int]]:
    stamps = ((path, told.mark, _stamp(root / path)) for path, told in listing.items())
    return {path: (mark, *stamp) for path, mark, stamp in stamps if stamp and path not in changed}


def _remove_others(root: Path, listing: Mapping[str, Entry]) -> None:
    """Remove what the store has no more, with the folders that are left empty."""
    if lock.NAME not in listing:
        (root / lock.NAME).unlink(missing_ok=True)
    for top in _FOLDERS:
        for folder, inner, names in os.walk(root / top, topdown=False):
            for name in names:
                place = Path(folder, name)
                if place.relative_to(root).as_posix() not in listing:
                    place.unlink(missing_ok=True)
            for name in inner:
                place = Path(folder, name)
                if not any(place.iterdir()):
                    place.rmdir()


@contextmanager
def _kept(address: Address) -> Iterator[None]:
    """Say in one line what keeps the copy from being written."""
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise OutputError(f"cannot keep a copy of {address}: {error.strerror}{where}") from error
