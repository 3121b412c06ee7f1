"""What a Markdown text makes on a page stays in proportion to what was written.

A link reference is written once and may be used thousands of times, each time at its full length.
"""

from __future__ import annotations

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.check.texts import linking
from argsite.model import Library
from argsite.problems import Code, Problem, Report


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Report each text that its link references multiply."""
    if not any(map(markdown.multiplies, library.links)):
        return
    for text in linking(library):
        if markdown.multiplies(text.passage.text):
            message = "its link references make this text many times longer"
            hint = "use long addresses and titles only once"
            report(Problem(Code.TOO_LARGE, text.passage.at, message, hint))
