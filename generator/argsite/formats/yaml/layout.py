"""A file's tree as text, in the one style of `argsite fmt`.

Lists and mappings are indented by two, one blank line is left where the author left some, and what
is written in brackets or braces stays so where it fits on a line and holds no comment.
"""

from __future__ import annotations

from typing import NamedTuple

from argsite.formats.yaml.scalars import WIDTH, in_line, keeps_breaks, lines
from argsite.formats.yaml.tree import Branch, Comment, Document, Entry, Leaf, Tree

_STEP = 2
_GAP = 2
_DEEPEST_FLOW = 12
"""How deep lists and mappings on one line may nest."""


def lay_out(document: Document) -> str:
    """Return the text of a file."""
    return _Writer().text(document)


class _Below(NamedTuple):
    """Work: an entry to be written."""

    entry: Entry
    indent: int
    is_first: bool


class _Tail(NamedTuple):
    """Work: the comments after the last entry."""

    comments: list[Comment]
    indent: int


class _Writer:
    """Writes line by line; `lead` holds the dashes that the next line is to begin with."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._lead = ""
        self._keeps = False

    def text(self, document: Document) -> str:
        """Return the text of a file."""
        self._above(document.head, 0, is_first=True)
        if document.head and document.is_head_apart:
            self._part()
        work: list[_Below | _Tail] = []
        self._below(document.root, 0, work)
        while work:
            task = work.pop()
            if isinstance(task, _Below):
                self._entry(task, work)
            else:
                self._above(task.comments, task.indent, is_first=False)
        return "\n".join(self._lines) + "\n"

    def _below(self, branch: Branch, indent: int, work: list[_Below | _Tail]) -> None:
        """Plan what stands in a list or mapping."""
        work.append(_Tail(branch.tail, indent))
        entries = [_Below(each, indent, not index) for index, each in enumerate(branch.entries)]
        work.extend(reversed(entries))

    def _entry(self, task: _Below, work: list[_Below | _Tail]) -> None:
        entry, indent, is_first = task
        head = f"{in_line(entry.key)}:" if entry.key else "-"
        rows = _rows(entry.value, indent + len(head) + 1, indent)
        shown = f"{head} {rows[0]}" if rows else head
        aside, above = _aside(entry, rows, shown, indent)
        self._above([*entry.before, *above], indent, is_first=is_first)
        if entry.blank and (not is_first or entry.before or above):
            self._part()
        if rows:
            self._line(shown + aside, indent)
            self._lines += rows[1:]
            self._keeps = isinstance(entry.value, Leaf) and keeps_breaks(entry.value)
        elif entry.key:
            self._line(shown + aside, indent)
        else:
            self._lead += "- "
        if not rows and isinstance(entry.value, Branch):
            self._below(entry.value, indent + _STEP, work)

    def _above(self, comments: list[Comment], indent: int, *, is_first: bool) -> None:
        for index, comment in enumerate(comments):
            if comment.blank and (index or not is_first):
                self._part()
            self._lines.append(f"{' ' * (indent - len(self._lead))}{comment.text}")
            self._keeps = False

    def _line(self, text: str, indent: int) -> None:
        self._lines.append(f"{' ' * (indent - len(self._lead))}{self._lead}{text}")
        self._lead = ""
        self._keeps = False

    def _part(self) -> None:
        """Leave a blank line, where it means nothing."""
        if self._lines and self._lines[-1] and not self._keeps and not self._lead:
            self._lines.append("")


def _rows(value: Tree, before: int, indent: int) -> list[str]:
    """Return the lines of a value that begins after `before` characters; none for what is below."""
    if isinstance(value, Leaf):
        return lines(value, before, indent)
    text = _flow(value) if value.is_flow else None
    if text is None or (before + len(text) > WIDTH and value.entries):
        return []
    return [text]


def _flow(tree: Tree, level: int = 1) -> str | None:
    """Return a value as it is written in brackets; None where it holds comments or is too deep."""
    if isinstance(tree, Leaf):
        return in_line(tree, in_flow=True)
    if not tree.entries:
        return "{}" if tree.is_mapping else "[]"
    parts: list[str] = []
    for entry in tree.entries:
        value = _flow(entry.value, level + 1) if level < _DEEPEST_FLOW else None
        if value is None or entry.before or entry.beside or tree.tail:
            return None
        parts.append(f"{in_line(entry.key, in_flow=True)}: {value}" if entry.key else value)
    return f"{{{', '.join(parts)}}}" if tree.is_mapping else f"[{', '.join(parts)}]"


def _aside(entry: Entry, rows: list[str], shown: str, indent: int) -> tuple[str, list[Comment]]:
    """Return the comment that follows an entry on its line, and those that must stand above it."""
    is_quoted = len(rows) > 1 and rows[0][:1] not in {"|", ">"}
    inside = entry.value.tail if rows and isinstance(entry.value, Branch) else []
    if not entry.beside or is_quoted or not (rows or entry.key):
        return "", [*entry.beside, *inside]
    comment, *others = entry.beside
    column = indent + len(shown)
    room = WIDTH - column - len(comment.text)
    if room < min(comment.gap, _GAP):
        return "", [*entry.beside, *inside]
    gap = comment.gap if comment.gap <= _GAP else max(_GAP, comment.column - column)
    return f"{' ' * min(gap, room)}{comment.text}", [*others, *inside]
