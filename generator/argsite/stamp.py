"""What a build was made of and what it left, so that the next can say at once that nothing changed.

It is read before anything else is loaded. What went in is told by all its bytes, what stands in
the output folder by size, times and number of each file, as version control tells it; what was
written just before the stamp is told by its bytes too, since times are not fine enough for that.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from argsite.cache import Cache
from argsite.fork import Fork, can_fork, processors
from argsite.imprint import Signature, Stamp, parse, to_bytes
from argsite.version import code

_FEW = 2_000
"""So many files are looked at as fast as a process begins and ends."""

_FORM = "stamp 3"

_LOCK = "argsite.lock"

_UNSURE_NS = 50_000_000
"""A file that was written so shortly before the stamp can be written again at the same time."""

_BUILT_IN = Path(__file__).parent
_THEMES = _BUILT_IN.parents[1] / "themes"


class Seen(NamedTuple):
    """What stands there before a build begins."""

    inputs: str
    """The digest of everything that goes into a build; empty where it cannot be read."""

    stamp: Stamp
    """The stamp of the last build into the output folder; an empty one where none is kept."""

    standing: AbstractSet[str] = frozenset()
    """Paths of the files that stand in the output folder as that build left them."""


def look(root: Path, cache: Cache, out: Path) -> Seen:
    """Return what stands there before a build of the site at `root` into the folder `out`."""
    data = cache.recall(_name(out))
    stamp = (parse(data) if data else None) or Stamp()
    if len(stamp.files) < _FEW or processors() == 1 or not can_fork():
        return Seen(_inputs_of(root), stamp, stamp.files.keys() - _touched(stamp, out))
    with Fork(lambda: json.dumps(_touched(stamp, out)).encode()) as fork:
        inputs = _inputs_of(root)
        found = fork.result()
    touched = json.loads(found) if found else _touched(stamp, out)
    return Seen(inputs, stamp, stamp.files.keys() - touched)


def write(  # noqa: PLR0913, PLR0917 - where, what, and what is known of it
    root: Path,
    cache: Cache,
    out: Path,
    stamp: Stamp,
    paths: Iterable[str],
    known: Mapping[str, Signature],
) -> None:
    """Keep the stamp of a build that left files at these paths.

    `known` are the signatures of those that have been seen since they were last written.
    """
    folder = f"{out}{os.sep}"
    found = ((path, known.get(path) or _signature(folder + path)) for path in paths)
    files = {path: signature for path, signature in found if signature}
    # Signatures begin with the time of a change, which has as many digits from 2001 to 2286.
    before = str(time_ns() - _UNSURE_NS)
    late = (path for path, signature in files.items() if signature >= before)
    unsure = {path: _hash(folder + path) for path in late}
    now = stamp._replace(lock=_lock_of(root), files=files, unsure=unsure)
    cache.keep(_name(out), to_bytes(now))


def unchanged(root: Path, cache: Cache, out: Path, seen: Seen) -> Stamp | None:
    """Return the stamp of the last build where another would come to the same; else None."""
    inputs, stamp, standing = seen
    if not (inputs and stamp.files) or stamp.inputs != inputs or stamp.lock != _lock_of(root):
        return None
    if len(standing) < len(stamp.files):
        return None
    if stamp.unsure:  # they are sure now
        write(root, cache, out, stamp, stamp.files, {})
    return stamp


def _touched(stamp: Stamp, out: Path) -> list[str]:
    """Return the paths of the files that do not stand in the output folder as they were left."""
    folder = f"{out}{os.sep}"
    return [
        path
        for path, signature in stamp.files.items()
        if _signature(folder + path) != signature
        or (path in stamp.unsure and _hash(folder + path) != stamp.unsure[path])
    ]


def _inputs_of(root: Path) -> str:
    """Return the digest of what a site is built from, its lock file left out; empty on a fault."""
    places = [(root / name, name) for name in ("content", "themes")]
    return _digest([*places, (_THEMES, "built-in")] if _THEMES.is_dir() else places)


def _lock_of(root: Path) -> str:
    return _digest([(root / _LOCK, _LOCK)])


def _digest(places: Iterable[tuple[Path, str]]) -> str:
    """Return the digest of all that stands at some places; empty where it cannot be read."""
    hashed = sha256(code().encode())
    try:
        for place, name in places:
            _add(hashed.update, place, name)
    except (OSError, ValueError):
        return ""
    return hashed.hexdigest()


def _add(update: Callable[[bytes], None], place: Path, name: str) -> None:
    """Add files and folders, each with its name, kind and bytes, links with where they lead."""
    ahead = [(str(place), name)]
    while ahead:
        at, called = ahead.pop()
        try:
            kind = os.lstat(at).st_mode
        except FileNotFoundError:
            update(f"{called}\0none\0".encode("utf-8", "surrogateescape"))
            continue
        if stat.S_ISLNK(kind):
            called = f"{called} -> {Path(at).readlink()}"
            kind = Path(at).stat().st_mode if Path(at).exists() else 0
        elif stat.S_ISDIR(kind):
            ahead += sorted((each.path, f"{called}/{each.name}") for each in os.scandir(at))
        data = _bytes(at) if stat.S_ISREG(kind) else b""
        update(f"{called}\0{stat.S_IFMT(kind)}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        update(data)


def _bytes(place: str) -> bytes:
    with open(place, "rb", buffering=0) as file:  # noqa: PTH123 - a path for each takes twice as long
        return file.read()


def _hash(place: str) -> str:
    try:
        return sha256(_bytes(place)).hexdigest()
    except OSError:
        return ""


def _signature(place: str) -> Signature:
    try:
        found = os.lstat(place)
    except (OSError, ValueError):
        return ""
    if not stat.S_ISREG(found.st_mode):
        return ""
    return f"{found.st_ctime_ns},{found.st_mtime_ns},{found.st_size},{found.st_ino}"


def _name(out: Path) -> tuple[str, ...]:
    return _FORM, str(out.resolve())
