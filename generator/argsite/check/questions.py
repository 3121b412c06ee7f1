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

_MARKS = "?？؟\u037e⁇⁈⁉‽﹖︖"
_CLOSING = "\"'”’»«›‹“‘)]}」』）】 "
_AFTER = "!！.… "
"""What may follow a question mark without a change of what it means."""

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
    if not any(mark in text for mark in _MARKS):
        return False
    plain = markdown.plain(text)
    inside = plain.rstrip(_CLOSING)
    asked = inside.rstrip(_AFTER + _MARKS)
    if not any(mark in inside[len(asked) :] for mark in _MARKS):
        return False
    is_closed = len(inside) < len(plain.rstrip())
    return not (is_closed and _LATER.search(plain, 1, len(asked)))
