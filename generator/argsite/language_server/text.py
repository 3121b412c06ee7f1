"""Lines of a text, and columns in the units that an editor counts in.

Editors count from 0, in UTF-16 units unless they agree on others. We count characters.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_BREAK = re.compile("\r\n|\r|\n")


class Units(StrEnum):
    """What an editor counts columns in."""

    UTF8 = "utf-8"
    """Bytes of UTF-8."""

    UTF16 = "utf-16"
    """Units of UTF-16: two for an emoji."""

    UTF32 = "utf-32"
    """Characters."""


class Place(NamedTuple):
    """A place in a text."""

    line: int
    """Line, from 0."""

    column: int
    """Column, from 0; in characters or in an editor's units."""


class Edit(NamedTuple):
    """A change that an editor tells: what it puts in place of what stands between two places."""

    start: Place
    """Where the replaced text begins, in the editor's units."""

    end: Place
    """Where it ends, in the editor's units."""

    text: str
    """What stands there from now on."""


def lines(text: str) -> list[str]:
    """Return the lines of a text without their breaks: LF, CRLF or CR, and no others."""
    return _BREAK.split(text)


def width(text: str, units: Units) -> int:
    """Return how many units a text has."""
    if units is Units.UTF32 or text.isascii():
        return len(text)
    if units is Units.UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(char > "\uffff" for char in text)


def column(line: str, units_before: int, units: Units) -> int:
    """Return how many characters stand before a column; the whole line's where it has fewer."""
    if units is Units.UTF32 or line.isascii():
        return min(max(units_before, 0), len(line))
    left = units_before
    for count, char in enumerate(line):
        left -= width(char, units)
        if left < 0:
            return count
    return len(line)


def changed(text: str, edit: Edit, units: Units) -> str:
    """Return the text with an edit made."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    first = _offset(text, starts, edit.start, units)
    last = _offset(text, starts, edit.end, units)
    return text[:first] + edit.text + text[max(first, last) :]


def _offset(text: str, starts: list[int], place: Place, units: Units) -> int:
    """Return how many characters stand before a place; a place past the end is the end."""
    if place.line < 0:
        return 0
    if place.line >= len(starts):
        return len(text)
    start = starts[place.line]
    end = starts[place.line + 1] if place.line + 1 < len(starts) else len(text)
    return start + column(text[start:end].rstrip("\r\n"), place.column, units)
