"""Kinds of values: each turns a node into what its key asks for, or reports why it cannot.

A reader takes the key's name (for messages), the node and where to report; it returns None after a
report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Generic, TypeVar

from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence
from argsite.model import Search, Status
from argsite.problems import Code, Problem, Report, did_you_mean
from argsite.source import Location, Passage

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Value(Generic[T_co]):
    """A kind of value."""

    words: str
    """What it is called in a message: `a text`."""

    read: Callable[[str, Node, Report], T_co | None]
    """Turns a node into the value."""


def wrong_type(what: str, due: str, node: Node, report: Report, hint: str = "") -> None:
    """Report that `what`, such as `'title'` or `a point`, is another type of node than is due."""
    if isinstance(node, Sequence):
        given = "not a list"
    elif isinstance(node, Mapping):
        given = "not a mapping"
    else:
        given = "not a text" if node.text.strip() else "and nothing follows it"
    message = f"{what} must be {due}, {given}"
    report(Problem(Code.WRONG_TYPE, node.at, message, hint))


def bad(node_at: Location, message: str, report: Report, hint: str = "") -> None:
    """Report a value that its key cannot have."""
    report(Problem(Code.BAD_VALUE, node_at, message, hint))


def scalar(name: str, node: Node, report: Report, due: str = "a text") -> Scalar | None:
    """Return the node if it is a text that is not empty; None after a report."""
    if isinstance(node, Scalar):
        if node.text.strip():
            return node
        report(
            Problem(Code.EMPTY_TEXT, node.at, f"'{name}' is empty", "write it, or remove the key")
        )
        return None
    hint = ""
    if isinstance(node, Mapping) and node.entries:
        hint = "if it is one text, put it in quotes"
    elif isinstance(node, Sequence):
        hint = "if it begins with '[', put it in quotes"
    wrong_type(f"'{name}'", due, node, report, hint if due.startswith("a text") else "")
    return None


def passage(longest: int) -> Value[Passage]:
    """Return the kind of a text that is kept as written, of at most `longest` characters."""

    def read(name: str, node: Node, report: Report) -> Passage | None:
        written = scalar(name, node, report)
        if written is None:
            return None
        if len(written.text) > longest:
            message = f"'{name}' has {len(written.text):,} characters; at most {longest:,} are read"
            report(Problem(Code.TOO_LARGE, written.at, message))
            return None
        return Passage(written.text, written.at)

    return Value("a text", read)


SENTENCE = passage(2_000)
"""A statement's text, or another short text."""

NOTE = passage(20_000)
"""Longer Markdown."""

PROSE = passage(100_000)
"""The Markdown of a point or an opening."""


def _read_line(name: str, node: Node, report: Report) -> str | None:
    text = SENTENCE.read(name, node, report)
    return " ".join(text.text.split()) if text else None


LINE = Value("a text", _read_line)
"""A plain text in one line: line breaks and runs of spaces become one space."""


def _read_flag(name: str, node: Node, report: Report) -> bool | None:
    written = scalar(name, node, report, "true or false")
    if written is None:
        return None
    if written.text in {"true", "false"}:
        return written.text == "true"
    word = written.text.lower()
    yes, no = word in {"true", "yes", "on", "y", "1"}, word in {"false", "no", "off", "n", "0"}
    hint = "write true" if yes else "write false" if no else "write true or false"
    bad(written.at, f"'{name}' must be true or false, not '{short(written.text)}'", report, hint)
    return None


FLAG = Value("true or false", _read_flag)
"""Yes or no."""


def _read_weight(name: str, node: Node, report: Report) -> float | None:
    written = scalar(name, node, report, "a number over 0")
    if written is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", written.text):
        weight = float(written.text)
        if weight > 0 and isfinite(weight):
            return weight
    message = f"'{name}' must be a number over 0, not '{short(written.text)}'"
    bad(written.at, message, report, "write a number such as 2 or 0.5")
    return None


WEIGHT = Value("a number over 0", _read_weight)
"""How much an argument counts."""


