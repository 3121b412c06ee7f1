"""What authors wrote and where: files, places in them, and the passages that stand there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
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
        starts = _line_starts(self.text)
        if not 0 < number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r")

    def find(self, needle: str, at: Location, skip: int = 0) -> Location:
        """Return where `needle` occurs at or after `at`, after `skip` other occurrences.

        Where it does not occur so often, for instance because YAML folded or escaped it, the
        answer is `at` itself.
        """
        return next(islice(self.finds(needle, at), skip, None), at)

    def finds(self, needle: str, at: Location, within: int | None = None) -> Iterator[Location]:
        """Yield each place where `needle` occurs, from `at` on, no further than so many characters.

        By default the whole rest of the file is looked through.
        """
        starts = _line_starts(self.text)
        start = starts[at.line - 1] + at.column - 1 if at.line <= len(starts) else len(self.text)
        end = len(self.text) if within is None else start + within
        while (found := self.text.find(needle, start, end)) >= 0:
            line = bisect_right(starts, found)
            yield Location(self.path, line, found - starts[line - 1] + 1, max(1, len(needle)))
            start = found + 1


BLANKS = " \t\n\f\r"
"""White space in HTML. What Unicode calls a space beside it is a letter there, for good reason:
a no-break space keeps words together, and that of Japanese is as wide as a letter.
"""

_BLANKS = re.compile(f"[{BLANKS}]+")


def in_one_line(text: str) -> str:
    """Return a text with white space folded as HTML folds it."""
    return " ".join(text.split()) if text.isascii() else _BLANKS.sub(" ", text).strip(" ")


@lru_cache(maxsize=4)  # problems come file by file, and one file may have thousands
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
