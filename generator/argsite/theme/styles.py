"""A theme's stylesheets as one: a page waits for a single file before its first words show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argsite.errors import SetupError

_CLOSING = {"{": "}", "(": ")", "[": "]"}

_SIGN = re.compile(
    r"""
    /\*.*?\*/ | \\.                                       # comments, escaped signs
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'           # texts
    | (?i:\burl)\(\s*(?!["'\s])(?:\\.|[^)\\\n])*\)        # addresses without quotes
    | (?P<sign>/\*|["'{}()\[\]])                          # whatever opens, or closes
    """,
    re.DOTALL | re.VERBOSE,
)

_LONGEST_LINE = 80


def join_styles(sheets: Mapping[str, str]) -> str:
    """Return stylesheets, by name, as one, in the order of their names.

    Raises `SetupError` where one leaves something open, which would swallow those behind it.
    """
    for name in sorted(sheets):
        _check(name, sheets[name])
    return "\n".join(sheets[name].strip() + "\n" for name in sorted(sheets))


def _check(name: str, sheet: str) -> None:
    fault = _fault(sheet)
    if fault:
        what, place = fault
        number = sheet.count("\n", 0, place) + 1
        line = sheet.split("\n")[number - 1].strip()[:_LONGEST_LINE]
        raise SetupError(f"stylesheet '{name}' of the theme, line {number}: {what}, in: {line}")


def _fault(sheet: str) -> tuple[str, int] | None:
    """Return what is opened or closed alone, and where; None where all is well."""
    opened: list[tuple[str, int]] = []
    for sign, place in _signs(sheet):
        if sign in _CLOSING:
            opened.append((sign, place))
        elif sign == "/*":
            return "the comment does not end: '*/' is missing", place
        elif sign in "\"'":
            return f"the text does not end on its line: {sign} is missing", place
        elif not opened:
            return f"'{sign}' closes nothing", place
        else:
            begin, begun = opened.pop()
            if sign != _CLOSING[begin]:
                return _unclosed(begin), begun
    return (_unclosed(opened[-1][0]), opened[-1][1]) if opened else None


def _unclosed(sign: str) -> str:
    return f"'{sign}' is not closed: '{_CLOSING[sign]}' is missing"


def _signs(sheet: str) -> Iterator[tuple[str, int]]:
    return ((found["sign"], found.start()) for found in _SIGN.finditer(sheet) if found["sign"])
