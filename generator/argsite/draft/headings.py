"""The headings of a text: `# Title`, and lines that the next one underlines."""

from __future__ import annotations

import re

from argsite.draft.lines import Text

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
"""A Markdown heading: its signs and its words."""

_UNDERLINE = re.compile(r" {0,3}(={3,}|-{3,}|~{3,}|\*{3,})\s*")
_LONGEST = 150


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
    heading = HEADING.fullmatch(line)
    if heading and heading[2]:
        return len(heading[1])
    if text.begins(index) and underlines(text, index + 1, line):
        return 1 if text.lines[index + 1].strip()[0] == "=" else 2
    return 0


def underlines(text: Text, index: int, line: str) -> bool:
    """Say whether a line does nothing but underline the one above it."""
    if index >= len(text.lines) or not line.strip() or len(line) > _LONGEST:
        return False
    found = _UNDERLINE.fullmatch(text.lines[index])
    return bool(found) and (not text.is_markdown or found[1][0] in "=-")  # type: ignore[index] # matched
