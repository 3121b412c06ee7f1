"""What a build was made of and what it left, as a value, and as bytes for the next build.

The bytes are JSON, which is read without a library that takes longer to load than to look at all
files of a small site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from argsite.problems import Code, Problem, Severity
from argsite.source import Location

Signature = str
"""What tells a state of a file: when it was changed and written (ns), size, number; no spaces."""


class Stamp(NamedTuple):
    """What a build was made of and what it left."""

    inputs: str = ""
    """The digest of everything that went into it."""

    lock: str = ""
    """The digest of the lock file, which a build may write to."""

    files: Mapping[str, Signature] = MappingProxyType({})
    """Each file in the output folder."""

    unsure: Mapping[str, str] = MappingProxyType({})
    """The hash of those whose signature may not tell a later state."""

    problems: tuple[Problem, ...] = ()
    """The warnings that the build gave."""

    texts: Mapping[str, str] = MappingProxyType({})
    """The files that they are about, by path."""

    essays: int = 0
    """How many essays the site has."""

    statements: int = 0
    """How many statements they hold."""

    arguments: int = 0
    """How many arguments join them."""


def to_bytes(stamp: Stamp) -> bytes:
    """Return a stamp as bytes."""
    parts = (
        *(stamp.inputs, stamp.lock),
        "\n".join([f"{signature} {path}" for path, signature in stamp.files.items()]),
        dict(stamp.unsure),
        [(*each.at, each.code, each.message, each.hint, each.severity) for each in stamp.problems],
        dict(stamp.texts),
        (stamp.essays, stamp.statements, stamp.arguments),
    )
    return json.dumps(parts).encode()


def parse(data: bytes) -> Stamp | None:
    """Return the stamp that the bytes were made of; None where they are none."""
    try:
        inputs, lock, files, unsure, problems, texts, counts = json.loads(data)
        essays, statements, arguments = map(int, counts)
        return Stamp(
            str(inputs),
            str(lock),
            {path: signature for signature, _, path in _parted(files) if signature},
            {path: str(hashed) for path, hashed in unsure.items()},
            tuple(_problem(*each) for each in problems),
            {path: str(text) for path, text in texts.items()},
            *(essays, statements, arguments),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _parted(files: str) -> list[tuple[str, str, str]]:
    """Return signature, space and path of each line: one text is faster than many are as JSON."""
    return [line.partition(" ") for line in files.split("\n") if line]


def _problem(  # noqa: PLR0913, PLR0917 - what is written of each
    path: object,
    line: int,
    column: int,
    width: int,
    code: str,
    message: object,
    hint: object,
    severity: str,
) -> Problem:
    at = Location(str(path), int(line), int(column), int(width))
    return Problem(Code(code), at, str(message), str(hint), Severity(severity))
