"""Bring a store from what stands in it to what stands in a folder of this machine.

The rules are those of `output`: the manifest says what is ours, all else stays; it names old and
new files before the first one is replaced, and the new alone after the last one is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from argsite.deeds import Written
from argsite.errors import OutputError, SetupError
from argsite.output import manifest
from argsite.output.file import digest, order
from argsite.output.manifest import Manifest
from argsite.output.plan import Plan, plan
from argsite.remote.difference import different
from argsite.remote.lease import USUAL, Rhythm, leased
from argsite.remote.listing import Listing
from argsite.remote.store import Entry, Store, Told, each, silent

_FEW = 100
"""So many files are looked at one by one rather than by listing all."""


@dataclass(frozen=True, slots=True)
class State:
    """What stands in a store, and what has to be done about it."""

    manifest: bytes | None
    """The manifest as it was read; None where there is none."""

    before: Manifest
    """What it says."""

    listing: Mapping[str, Entry]
    """Every file there."""

    steps: Plan
    """How to get to the new site."""


def bring(  # noqa: PLR0913 - the last three are known to few callers
    folder: Path,
    store: Store,
    owner: str,
    *,
    marks: Mapping[str, str] | None = None,
    told: Told = silent,
    rhythm: Rhythm = USUAL,
) -> tuple[Written, dict[str, str]]:
    """Make the store hold what the manifest of `folder` names, beside what others put there.

    `marks` are those of the store after the last time, by which a file that somebody changed
    is noticed. Returns the marks of this time too. SetupError where the store is not ours or
    somebody's file is in the way; OutputError where it does not do what it should.
    """
    named = manifest.read(folder)
    if named is None:
        raise SetupError(f"there is no site in {folder}")
    after = {path: next(iter(hashes)) for path, hashes in named.items()}
    state = _look(folder, store, after, marks or {})
    final = manifest.to_bytes(named)
    steps = state.steps
    if not _is_work(steps) and state.manifest == final:
        return Written(0, len(after), 0), _marks(state.listing, after)
    with leased(store, owner, rhythm, told) as lease:
        if store.read(manifest.NAME) != state.manifest:  # another build was faster
            state = _look(folder, store, after, marks or {})
            steps = state.steps
        if _is_work(steps):
            store.write(manifest.NAME, manifest.to_bytes(_either(state.before, named)))
        count, total = 0, len(steps.place)

        def put(path: str) -> None:
            nonlocal count
            lease.require()
            store.write(path, _bytes(folder, path, after[path]))
            count += 1
            told("uploads", count, total)

        def remove(path: str) -> None:
            lease.require()
            store.remove(path)

        each(store, steps.clear, remove)
        if steps.clear:
            _tidy(store, steps.emptied)
        for group in _groups(steps.place, state.listing):
            each(store, group, put)
        each(store, steps.remove, remove)
        _tidy(store, steps.emptied)
        listing = _verified(folder, store, steps.place, state.listing)
        lease.require()
        store.write(manifest.NAME, final)
    removed = len(steps.clear) + len(steps.remove)
    return Written(total, len(after) - total, removed), _marks(listing, after)


def _look(folder: Path, store: Store, after: Mapping[str, str], marks: Mapping[str, str]) -> State:
    """Find out what has to be done; SetupError where it must not be."""
    data = store.read(manifest.NAME)
    if data is None:
        _refuse_strangers(store)
    before = {} if data is None else manifest.parse(data, store.address)
    listing = store.files()
    changed = different(folder, store, after, before=before, listing=listing, marks=marks)
    gone = [path for path in before.keys() - after.keys() if path in listing]
    present = Listing(store.address, listing, _hashes(store, gone, before, listing, marks))
    return State(data, before, listing, plan(present, before, after, changed))


def _refuse_strangers(store: Store) -> None:
    """Raise SetupError where the store holds what others put there and nothing of ours."""
    for name in store.top():
        if not name.startswith(".") and name != "CNAME":
            raise SetupError(
                f"{store.address} holds files that Argsite did not write, such as '{name}';"
                " name another folder with -o"
            )


def _hashes(
    store: Store,
    paths: Iterable[str],
    before: Manifest,
    listing: Mapping[str, Entry],
    marks: Mapping[str, str],
) -> dict[str, str]:
    """Return the hash of each file; those that stand as they were last left are not fetched."""
    hashes: dict[str, str] = {}

    def look(path: str) -> None:
        mark = listing[path].mark
        if mark and marks.get(path) == mark and len(before[path]) == 1:
            hashes[path] = next(iter(before[path]))
        else:
            data = store.read(path)
            hashes[path] = "" if data is None else digest(data)

    each(store, paths, look)
    return hashes


def _is_work(steps: Plan) -> bool:
    return bool(steps.place or steps.clear or steps.remove)


def _either(before: Manifest, after: Manifest) -> Manifest:
    none: frozenset[str] = frozenset()
    return {path: before.get(path, none) | after.get(path, none) for path in {*before, *after}}


def _groups(paths: Iterable[str], listing: Mapping[str, Entry]) -> Iterable[list[str]]:
    """Yield files that may come in any order, one group after the other."""
    ranked = groupby(paths, key=lambda path: order(path, is_new=path not in listing)[:-1])
    return (list(group) for _, group in ranked)


def _tidy(store: Store, folders: Iterable[str]) -> None:
    """Remove those of the folders that are empty; they are given inner before outer."""
    for folder in folders:
        store.tidy(folder)


def _bytes(folder: Path, path: str, hashed: str) -> bytes:
    """Return a file of the local site; OutputError where that is not what it was made to be."""
    try:
        data = (folder / path).read_bytes()
    except OSError as error:
        raise OutputError(f"cannot read {folder / path}: {error.strerror}") from error
    if digest(data) != hashed:
        raise OutputError(f"{folder / path} was changed after it was built; build again")
    return data


def _verified(
    folder: Path, store: Store, paths: Collection[str], before: Mapping[str, Entry]
) -> Mapping[str, Entry]:
    """Return what stands in the store now; OutputError where a file was not kept whole."""
    listing: dict[str, Entry] = {}
    if len(paths) > _FEW:
        listing.update(store.files())
    else:

        def look(path: str) -> None:
            entry = store.entry(path)
            if entry:
                listing[path] = entry

        each(store, paths, look)
    for path in paths:
        kept = listing[path].size if path in listing else 0
        size = (folder / path).stat().st_size
        if kept != size or path not in listing:
            what = f"{store.address}/{path}"
            raise OutputError(f"{what} was not kept whole: {kept} of {size} bytes")
    return {**before, **listing}


def _marks(listing: Mapping[str, Entry], after: Mapping[str, str]) -> dict[str, str]:
    return {path: listing[path].mark for path in after if path in listing}
