"""A statement says that something is so: what is asked can neither be supported nor rebutted.

A question that is only quoted or stands in brackets at the end of a statement is none.
"""

from __future__ import annotations

import re

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.check.vocabulary import is_greek
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity

_END = re.compile(
    r"(?P<mark>[?？؟\u037e⁇⁈⁉‽﹖︖])[!?？！.…\s]*(?P<closing>[\"'”’»«›‹“‘)\]}」』）】\s]*)$"
)
_OPENING = "\"'“‘„‚«»‹›([{「『（【"
_LATER = re.compile(rf"(?<=[\s,:;.])[{re.escape(_OPENING)}]|[「『（【]")


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each statement that is a question."""
    for essay in library.essays:
        greek = is_greek(essay, library)
        for statement in essay.statements:
            text = statement.text.text
            if is_question(text.replace(";", "?") if greek else text):
                message = "this is a question; a statement says what is so"
                hint = "write its answer: 'Lamps make it safe.', not 'Do lamps make it safe?'"
                at = statement.text.at
                report(Problem(Code.QUESTION, at, message, hint, Severity.WARNING))


def is_question(text: str) -> bool:
    """Say whether a Markdown text asks something, as a whole."""
    if not any(mark in text for mark in "?？؟\u037e⁇⁈⁉‽﹖︖"):
        return False
    plain = markdown.plain(text)
    end = _END.search(plain)
    if not end:
        return False
    quoted = end["closing"].strip() and _LATER.search(plain, 1, end.start())
    return not quoted
