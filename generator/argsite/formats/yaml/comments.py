"""Comments that look like a part of the text before them: `text: Issue #3 is bad`."""

from __future__ import annotations

import re

from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Manuscript

_CUT = re.compile(r"(?<=[ \t])#[^\W_]")
_BLANK = " \t"


class Comments:
    """The lines of a file on which a comment begins with a letter or digit."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Find the lines; most files have none."""
        self._path = manuscript.path
        self.lines: dict[int, str] = {}
        """Number of each such line, from 0, to the line."""
        if _CUT.search(manuscript.text):
            for number, line in enumerate(manuscript.text.split("\n")):
                if _CUT.search(line):
                    self.lines[number] = line

    def examine(self, line: int, column: int, report: Report) -> None:
        """Warn where one follows a plain scalar that ends at a `column` of one of the `lines`."""
        text = self.lines[line]
        place = len(text) - len(text[column:].lstrip(_BLANK))
        if place > column and _CUT.match(text, place):
            at = Location(self._path, line + 1, place + 1, len(text) - place)
            message = "YAML has dropped the rest of this line, as a comment"
            hint = "put the text in quotes; a comment is written with a space after '#'"
            report(Problem(Code.CUT_TEXT, at, message, hint, Severity.WARNING))