def _read_number(name: str, node: Node, report: Report) -> tuple[int, Location] | None:
    written = scalar(name, node, report, "a whole number")
    if written is None:
        return None
    if re.fullmatch("[1-9][0-9]{0,3}", written.text):
        return int(written.text), written.at
    message = f"'{name}' must be a whole number from 1, not '{short(written.text)}'"
    bad(written.at, message, report, "write 1, 2, 3 …, in digits")
    return None


NUMBER = Value("a whole number from 1", _read_number)
"""A point's number, with its place."""


def _read_language(name: str, node: Node, report: Report) -> str | None:
    written = scalar(name, node, report)
    if written is None:
        return None
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", written.text):
        return written.text
    message = f"'{name}' must be a language tag (BCP 47), not '{short(written.text)}'"
    bad(written.at, message, report, "write a tag such as en, pt-BR or zh-Hant")
    return None


LANGUAGE = Value("a language tag (BCP 47)", _read_language)
"""A language."""


_STATUSES = tuple(status.value for status in Status)


def _read_status(name: str, node: Node, report: Report) -> Passage | None:
    written = scalar(name, node, report, "a status")
    if written is None:
        return None
    if written.text in _STATUSES:
        return Passage(written.text, written.at)
    hint = did_you_mean(written.text, _STATUSES) or f"write one of {', '.join(_STATUSES)}"
    bad(written.at, f"'{short(written.text)}' is no status", report, hint)
    return None


STATUS = Value("a status", _read_status)
"""A word of `model.Status`, with its place."""


_SEARCHES = tuple(search.value for search in Search)


def _read_search(name: str, node: Node, report: Report) -> Search | None:
    written = scalar(name, node, report)
    if written is None:
        return None
    if written.text in _SEARCHES:
        return Search(written.text)
    hint = did_you_mean(written.text, _SEARCHES) or f"write one of {', '.join(_SEARCHES)}"
    message = f"'{name}' cannot be '{short(written.text)}'"
    bad(written.at, message, report, hint)
    return None


SEARCH = Value("own, pagefind or none", _read_search)
"""What readers search with."""


def _read_sequence(name: str, node: Node, report: Report) -> Sequence | None:
    if isinstance(node, Sequence):
        return node
    filled = isinstance(node, Mapping) or node.text.strip()
    hint = "put '- ' before it" if filled else "put '- ' before each item, or remove the key"
    wrong_type(f"'{name}'", "a list", node, report, hint)
    return None


SEQUENCE = Value("a list", _read_sequence)
"""A list whose items are read elsewhere."""


def _read_mapping(name: str, node: Node, report: Report) -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    wrong_type(f"'{name}'", "a mapping", node, report)
    return None


MAPPING = Value("a mapping", _read_mapping)
"""A mapping that is read elsewhere."""

NODE: Value[Node] = Value("a statement", lambda _name, node, _report: node)
"""Anything; it is read elsewhere."""


def _read_passages(name: str, node: Node, report: Report) -> tuple[Passage, ...] | None:
    sequence = _read_sequence(name, node, report)
    if sequence is None:
        return None
    read = (SENTENCE.read(f"an item of {name}", each, report) for each in sequence.items)
    return tuple(each for each in read if each)


PASSAGES = Value("a list of texts", _read_passages)
"""A list of texts with their places."""


def _read_words(name: str, node: Node, report: Report) -> tuple[str, ...] | None:
    passages = _read_passages(name, node, report)
    if passages is None:
        return None
    return tuple(dict.fromkeys(" ".join(each.text.split()) for each in passages))


WORDS = Value("a list of texts", _read_words)
"""A list of plain texts, each once."""


def _read_names(name: str, node: Node, report: Report) -> tuple[str, ...] | None:
    if isinstance(node, Sequence):
        return _read_words(name, node, report)
    written = scalar(name, node, report, NAMES.words)
    line = _read_line(name, written, report) if written else None
    return (line,) if line else None


NAMES = Value("a text or a list of texts", _read_names)
"""One name or several."""


def short(text: str) -> str:
    """Return a text as it fits into a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - fits a message's line
