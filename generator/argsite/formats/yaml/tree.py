"""A YAML file as its author laid it out: values with their styles and spans, and the comments.

`nodes` keeps what a file says; this keeps also how it says it, for those who change files.
`laid_out` reads it, `layout` writes it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Comment(NamedTuple):
    """A comment."""

    text: str
    """Its words, from the `#` on."""

    start: int
    """Where it begins in the file, in characters from 0."""

    column: int
    """How many characters stand before it on its line."""

    gap: int = 0
    """How many spaces stand before it, where it follows something on its line."""

    blank: bool = False
    """True where the line above it is blank."""


@dataclass(slots=True)
class Leaf:
    """A single value or a key, as text."""

    text: str
    """What was written, without quotes."""

    style: str = ""
    """Its quote or block mark: one of `'`, `"`, `|`, `>`; empty for a plain text."""

    raw: str = ""
    """How it was written; empty for a new one."""

    start: int = 0
    """Where it begins in the file, in characters from 0."""

    end: int = 0
    """Where it ends."""


@dataclass(slots=True)
class Branch:
    """A list or a mapping."""

    entries: list[Entry] = field(default_factory=list)
    """Its items, or its keys with their values, in the order of writing."""

    is_flow: bool = False
    """True where it is written in brackets or braces."""

    is_mapping: bool = False
    """True for a mapping."""

    start: int = 0
    """Where it begins in the file, in characters from 0."""

    tail: list[Comment] = field(default_factory=list)
    """The comments after its last entry that belong to it."""


Tree: TypeAlias = Leaf | Branch


@dataclass(slots=True)
class Entry:
    """An item of a list, or a key with its value."""

    value: Tree
    """The item, or what the key is set to."""

    key: Leaf | None = None
    """The key; None for an item."""

    column: int = 0
    """How many characters stand before the key, or the dash of the item, on its line."""

    blank: bool = False
    """True where the line above it is blank."""

    before: list[Comment] = field(default_factory=list)
    """The comments above it."""

    beside: list[Comment] = field(default_factory=list)
    """The comments that follow it on its line."""


class Document(NamedTuple):
    """A whole file."""

    root: Branch
    """Its mapping of keys."""

    head: list[Comment]
    """The comments at its top that are about the file, not about its first key."""

    is_head_apart: bool
    """True where a blank line follows them."""


def comments_of(document: Document) -> Counter[str]:
    """Count the comments of a file, by their words."""
    found = Counter(each.text for each in document.head)
    work = [document.root]
    while work:
        branch = work.pop()
        found.update(each.text for each in branch.tail)
        for entry in branch.entries:
            found.update(each.text for each in (*entry.before, *entry.beside))
            if isinstance(entry.value, Branch):
                work.append(entry.value)
    return found


def find_leaf(document: Document, start: int) -> tuple[Entry, Leaf, bool]:
    """Return the leaf that begins at a place, its entry, and whether it stands in brackets.

    KeyError where there is none.
    """
    work = [document.root]
    while work:
        branch = work.pop()
        for entry in branch.entries:
            if isinstance(entry.value, Branch):
                work.append(entry.value)
            elif entry.value.start == start:
                return entry, entry.value, branch.is_flow
    raise KeyError(start)
