"""Places in files as editors count them."""

from __future__ import annotations

from lsprotocol import types

from argsite.language_server.text import Units, width
from argsite.source import Location


def range_of(at: Location, line: str, units: Units) -> types.Range:
    """Return a place as a range; `line` is the line that it is in."""
    start = min(at.column - 1, len(line))
    return _range(at, line, start, min(start + at.width, len(line)), units)


def shown_range(at: Location, line: str, units: Units) -> types.Range:
    """Return a place as a range of at least a character, so that it can be seen.

    A place behind the end of the line becomes the last character of it.
    """
    end = min(at.column - 1 + at.width, len(line))
    return _range(at, line, min(at.column - 1, max(end - 1, 0)), end, units)


def _range(at: Location, line: str, start: int, end: int, units: Units) -> types.Range:
    return types.Range(
        types.Position(at.line - 1, width(line[:start], units)),
        types.Position(at.line - 1, width(line[:end], units)),
    )
