"""What is kept on this machine of an address, in the user's own cache folder."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from argsite.errors import SetupError
from argsite.users_cache import users_cache

_VERSION = 1


def folder(*names: object) -> Path:
    """Return the folder that is kept for what these names identify; it is there afterwards."""
    key = sha256("\n".join(str(name) for name in names).encode("utf-8", "surrogateescape"))
    place = _cache() / key.hexdigest()[:32]
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SetupError(
            f"cannot keep a copy in {place}: {error.strerror}; name another folder with"
            " XDG_CACHE_HOME"
        ) from error
    return place


def read_notes(place: Path) -> dict[str, object]:
    """Return what was noted in a file; nothing where that is damaged or of another version."""
    with suppress(OSError, ValueError, RecursionError):
        notes = json.loads(place.read_bytes())
        if isinstance(notes, dict) and notes.get("version") == _VERSION:
            return notes
    return {}


def write_notes(place: Path, notes: Mapping[str, object]) -> None:
    """Note something; what cannot be noted is found out anew the next time."""
    with suppress(OSError):
        put(place, json.dumps({"version": _VERSION, **notes}).encode(), place.parent)


def put(place: Path, data: bytes, beside: Path) -> None:
    """Write a file in the folder `beside` and move it in place, so that nobody reads half of it."""
    name = sha256(os.fsencode(place)).hexdigest()[:16]
    part = beside / f".{name}.{os.getpid()}"
    try:
        part.write_bytes(data)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _cache() -> Path:
    found = users_cache("remote")
    if found is None:
        raise SetupError(
            "there is no home folder to keep a copy in; name a folder with XDG_CACHE_HOME"
        )
    return found
