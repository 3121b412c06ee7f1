"""The manifest: which files of a folder are ours, by path and hash."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from argsite.errors import SetupError
from argsite.output.file import are_valid
from argsite.packing import from_json

NAME = ".argsite-manifest.json"
"""The manifest's name in the output folder."""

Manifest = Mapping[str, frozenset[str]]
"""Path of a file of ours to the hashes it may have: one, or several after a build was killed."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Form:
    """The form of a manifest."""

    version: object = None
    """The number of the form."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What a manifest of the present form says."""

    files: dict[str, frozenset[str]]
    """The hashes of each file, by path."""


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


@lru_cache(maxsize=1)  # a build asks before it begins, and again once no other can write there
def parse(data: bytes, out: object) -> Manifest:
    """Return what the bytes of the manifest in `out`, a folder or an address, say.

    SetupError where they cannot be understood.
    """
    form = from_json(data, _Form)
    if form is None:
        raise _unreadable(out)
    if form.version != _VERSION:
        raise SetupError(
            f"{out} was built by another version of Argsite; empty that folder and build again"
        )
    content = from_json(data, _Content)
    if content is None or not (are_valid(content.files) and _are_hashes(content.files)):
        raise _unreadable(out)
    return content.files


def to_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as a file: one line a path, so that it compares well."""
    # All paths are looked at in one go, which costs a tenth of looking at each.
    said = '"{}"'.format if _PLAIN.fullmatch("".join(manifest)) else json.dumps
    lines = ",\n".join(
        [f"{said(path)}: {_listed(hashes)}" for path, hashes in sorted(manifest.items())]
    )
    return f'{{"version": {_VERSION}, "files": {{\n{lines}\n}}}}\n'.encode()


def _listed(hashes: frozenset[str]) -> str:
    return f"""["{'", "'.join(hashes if len(hashes) == 1 else sorted(hashes))}"]"""


def _are_hashes(files: Manifest) -> bool:
    texts = list(chain.from_iterable(files.values()))
    return set(map(len, texts)) <= {_LENGTH} and bool(_DIGITS.fullmatch("".join(texts)))


def _unreadable(out: object) -> SetupError:
    return SetupError(
        f"{out}/{NAME} is damaged, so nobody can tell which files in {out} are Argsite's;"
        " move your own files elsewhere, delete that folder and build again"
    )
