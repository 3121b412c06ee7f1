"""Edits: a text at a place that gives way to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argsite.source import Manuscript


class Edit(NamedTuple):
    """A text of one line, perhaps of no length, that gives way to another."""

    path: str
    """The file, relative to the site's folder, with forward slashes."""

    line: int
    """Line, from 1."""

    column: int
    """Column in characters, from 1."""

    old: str
    """What stands there."""

    new: str
    """What is to stand there; it may have several lines."""


def apply(manuscript: Manuscript, edits: Iterable[Edit]) -> str:
    """Return the file's text after those of the edits that are in it.

    ValueError where an edit's place holds another text than it says.
    """
    own = {each for each in edits if each.path == manuscript.path}
    rows = manuscript.text.split("\n")
    for edit in sorted(own, reverse=True):
        row, start = rows[edit.line - 1], edit.column - 1
        if not row.startswith(edit.old, start):
            raise ValueError(f"{edit.path}:{edit.line}:{edit.column} does not hold {edit.old!r}")
        rows[edit.line - 1] = f"{row[:start]}{edit.new}{row[start + len(edit.old) :]}"
    return "\n".join(rows)
