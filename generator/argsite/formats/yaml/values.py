"""Kinds of values: each turns a node into what its key asks for, or reports why it cannot.

A reader takes the key's name (for messages), the node and where to report; it returns None after a
report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from argsite.formats.yaml import fragments
from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Passage, in_one_line

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Value(Generic[T_co]):
    """A kind of value."""

    words: str
    """What it is called in a message: `a text`."""

    read: Callable[[str, Node, Report], T_co | None]
    """Turns a node into the value."""

    schema: fragments.Fragment
    """What it takes, in JSON Schema, as editors read it. They turn a plain scalar into a number or
    a boolean before they look, so a text may be one; what `read` takes must pass here."""


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


def scalar(
    name: str, node: Node, report: Report, due: str = "a text", hint: str = ""
) -> Scalar | None:
    """Return the node if it is a text that is not empty; None after a report.

    `hint` says what to write instead of a list or a mapping.
    """
    if isinstance(node, Scalar):
        if node.text.strip():
            return node
        report(
            Problem(Code.EMPTY_TEXT, node.at, f"'{name}' is empty", "write it, or remove the key")
        )
        return None
    if not hint and due.startswith("a text"):
        hint = _as_text(node)
    wrong_type(f"'{name}'", due, node, report, hint)
    return None


def _as_text(node: Mapping | Sequence) -> str:
    """Say how to write a text that YAML takes for more."""
    if isinstance(node, Sequence):
        return "if it begins with '[', put it in quotes"
    return "if it is one text, put it in quotes" if node.entries else ""


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

    return Value("a text", read, fragments.text(longest))


_LONGEST = 2_000

SENTENCE = passage(_LONGEST)
"""A statement's text, or another short text."""

NOTE = passage(20_000)
"""Longer Markdown."""

LONGEST_PROSE = 100_000
"""Characters of a point's prose."""

PROSE = passage(LONGEST_PROSE)
"""The Markdown of a point or an opening."""


def _read_line(name: str, node: Node, report: Report) -> str | None:
    text = SENTENCE.read(name, node, report)
    return in_one_line(text.text) if text else None


LINE = Value("a text", _read_line, SENTENCE.schema)
"""A plain text in one line: line breaks and runs of spaces become one space."""


_BULLETS = ("\N{EN DASH}", "\N{EM DASH}", "\N{BULLET}", "\N{MINUS SIGN}", "\N{MIDDLE DOT}")
"""What word processors make of a hyphen that begins an item."""


def _read_sequence(name: str, node: Node, report: Report) -> Sequence | None:
    if isinstance(node, Sequence):
        return node
    wrong_type(f"'{name}'", "a list", node, report, _as_items(node))
    return None


def _as_items(node: Scalar | Mapping) -> str:
    """Say how what is no list would be one."""
    text = "" if isinstance(node, Mapping) else node.text.strip()
    if text.startswith("-"):
        return "write a space after each '-'"
    if text.startswith(_BULLETS):
        return f"begin each item with '- ', a hyphen and a space, not with '{text[0]}'"
    if text or isinstance(node, Mapping):
        return "put '- ' before it"
    return "put '- ' before each item, or remove the key"


def listed(name: str, words: str, least: int = 0) -> Value[Sequence]:
    """Return the kind of a list whose items, read elsewhere, are what the schema calls `name`."""
    schema = fragments.list_of({"$ref": f"#/definitions/{name}"})
    return Value(words, _read_sequence, {**schema, "minItems": least} if least else schema)


def mapping(hint: str, name: str) -> Value[Mapping]:
    """Return the kind of a mapping, read elsewhere, that the schema calls `name`.

    `hint` says how to write one.
    """

    def read(key: str, node: Node, report: Report) -> Mapping | None:
        if isinstance(node, Mapping):
            return node
        wrong_type(f"'{key}'", "a mapping", node, report, hint)
        return None

    return Value("a mapping", read, fragments.defined(name))


def one(name: str, words: str) -> Value[Node]:
    """Return the kind of what is read elsewhere, as a text or a mapping, and is called `name`."""
    return Value(words, lambda _name, node, _report: node, fragments.defined(name))


def _read_passages(name: str, node: Node, report: Report) -> tuple[Passage, ...] | None:
    sequence = _read_sequence(name, node, report)
    if sequence is None:
        return None
    read = (SENTENCE.read(f"an item of {name}", each, report) for each in sequence.items)
    return tuple(each for each in read if each)


PASSAGES = Value("a list of texts", _read_passages, fragments.list_of(fragments.text(_LONGEST)))
"""A list of texts with their places."""


def _read_words(name: str, node: Node, report: Report) -> tuple[str, ...] | None:
    passages = _read_passages(name, node, report)
    if passages is None:
        return None
    return tuple(dict.fromkeys(in_one_line(each.text) for each in passages))


WORDS = Value("a list of texts", _read_words, PASSAGES.schema)
"""A list of plain texts, each once."""


def _read_names(name: str, node: Node, report: Report) -> tuple[str, ...] | None:
    if isinstance(node, Sequence):
        return _read_words(name, node, report)
    written = scalar(name, node, report, NAMES.words)
    line = _read_line(name, written, report) if written else None
    return (line,) if line else None


_TEXT = fragments.text(_LONGEST)

NAMES = Value(
    "a text or a list of texts",
    _read_names,
    {**_TEXT, "type": ["string", "number", "boolean", "array"], "items": _TEXT},
)
"""One name or several."""


def short(text: str) -> str:
    """Return a text as it fits into a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - fits a message's line
