"""Comments that look like a part of the text before them: `text: Issue #3 is bad`.

YAML wants a space before each comment. After quotes, brackets, commas and block marks its parsers
do without it. We do not, since what follows may be a part of the text.
"""

from __future__ import annotations

import re

from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Manuscript

_CUT = re.compile(r"(?<=[ \t])#[^\W_]")
_BLANK = " \t"
_TIGHT = re.compile(r"""[][{}"':,|>0-9+-]#""")
_GLUED = re.compile(r"[|>][0-9+-]*#|[ \t]*,#|#")


class Comments:
    """The lines of a file on which a comment begins with a letter or digit."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Find the lines; most files have none."""
        self._path = manuscript.path
        self.lines = _lines(manuscript.text, _CUT)
        """Number of each such line, from 0, to the line."""
        self.tight = _lines(manuscript.text, _TIGHT)
        """The same for lines where a comment may stand without a space before it."""

    def examine(self, line: int, column: int, report: Report) -> None:
        """Warn where one follows a plain scalar that ends at a `column` of one of the `lines`."""
        text = self.lines[line]
        place = len(text) - len(text[column:].lstrip(_BLANK))
        if place > column and _CUT.match(text, place):
            at = Location(self._path, line + 1, place + 1, len(text) - place)
            message = "YAML has dropped the rest of this line, as a comment"
            hint = "put the text in quotes; a comment is written with a space after '#'"
            report(Problem(Code.CUT_TEXT, at, message, hint, Severity.WARNING))

    def follow(self, line: int, column: int, report: Report) -> bool:
        """Report one that stands at the `column` of one of the `tight` lines without a space.

        A quote, a bracket or a text within brackets ends there, or the mark of a block begins.
        False after a report.
        """
        found = _GLUED.match(self.tight[line], column)
        if found:
            width = len(self.tight[line]) - found.end() + 1
            at = Location(self._path, line + 1, found.end(), width)
            message = "a space is missing before this '#', which begins a comment"
            hint = "write the space; if it belongs to the text, put the whole text in quotes"
            report(Problem(Code.BAD_YAML, at, message, hint))
        return found is None


def _lines(text: str, mark: re.Pattern[str]) -> dict[int, str]:
    """Return the lines that hold a mark, by their numbers from 0."""
    if not mark.search(text):
        return {}
    return {number: line for number, line in enumerate(text.split("\n")) if mark.search(line)}
