"""A YAML file's text to its tree: values as they are written, and where comments belong.

A comment goes with what it stands above or beside; one that is indented like the end of a list or
mapping goes with that end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import yaml

from argsite.formats.yaml.tree import Branch, Comment, Document, Entry, Leaf, Tree
from argsite.source import Manuscript

_PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"#[^\n]*")


def read_tree(manuscript: Manuscript) -> Document | None:
    """Return the file's tree; None where it is not the mapping of keys that it must be.

    The file is one that `nodes.parse` takes.
    """
    reader = _Reader(manuscript.text)
    for event in yaml.parse(manuscript.text, Loader=_PARSER):
        reader.take(event)
    reader.end()
    return _document(reader.root) if isinstance(reader.root, Branch) else None


def _document(root: Branch) -> Document | None:
    """Part the comments above the first key in those of the file and those of the key."""
    if not root.is_mapping or not root.entries:
        return None
    first = root.entries[0]
    comments = first.before
    parts = [place for place, each in enumerate(comments) if each.blank and place]
    place = parts[-1] if parts and not first.blank else len(comments)
    is_apart = first.blank or place < len(comments)
    first.before, first.blank = comments[place:], False
    return Document(root, comments[:place], is_apart)


class _Reader:
    """Takes events one by one; `root` is the tree once its end has come."""

    def __init__(self, source: str) -> None:
        self.root: Tree | None = None
        self._source = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._place = 0
        self._open: list[Branch] = []
        self._owners: list[Entry] = []
        self._keys: list[Leaf | None] = []
        self._last: Entry | None = None
        self._top: Entry | None = None
        self._dash = 0
        self._waiting: list[Comment] = []
        self._closed: list[Branch] = []

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no types
        kind = type(event)
        start, end = event.start_mark.index, event.end_mark.index
        if kind is yaml.ScalarEvent:
            self._scan(start)
            raw = self._source[start:end]
            self._leaf(Leaf(event.value, event.style or "", raw, start, end))
            self._place = end
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._scan(start)
            is_mapping = kind is yaml.MappingStartEvent
            branch = Branch(is_flow=bool(event.flow_style), is_mapping=is_mapping, start=start)
            self._owners.append(self._add(branch, start))
            self._open.append(branch)
            self._keys.append(None)
            self._place = end if branch.is_flow else start
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(start, end)

    def end(self) -> None:
        """Place the comments at the end of the file."""
        self._scan(len(self._source))
        self._settle(None, -1)
        if isinstance(self.root, Branch) and self._top:
            tail = (*self.root.tail, *self._top.beside)
            self.root.tail = sorted(tail, key=lambda comment: comment.start)

    def _leaf(self, leaf: Leaf) -> None:
        if self._open and self._open[-1].is_mapping and self._keys[-1] is None:
            self._keys[-1] = leaf
            self._begin(Entry(leaf, leaf), leaf.start)
            return
        entry = self._add(leaf, leaf.start)
        entry.before += self._waiting
        self._waiting = []
        if leaf.style and leaf.style in "|>":
            header = leaf.raw.partition("\n")[0]
            mark = header.find("#")
            if mark >= 0:
                entry.beside.append(self._comment(leaf.start + mark, header[mark:].rstrip()))

    def _add(self, value: Tree, start: int) -> Entry:
        """Put a value where it belongs: at the key that waits for it, or in the open list."""
        if not self._open:
            self.root = value
            self._top = Entry(value)
            return self._top
        parent = self._open[-1]
        if parent.is_mapping:
            self._keys[-1] = None
            entry = parent.entries[-1]
            entry.value = value
        else:
            entry = self._begin(Entry(value), start)
        return entry

    def _begin(self, entry: Entry, start: int) -> Entry:
        """Begin an entry of the open list or mapping, with the comments that stand above it."""
        parent = self._open[-1]
        if not parent.is_mapping and not parent.is_flow:
            start = self._dash
        entry.column, entry.blank = self._column(start), self._is_below_blank(start)
        after = [each for each in self._waiting if each.start > start]
        self._waiting = [each for each in self._waiting if each.start < start]
        self._settle(entry, entry.column)
        for each in after:
            (entry.beside if each.gap else self._waiting).append(each)
        parent.entries.append(entry)
        self._last = entry
        return entry

    def _close(self, start: int, end: int) -> None:
        branch, owner = self._open.pop(), self._owners.pop()
        self._keys.pop()
        if branch.is_flow:
            self._scan(start)
            branch.tail += self._waiting
            self._waiting = []
            self._last = owner
            self._place = end
        else:
            self._closed.append(branch)

    def _settle(self, entry: Entry | None, column: int) -> None:
        """Give the waiting comments to what ended above them, or to the entry that begins."""
        limit = max((_indent(each) for each in self._closed), default=-1)
        for comment in self._waiting:
            ended = [
                each
                for each in self._closed
                if _indent(each) > column and _indent(each) <= min(limit, comment.column)
            ]
            if ended and (entry is None or comment.column > column):
                branch = max(reversed(ended), key=_indent)
                branch.tail.append(comment)
                limit = _indent(branch)
            elif entry is not None:
                entry.before.append(comment)
                limit = -1
            elif isinstance(self.root, Branch):
                self.root.tail.append(comment)
        self._waiting, self._closed = [], []

    def _scan(self, end: int) -> None:
        """Find the comments, and the last dash, between the last value and `end`."""
        gap = self._source[self._place : end]
        found = (
            [
                self._comment(self._place + match.start(), match.group().rstrip())
                for match in _COMMENT.finditer(gap)
            ]
            if "#" in gap
            else []
        )
        dash = _COMMENT.sub(lambda match: " " * len(match.group()), gap).rfind("-")
        self._dash = self._place + dash
        for comment in found:
            if comment.gap and self._last and (dash < 0 or comment.start < self._dash):
                self._last.beside.append(comment)
            else:
                self._waiting.append(comment)
        self._place = end

    def _comment(self, start: int, text: str) -> Comment:
        line_start = self._lines[self._line(start)]
        before = self._source[line_start:start]
        words = before.rstrip()
        gap = len(before) - len(words) if words else 0
        return Comment(text, start, start - line_start, gap, self._is_below_blank(start))

    def _line(self, place: int) -> int:
        return bisect_right(self._lines, place) - 1

    def _column(self, place: int) -> int:
        return place - self._lines[self._line(place)]

    def _is_below_blank(self, place: int) -> bool:
        """Say whether something is the first on its line, and the line above it is blank."""
        line = self._line(place)
        if not line or self._source[self._lines[line] : place].strip():
            return False
        return not self._source[self._lines[line - 1] : self._lines[line]].strip()


def _indent(branch: Branch) -> int:
    return branch.entries[0].column if branch.entries else -1
