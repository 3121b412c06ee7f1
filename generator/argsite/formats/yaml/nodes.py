"""YAML text to nodes that know their places; every scalar is the text that was written.

Built from the parser's events with a work list and never with PyYAML's composer, which overflows
the C stack on deep input. What a text format for authors does not need is refused at the first:
anchors, aliases, merge keys, tags, several documents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import yaml

from argsite.formats.characters import FORBIDDEN, complain
from argsite.formats.yaml import plain
from argsite.formats.yaml.comments import Comments
from argsite.formats.yaml.syntax import DEEPEST, PARSER, explain, too_deep
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript


class Scalar(NamedTuple):
    """A single value, as text."""

    text: str
    """What was written, without quotes."""

    at: Location
    """Where it begins."""


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    """Its items in the order of writing."""

    at: Location
    """Where it begins."""


class Mapping(NamedTuple):
    """Keys with values."""

    entries: dict[str, Entry]
    """Key to its place and its value, in the order of writing."""

    at: Location
    """Where it begins: its first key."""


class Entry(NamedTuple):
    """A key's place and its value."""

    key_at: Location
    """Where the key stands."""

    value: Node
    """What it is set to."""


_BLOCK = ("|", ">")
"""The marks of scalars that stand below their mark."""

_MOST_KEPT = 300_000
"""Characters of a file whose nodes are kept for the next time: nodes take much room."""

Node: TypeAlias = Scalar | Sequence | Mapping


def parse(manuscript: Manuscript, report: Report) -> Node | None:
    """Return the file's only document; None after a report where it cannot be read."""
    if len(manuscript.text) > _MOST_KEPT:
        return _parse(manuscript, report)
    node, problems = _parsed(manuscript)
    for problem in problems:
        report(problem)
    return node


