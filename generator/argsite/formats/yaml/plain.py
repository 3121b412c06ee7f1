"""Texts without quotes that YAML takes as they are, though a mark or an indent went wrong."""

from __future__ import annotations

from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Manuscript

_OPENING = {"]": "[", "}": "{"}
_ITEM = "- "
_INNER = f" {_ITEM}"


_ENDS = frozenset("]}\"'")


def is_odd(text: str) -> bool:
    """Say, fast, whether a text may be one that `examine` warns of."""
    return text[-1:] in _ENDS or _INNER in text


def examine(text: str, at: Location, lines: range, manuscript: Manuscript, report: Report) -> None:
    """Warn of what YAML takes for a part of the text, and its author hardly meant so.

    `lines` are those that the text stands on, from 1. In quotes, all of it is what was typed.
    """
    if text and is_unopened(text):
        opening = _OPENING.get(text[-1], text[-1])
        message = f"this text ends with {text[-1]}, and no {opening} opens it"
        hint = f"write {opening} before it, or put the whole text in quotes"
        _warn(at, message, hint, report)
    if _INNER in text:
        for line in lines[1:]:
            written = manuscript.line(line)
            if written.lstrip().startswith(_ITEM):
                column = len(written) - len(written.lstrip()) + 1
                message = (
                    "this line looks like an item, but is indented like a part of the text above it"
                )
                hint = "indent it like the items it belongs to, or put the whole text in quotes"
                _warn(Location(at.path, line, column), message, hint, report)


def is_unopened(text: str) -> bool:
    """Say whether a text ends with a bracket or quote that seems to have lost its beginning."""
    mark = text[-1]
    if mark in _OPENING:
        return _OPENING[mark] not in text
    if mark == '"':
        return text.count(mark) == 1
    # An apostrophe may end a word; twice, it is the way to write one between single quotes.
    return mark == "'" and "''" in text[:-1]


def _warn(at: Location, message: str, hint: str, report: Report) -> None:
    report(Problem(Code.ODD_TEXT, at, message, hint, Severity.WARNING))
