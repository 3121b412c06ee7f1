"""Kinds of values that are one word or one number of a certain form: a flag, a weight, a status."""

from __future__ import annotations

import re
from math import isfinite

from argsite.formats.yaml import fragments
from argsite.formats.yaml.nodes import Node
from argsite.formats.yaml.values import Value, bad, scalar, short
from argsite.model import Search, Status
from argsite.problems import Report, did_you_mean
from argsite.source import Location, Passage


def _read_flag(name: str, node: Node, report: Report) -> bool | None:
    written = scalar(name, node, report, "true or false", "write true or false")
    if written is None:
        return None
    if written.text in {"true", "false"}:
        return written.text == "true"
    word = written.text.lower()
    yes, no = word in {"true", "yes", "on", "y", "1"}, word in {"false", "no", "off", "n", "0"}
    hint = "write true" if yes else "write false" if no else "write true or false"
    bad(written.at, f"'{name}' must be true or false, not '{short(written.text)}'", report, hint)
    return None


FLAG = Value("true or false", _read_flag, fragments.matching("true|false", "boolean"))
"""Yes or no."""


def _read_weight(name: str, node: Node, report: Report) -> float | None:
    hint = "write a number such as 2 or 0.5"
    written = scalar(name, node, report, "a number over 0", hint)
    if written is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", written.text):
        weight = float(written.text)
        if weight > 0 and isfinite(weight):
            return weight
    message = f"'{name}' must be a number over 0, not '{short(written.text)}'"
    bad(written.at, message, report, hint)
    return None


WEIGHT = Value(
    "a number over 0",
    _read_weight,
    {
        **fragments.matching(r"(?=.*[1-9])[0-9]{1,9}(?:\.[0-9]{1,9})?", "number"),
        "exclusiveMinimum": 0,
        "exclusiveMaximum": 1_000_000_000,
    },
)
"""How much an argument counts."""


def _read_number(name: str, node: Node, report: Report) -> tuple[int, Location] | None:
    hint = "write 1, 2, 3 …, in digits"
    written = scalar(name, node, report, "a whole number", hint)
    if written is None:
        return None
    if re.fullmatch("[1-9][0-9]{0,3}", written.text):
        return int(written.text), written.at
    message = f"'{name}' must be a whole number from 1, not '{short(written.text)}'"
    bad(written.at, message, report, hint)
    return None


NUMBER = Value(
    "a whole number from 1",
    _read_number,
    {**fragments.matching("[1-9][0-9]{0,3}", "integer"), "minimum": 1, "maximum": 9999},
)
"""A point's number, with its place."""


_STATUSES = tuple(status.value for status in Status)


def _read_status(name: str, node: Node, report: Report) -> Passage | None:
    all_of_them = f"write one of {', '.join(_STATUSES)}"
    written = scalar(name, node, report, "a status", all_of_them)
    if written is None:
        return None
    if written.text in _STATUSES:
        return Passage(written.text, written.at)
    hint = did_you_mean(written.text, _STATUSES) or all_of_them
    bad(written.at, f"'{short(written.text)}' is no status", report, hint)
    return None


STATUS = Value("a status", _read_status, fragments.one_of(_STATUSES))
"""A word of `model.Status`, with its place."""


_SEARCHES = tuple(search.value for search in Search)


def _read_search(name: str, node: Node, report: Report) -> Search | None:
    all_of_them = f"write one of {', '.join(_SEARCHES)}"
    written = scalar(name, node, report, "one word of three", all_of_them)
    if written is None:
        return None
    if written.text in _SEARCHES:
        return Search(written.text)
    hint = did_you_mean(written.text, _SEARCHES) or all_of_them
    message = f"'{name}' cannot be '{short(written.text)}'"
    bad(written.at, message, report, hint)
    return None


SEARCH = Value("own, pagefind or none", _read_search, fragments.one_of(_SEARCHES))
"""What readers search with."""


def _read_required(name: str, node: Node, report: Report) -> bool | None:
    hint = f"write '{name}: required', or leave the key out"
    written = scalar(name, node, report, "'required'", hint)
    if written is None:
        return None
    if written.text == "required":
        return True
    bad(written.at, f"'{name}' cannot be '{short(written.text)}' here", report, hint)
    return None


REQUIRED = Value("required", _read_required, fragments.one_of(["required"]))
"""That something must be there; left out where it need not."""
