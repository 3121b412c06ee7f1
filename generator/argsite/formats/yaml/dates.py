"""Dates: written as numbers with hyphens, read by us, so that no other form creeps in."""

from __future__ import annotations

import re
from datetime import date

from argsite.formats.yaml import fragments
from argsite.formats.yaml.nodes import Node
from argsite.formats.yaml.values import Value, bad, scalar, short
from argsite.problems import Report


def _read_day(name: str, node: Node, report: Report) -> str | None:
    return _read_date(name, node, report, r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "YYYY-MM-DD")


def _read_loose_date(name: str, node: Node, report: Report) -> str | None:
    forms = "YYYY, YYYY-MM or YYYY-MM-DD"
    return _read_date(name, node, report, r"[0-9]{4}(-[0-9]{2}){0,2}", forms)


def _read_date(name: str, node: Node, report: Report, form: str, words: str) -> str | None:
    written = scalar(name, node, report, "a date", f"write it as {words}")
    if written is None:
        return None
    if not re.fullmatch(form, written.text):
        message = f"'{name}' must be a date, not '{short(written.text)}'"
        bad(written.at, message, report, f"write it as {words}")
        return None
    try:
        date.fromisoformat(written.text + "-01" * (2 - written.text.count("-")))
    except ValueError:
        message = f"there is no such date as '{written.text}'"
        bad(written.at, message, report, "look the month and the day up")
        return None
    return written.text


_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)

DAY = Value("a date as YYYY-MM-DD", _read_day, fragments.matching(f"[0-9]{{4}}-{_DAY}"))
"""A day."""

LOOSE_DATE = Value(
    "a date as YYYY, YYYY-MM or YYYY-MM-DD",
    _read_loose_date,
    {
        **fragments.matching(f"[0-9]{{4}}(?:-{_MONTH}|-{_DAY})?", "integer"),
        "minimum": 1,
        "maximum": 9999,
    },
)
"""A year, a month or a day."""