@lru_cache(maxsize=16)  # of an essay in many files one changes at a time while it is written
def _parsed(manuscript: Manuscript) -> tuple[Node | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    node = _parse(manuscript, problems.append)
    return node, tuple(problems)


def _parse(manuscript: Manuscript, report: Report) -> Node | None:
    line_separator = re.search("[\u2028\u2029]", manuscript.text)
    if line_separator:
        at = manuscript.find(line_separator.group(), Location(manuscript.path))
        message = f"line separator U+{ord(line_separator.group()):04X} cannot stand in YAML"
        report(Problem(Code.BAD_CHARACTER, at, message, "write a line break or a space"))
        return None
    builder = _Builder(manuscript, report)
    try:
        events = PARSER(manuscript.text)
        while events.check_event():
            if not builder.take(events.get_event()):
                return None
    except yaml.YAMLError as error:
        report(explain(error, manuscript))
        return None
    if builder.root is None:
        hint = "write into it, or remove it"
        report(Problem(Code.BAD_YAML, Location(manuscript.path), "the file is empty", hint))
    return builder.root


class _Open(NamedTuple):
    """A list or mapping whose end has not come yet."""

    at: Location
    items: list[Node]
    entries: dict[str, Entry] | None


class _Builder:
    """Takes events one by one; `root` is the document once its end has come."""

    def __init__(self, manuscript: Manuscript, report: Report) -> None:
        self.root: Node | None = None
        self._path = manuscript.path
        self._manuscript = manuscript
        self._report = report
        self._comments = Comments(manuscript)
        self._open: list[_Open] = []
        self._keys: list[Scalar | None] = []

    def take(self, event: yaml.Event) -> bool:
        """Use one event; False after a report where reading must end."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._is_apart(event) and self._scalar(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            is_mapping = kind is yaml.MappingStartEvent
            return self._is_apart(event) and self._begin(event, is_mapping=is_mapping)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            return self._is_apart(event) and self._end()
        if kind is yaml.AliasEvent:
            return self._forbid(event, "aliases (*name) are not used here", "*")
        return kind is not yaml.DocumentStartEvent or self._begin_document(event)

    def _begin_document(self, event: yaml.Event) -> bool:
        if self.root is None:
            return True
        message = "a second document begins here, and a file holds one"
        hint = "remove the line '---'"
        self._report(Problem(Code.FORBIDDEN_YAML, self._place(event), message, hint))
        return False

    def _end(self) -> bool:
        self._keys.pop()
        ended = self._open.pop()
        if ended.entries is None:
            return self._add(Sequence(ended.items, ended.at))
        return self._add(Mapping(ended.entries, ended.at))

    def _scalar(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML's events have no types
        if (event.anchor or event.tag) and not self._plain_node(event):
            return False
        start, end = event.start_mark, event.end_mark
        line, column, last = start.line, start.column, end.line
        width = end.column - column if last == line else 1
        at = Location(self._path, line + 1, column + 1, width or 1)
        text: str = event.value
        if event.style == '"':
            bad = FORBIDDEN.search(text)
            if bad:
                complain(bad.group(), at, self._report)
                return False
        elif not event.style:
            if last in self._comments.lines:
                self._comments.examine(last, end.column, self._report)
            if plain.is_odd(text):
                plain.examine(text, at, range(line + 1, last + 2), self._manuscript, self._report)
        return self._add(Scalar(text, at))

    def _begin(self, event: Any, *, is_mapping: bool) -> bool:  # noqa: ANN401 - as above
        if (event.anchor or event.tag) and not self._plain_node(event):
            return False
        at = self._place(event)
        if len(self._open) >= DEEPEST:
            self._report(too_deep(at))
            return False
        if self._open and self._open[-1].entries is not None and self._keys[-1] is None:
            message = "a key must be a word, not a list or a mapping"
            hint = "remove the bracket, or put the text in quotes"
            self._report(Problem(Code.BAD_YAML, at, message, hint))
            return False
        self._open.append(_Open(at, [], {} if is_mapping else None))
        self._keys.append(None)
        return True

    def _is_apart(self, event: Any) -> bool:  # noqa: ANN401 - as above
        """Say whether no comment follows at once where something ends; one is reported."""
        tight = self._comments.tight
        if not tight:
            return True
        is_block = type(event) is yaml.ScalarEvent and event.style in _BLOCK
        mark = event.start_mark if is_block else event.end_mark
        line: int = mark.line
        return line not in tight or self._comments.follow(line, mark.column, self._report)

    def _add(self, node: Node) -> bool:
        if not self._open:
            self.root = node
            return True
        parent = self._open[-1]
        if parent.entries is None:
            parent.items.append(node)
            return True
        key = self._keys[-1]
        if key is not None:
            parent.entries[key.text] = Entry(key.at, node)
            self._keys[-1] = None
            return True
        return self._begin_entry(node, parent.entries)

    def _begin_entry(self, key: Node, entries: dict[str, Entry]) -> bool:
        if not isinstance(key, Scalar):  # `_begin` has refused it
            return False
        if key.text == "<<":
            message = "merge keys (<<) are not used here"
            self._report(Problem(Code.FORBIDDEN_YAML, key.at, message, "write the keys out"))
            return False
        self._keys[-1] = key
        if key.text in entries:
            line = entries[key.text].key_at.line
            message = f"key '{key.text[:60]}' stands twice in one mapping"
            hint = f"the first is on line {line}; keep one"
            self._report(Problem(Code.DUPLICATE_KEY, key.at, message, hint))
        return True

    def _plain_node(self, event: Any) -> bool:  # noqa: ANN401 - as above
        if event.anchor:
            return self._forbid(event, "anchors (&name) are not used here", "&")
        return self._forbid(event, "tags (!name) are not used here", "!")

    def _forbid(self, event: yaml.Event, message: str, mark: str) -> bool:
        hint = f"a text that begins with '{mark}' needs quotes"
        self._report(Problem(Code.FORBIDDEN_YAML, self._place(event), message, hint))
        return False

    def _place(self, event: Any) -> Location:  # noqa: ANN401 - as above
        mark = event.start_mark
        return Location(self._path, mark.line + 1, mark.column + 1)
