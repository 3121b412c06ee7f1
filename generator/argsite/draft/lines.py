"""The lines of an essay, and how its paragraphs are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from argsite.source import Manuscript

_BREAKS = re.compile("\n?[\f\v]|[\u2028\u2029]")
_CLOSED = re.compile(r"[.!?…:;。！？][\"'”’»“)\]*_]*$")
_FENCE = re.compile(r" {0,3}(`{3,}(?!.*`)|~{3,})")

_LONG = 120
"""Characters beyond which a line is no line of a text that was broken by hand."""


@dataclass(frozen=True, slots=True)
class Text:
    """An essay's lines."""

    path: str
    """The file."""

    lines: tuple[str, ...]
    """Its lines, without their ends."""

    is_markdown: bool
    """True for Markdown, False for plain text."""

    by_line: bool
    """True where each line is a paragraph; otherwise empty lines part them."""

    width: int
    """Columns after which lines were broken."""

    in_code: frozenset[int]
    """Indexes of lines in blocks of code."""

    def is_blank(self, index: int) -> bool:
        """Say whether there is nothing on a line, or no such line."""
        return not 0 <= index < len(self.lines) or not self.lines[index].strip()

    def begins(self, index: int) -> bool:
        """Say whether a paragraph begins with this line."""
        return self.by_line or self.is_blank(index - 1)

    def ends(self, index: int) -> bool:
        """Say whether a paragraph ends with this line."""
        return self.by_line or self.is_blank(index + 1)

    def stands_alone(self, index: int) -> bool:
        """Say whether a line seems to be a heading above the paragraph that follows at once.

        The first word of the next line would have found room on it, so it was ended on purpose.
        """
        if self.ends(index):
            return True
        following = self.lines[index + 1].strip()
        room = len(self.lines[index].rstrip()) + 1 + len(following.split()[0])
        # A line is as wide as the text, or the next one is, which then shows how wide that is.
        width = max(self.width, len(self.lines[index + 1].rstrip()))
        return room <= width and not following[0].islower()


def read_lines(manuscript: Manuscript, *, is_markdown: bool) -> Text:
    """Return the lines; form feeds and Unicode's own line ends are line ends, too."""
    lines = tuple(_BREAKS.sub("\n", manuscript.text).split("\n"))
    inner = [one for one, two in pairwise(lines) if one.strip() and two.strip()]
    widths = sorted(len(each.rstrip()) for each in inner)
    width = widths[len(widths) * 3 // 4] if widths else 0
    by_line = not is_markdown and _parts_by_line(inner, width)
    code = in_code(lines) if is_markdown else frozenset()
    return Text(manuscript.path, lines, is_markdown, by_line, width, code)


def closes(line: str) -> bool:
    """Say whether a line ends as a sentence or a clause does."""
    return bool(_CLOSED.search(line.rstrip()))


def _parts_by_line(inner: Sequence[str], width: int) -> bool:
    """Say whether lines that another follows at once mostly end sentences, or are very long."""
    if not inner:
        return False
    closed = sum(closes(line) for line in inner)
    return closed * 2 >= len(inner) or width > _LONG


def in_code(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of lines in fences."""
    found: set[int] = set()
    fence = ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            found.add(index)
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
            found.add(index)
    return frozenset(found)
