"""Several files of an author that change together, even where a command is killed in their midst.

    new bytes ─▶ beside each file ─▶ a list of all ─▶ each in its place ─▶ the list is removed

Before the list is there nothing has changed, and nothing will. Once it is there all shall change:
what was not done is done by the next command that changes files of the site.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from argsite.errors import OutputError
from argsite.output.alone import alone_at
from argsite.output.exchange import ENDING, exchange, prepare, waiting
from argsite.undisturbed import undisturbed

LIST = ".argsite-unfinished"
"""The name of the list, in the site's folder."""


class Change(NamedTuple):
    """What one file is to become."""

    place: Path
    """Where it is; no link."""

    before: bytes
    """Its bytes as they are."""

    after: bytes
    """Its bytes as they shall be."""


class Finished(NamedTuple):
    """What was done of what an earlier command left undone."""

    changed: tuple[str, ...] = ()
    """The files that have changed now, from the site's folder."""

    left: tuple[str, ...] = ()
    """Those that somebody else has changed meanwhile, which were left as they are."""


def change(root: Path, changes: Sequence[Change]) -> None:
    """Change files of the site in `root`, whose lock is held: all of them, or none.

    OutputError where that cannot be done; it says whether the rest is still to be done.
    """
    try:
        if len(changes) == 1:
            exchange(changes[0].place, changes[0].after)
            return
        _prepare(root, changes)
    except OSError as error:
        where = error.filename or root
        reason = f"{where} cannot be written: {error.strerror or error}"
        raise OutputError(f"{reason}; nothing was changed") from error
    with undisturbed():
        for count, each in enumerate(changes):
            try:
                waiting(each.place).replace(each.place)
            except OSError as error:
                reason = f"{each.place} cannot be written: {error.strerror or error}"
                done = f"{count} of {len(changes)} files are changed"
                raise OutputError(f"{reason}; {done}, run this again for the rest") from error
        with suppress(OSError):  # the next time finds that nothing is left to be done
            (root / LIST).unlink()


def finish(root: Path) -> Finished:
    """Do what a killed command left undone in the site in `root`, and clear away what it left."""
    if not any(_left(root)):
        return Finished()
    with alone_at(root):
        try:
            done = _finish(root)
            for place in _left(root):
                if place.is_dir() and not place.is_symlink():
                    rmtree(place)
                else:
                    place.unlink(missing_ok=True)
        except OSError as error:
            where = error.filename or root
            reason = f"{where}: {error.strerror or error}"
            raise OutputError(f"cannot finish what was stopped before: {reason}") from error
    return done


def _prepare(root: Path, changes: Sequence[Change]) -> None:
    """Write what shall be beside each file, then the list."""
    base = root.resolve()
    told = [(each.place.relative_to(base).as_posix(), *map(_hash, each[1:])) for each in changes]
    try:
        for each in changes:
            prepare(each.place, each.after)
        exchange(root / LIST, json.dumps(told, indent=0).encode())
    except BaseException:
        for place in (root / LIST, *(waiting(each.place) for each in changes)):
            with suppress(OSError):
                place.unlink(missing_ok=True)
        raise


def _finish(root: Path) -> Finished:
    changed, left = [], []
    for path, before, after in _listed(root):
        place = (root / path).resolve()
        if not place.is_relative_to(root.resolve()):
            continue
        now, new = _hash_of(place), _hash_of(waiting(place))
        if now == before and new == after:
            waiting(place).replace(place)
            changed.append(path)
        elif now not in {before, after}:
            left.append(path)
    return Finished(tuple(changed), tuple(left))


def _listed(root: Path) -> Iterable[tuple[str, str, str]]:
    """Return what the list says, nothing where there is none that can be understood."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        told = json.loads((root / LIST).read_bytes())
        return [(str(path), str(before), str(after)) for path, before, after in told]
    return []


def _left(root: Path) -> Iterator[Path]:
    """Yield the places of what a killed command left: the list, and what was not moved."""
    if (root / LIST).is_symlink() or (root / LIST).exists():
        yield root / LIST
    top = (name for name in _names(root) if _waits(name))
    yield from (root / name for name in top)
    for folder, inner, names in os.walk(root / "content"):
        for name in filter(_waits, [*inner, *names]):
            yield Path(folder, name)
        inner[:] = [name for name in inner if not _waits(name)]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are what is asked for
    except OSError:
        return []


def _waits(name: str) -> bool:
    return name.startswith(".") and name.endswith(ENDING)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _hash_of(place: Path) -> str:
    try:
        return _hash(place.read_bytes())
    except OSError:
        return ""
