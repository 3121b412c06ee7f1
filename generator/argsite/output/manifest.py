"""The manifest: which files of a folder are ours, by path and hash."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from argsite.errors import SetupError
from argsite.output.file import are_valid

NAME = ".argsite-manifest.json"
"""The manifest's name in the output folder."""

Manifest = Mapping[str, frozenset[str]]
"""Path of a file of ours to the hashes it may have: one, or several after a build was killed."""

_VERSION = 1

_PLAIN = re.compile(r"[A-Za-z0-9/._-]*")
"""Paths that JSON writes as they are."""

_DIGITS = re.compile(r"[0-9a-f]*")
_LENGTH = 64


def read(out: Path) -> Manifest | None:
    """Return the manifest of folder `out`; None where it has none.

    SetupError where there is one that cannot be understood: then nobody knows which files are ours.
    """
    place = out / NAME
    try:
        if not stat.S_ISREG(place.lstat().st_mode):
            raise _unreadable(out)
        data = place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return parse(data, out)


def parse(data: bytes, out: object) -> Manifest:
    """Return what the bytes of the manifest in `out`, a folder or an address, say.

    SetupError where they cannot be understood.
    """
    try:
        content = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise _unreadable(out) from error
    if not isinstance(content, dict):
        raise _unreadable(out)
    if content.get("version") != _VERSION:
        raise SetupError(
            f"{out} was built by another version of Argsite; empty that folder and build again"
        )
    return _checked(content.get("files"), out)


def to_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as a file: one line a path, so that it compares well."""
    # All paths are looked at in one go, which costs a tenth of looking at each.
    said = _quoted if _PLAIN.fullmatch("".join(manifest)) else json.dumps
    lines = ",\n".join(
        [f"{said(path)}: {_listed(hashes)}" for path, hashes in sorted(manifest.items())]
    )
    return f'{{"version": {_VERSION}, "files": {{\n{lines}\n}}}}\n'.encode()


def _quoted(text: str) -> str:
    return f'"{text}"'


def _listed(hashes: frozenset[str]) -> str:
    if len(hashes) == 1:
        (only,) = hashes
        return f'["{only}"]'
    return json.dumps(sorted(hashes))


def _checked(files: object, out: object) -> Manifest:
    if not isinstance(files, dict):
        raise _unreadable(out)
    if not are_valid(files) or not all(isinstance(each, list) for each in files.values()):
        raise _unreadable(out)
    hashes = list(chain.from_iterable(files.values()))
    if not all(isinstance(each, str) for each in hashes) or not _are_hashes(hashes):
        raise _unreadable(out)
    return {path: frozenset(hashes) for path, hashes in files.items()}


def _are_hashes(texts: list[str]) -> bool:
    return set(map(len, texts)) <= {_LENGTH} and bool(_DIGITS.fullmatch("".join(texts)))


def _unreadable(out: object) -> SetupError:
    return SetupError(
        f"{out}/{NAME} is damaged, so nobody can tell which files in {out} are Argsite's;"
        " move your own files elsewhere, delete that folder and build again"
    )
