"""What authors wrote and where: files, places in them, and the passages that stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Location(NamedTuple):
    """A place in an author's file; locations sort by file, then by place."""

    path: str
    """The file, relative to the site's folder, with forward slashes."""

    line: int = 1
    """Line, from 1."""

    column: int = 1
    """Column in characters, from 1."""

    width: int = 1
    """How many characters an error underlines."""


class Passage(NamedTuple):
    """A text and where its author wrote it, so that a later stage can point into it."""

    text: str
    """The text as YAML or Markdown gives it."""

    at: Location
    """Where the text begins in the file."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An author's file as it was read."""

    path: str
    """The file, relative to the site's folder, with forward slashes."""

    text: str
    """Its whole text, decoded."""

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line break; empty past the end."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    def find(self, needle: str, at: Location, skip: int = 0) -> Location:
        """Return where `needle` occurs at or after `at`, after `skip` other occurrences.

        Where it does not occur so often, for instance because YAML folded or escaped it, the
        answer is `at` itself.
        """
        start = self._offset(at)
        for _ in range(skip + 1):
            found = self.text.find(needle, start)
            if found < 0:
                return at
            start = found + 1
        before = self.text[:found]
        column = found - (before.rfind("\n") + 1) + 1
        return Location(self.path, before.count("\n") + 1, column, max(1, len(needle)))

    def _offset(self, at: Location) -> int:
        offset = 0
        for _ in range(at.line - 1):
            offset = self.text.find("\n", offset) + 1
        return offset + at.column - 1
