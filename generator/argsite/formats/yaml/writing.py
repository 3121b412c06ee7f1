"""Values to YAML that reads well: the keys in the order given, comments, long texts folded.

What is written here reads back as the same texts; every scalar is quoted where it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from argsite.formats.yaml.plain import is_unopened

WIDTH = 100
"""Columns that a line has at most, where its text can be broken."""

_NARROWEST = 40
"""Columns that a deeply nested text gets at least."""

_PLAIN = re.compile(
    r"(?![-+.]?[0-9][0-9_.,:eExXoOa-fA-FtTzZ+-]*\Z)"  # no number, date or time
    r"(?!(?:true|false|yes|no|on|off|null|y|n)\Z)"
    r"[^\W_](?:(?!:\s|:\Z|\s#).)*(?<!\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Literal:
    """A text of several lines, which stay as they are."""

    text: str
    """The lines; the last line break does not count."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: str
    """The key."""

    value: Value
    """A text, a number, lines, keys, or a list."""

    above: tuple[str, ...] = ()
    """Comments on lines of their own, before the key."""

    beside: str = ""
    """A comment behind the value, or above the key where the value has several lines."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value in a list."""

    value: Value
    """The value."""

    above: tuple[str, ...] = ()
    """Comments before it."""


Value: TypeAlias = "str | int | Literal | tuple[Entry, ...] | tuple[Item, ...]"


def write(entries: Sequence[Entry], above: Sequence[str] = ()) -> str:
    """Return a file that holds the entries, below the comments `above`."""
    return "\n".join([*_comments(above, 0), *_entries(entries, 0), ""])


def _entries(entries: Sequence[Entry], indent: int) -> Iterator[str]:
    for entry in entries:
        head = f"{' ' * indent}{entry.key}:"
        first, rest = _value(entry.value, indent, len(head) + 1)
        line = f"{head} {first}" if first else head
        beside = f"{line}  # {entry.beside}"
        fits = not rest and len(beside) <= WIDTH
        above = entry.above if fits or not entry.beside else (*entry.above, entry.beside)
        yield from _comments(above, indent)
        yield beside if fits and entry.beside else line
        yield from rest


def _items(items: Sequence[Item], indent: int) -> Iterator[str]:
    for item in items:
        yield from _comments(item.above, indent)
        dash = f"{' ' * indent}- "
        if isinstance(item.value, tuple):
            first, *rest = _below(item.value, indent + 2)
            while first.lstrip().startswith("#"):
                yield f"{' ' * indent}{first.lstrip()}"
                first, *rest = rest
            yield dash + first.lstrip()
        else:
            first, rest = _value(item.value, indent, len(dash))
            yield dash + first
        yield from rest


def _value(value: Value, indent: int, column: int) -> tuple[str, list[str]]:
    """Return what stands on the line of the key and the lines that follow."""
    if isinstance(value, int):
        return str(value), []
    if isinstance(value, str):
        return _text(value, indent + 2, column)
    if isinstance(value, Literal):
        return _literal(value.text, indent + 2)
    return "", _below(value, indent + 2)


def _below(value: tuple[Entry, ...] | tuple[Item, ...], indent: int) -> list[str]:
    entries = tuple(each for each in value if isinstance(each, Entry))
    if entries:
        return [*_entries(entries, indent)]
    return [*_items(tuple(each for each in value if isinstance(each, Item)), indent)]


def _literal(text: str, indent: int) -> tuple[str, list[str]]:
    lines = text.rstrip("\n").split("\n")
    # A first line that begins with a blank would be taken for the indentation of all.
    mark = "|2" if re.match(r"\n*[ \t]", text) else "|"
    return mark, [f"{' ' * indent}{line}" if line else "" for line in lines]


def _text(text: str, indent: int, column: int) -> tuple[str, list[str]]:
    is_plain = _PLAIN.fullmatch(text) and not is_unopened(text)
    scalar = text if is_plain else _quoted(text)
    if column + len(scalar) <= WIDTH or not _folds(text):
        return scalar, []
    return ">-", [f"{' ' * indent}{line}" for line in _wrapped(text, WIDTH - indent)]


def _folds(text: str) -> bool:
    """Say whether a folded text gives exactly these characters again."""
    return " " in text and "  " not in text and text == text.strip() and text.isprintable()


def _wrapped(text: str, width: int) -> list[str]:
    """Break at single spaces, and nowhere else."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(longer) > max(width, _NARROWEST):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _quoted(text: str) -> str:
    if "'" not in text and text.isprintable():
        return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escaped(char) for char in escaped) + '"'


def _escaped(char: str) -> str:
    if char.isprintable():
        return char
    short = {"\n": "\\n", "\t": "\\t"}.get(char)
    return short or (f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}")  # noqa: PLR2004 - what four digits hold


def _comments(texts: Sequence[str], indent: int) -> Iterator[str]:
    for text in texts:
        head = f"{' ' * indent}# "
        if text.startswith("yaml-language-server:"):
            yield head + text  # a line for programs, which must stay whole
        else:
            yield from (head + line for line in _wrapped(text, WIDTH - len(head)))
