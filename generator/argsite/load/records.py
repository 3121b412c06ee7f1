"""What an author wrote about each statement and argument, as digests: equal texts, equal digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b

from argsite.model import Essay
from argsite.source import Location, Passage

_BYTES = 12


@dataclass(frozen=True, slots=True)
class Records:
    """The digests of an essay's statements and arguments."""

    statements: tuple[bytes, ...]
    """Of each statement, in order."""

    arguments: tuple[bytes, ...]
    """Of each argument, in order."""


def records_of(essay: Essay) -> Records:
    """Return the digests; where something stands in its file does not matter."""
    return Records(
        tuple(_digest(each) for each in essay.statements),
        tuple(_digest(each) for each in essay.arguments),
    )


def _digest(value: object) -> bytes:
    return blake2b(repr(_worded(value)).encode(), digest_size=_BYTES).digest()


def _worded(value: object) -> object:
    """Return a value without the places where its parts are written."""
    if isinstance(value, Passage):
        return value.text
    if is_dataclass(value):
        parts = ((each.name, getattr(value, each.name)) for each in fields(value))
        return [(name, _worded(part)) for name, part in parts if not isinstance(part, Location)]
    if isinstance(value, tuple):
        return [_worded(each) for each in value]
    if isinstance(value, Mapping):
        return sorted((key, _worded(each)) for key, each in value.items())
    return value
