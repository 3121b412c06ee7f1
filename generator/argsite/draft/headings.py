"""The headings of a text: `# Title`, and lines that the next one underlines."""

from __future__ import annotations

import re
from typing import NamedTuple

from argsite.draft.lines import Text

_SIGNS = re.compile(r" {0,3}(#{1,6})(?![^ \t])")
_UNDERLINE = re.compile(r" {0,3}(={3,}|-{3,}|~{3,}|\*{3,})\s*")
_LONGEST = 150


class Heading(NamedTuple):
    """A Markdown heading that begins with signs."""

    signs: str
    """One to six `#`."""

    words: str
    """What it says, without the signs that may close it."""


def heading(line: str) -> Heading | None:
    """Return the heading that a line is; None where it is none."""
    found = _SIGNS.match(line)
    if not found:
        return None
    words = line[found.end() :].strip(" \t")
    bare = words.rstrip("#")
    if bare != words and bare.endswith((" ", "\t")):
        words = bare.rstrip(" \t")
    return Heading(found[1], words)


def parting(text: Text, begin: int) -> list[int]:
    """Return the lines of the headings that part a Markdown essay without numbers."""
    if not text.is_markdown:
        return []
    levels = [level(text, index) for index in range(len(text.lines))]
    known = sorted({each for each in levels[begin:] if each})
    several = (each for each in known if levels[begin:].count(each) > 1)
    chosen = next(several, known[0] if known else 0)
    if not chosen:
        return []
    return [index for index in range(begin, len(levels)) if levels[index] == chosen]


def level(text: Text, index: int) -> int:
    """Return the level of the heading on a line; 0 where there is none."""
    if index in text.in_code:
        return 0
    line = text.lines[index]
    found = heading(line)
    if found and found.words:
        return len(found.signs)
    if text.begins(index) and underlines(text, index + 1, line):
        return 1 if text.lines[index + 1].strip()[0] == "=" else 2
    return 0


def underlines(text: Text, index: int, line: str) -> bool:
    """Say whether a line does nothing but underline the one above it."""
    if index >= len(text.lines) or not line.strip() or len(line) > _LONGEST:
        return False
    found = _UNDERLINE.fullmatch(text.lines[index])
    return bool(found) and (not text.is_markdown or found[1][0] in "=-")  # type: ignore[index] # matched
