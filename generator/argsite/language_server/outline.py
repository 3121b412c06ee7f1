"""The outline of a file: its points, and in each the statements as they are nested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from argsite.formats.yaml.nodes import Mapping as Node
from argsite.formats.yaml.nodes import Node as AnyNode
from argsite.formats.yaml.nodes import Scalar, Sequence, parse
from argsite.source import Location, Manuscript


class Sort(Enum):
    """What a part of a file is."""

    POINT = "point"
    CONTENTION = "contention"
    CLAIM = "claim"
    PREMISE = "premise"
    REBUTTAL = "rebuttal"
    UNDERCUT = "undercut"
    TOGETHER = "linked premises"
    REF = "ref"


_BELOW = {"premises": Sort.PREMISE, "rebuttals": Sort.REBUTTAL, "undercuts": Sort.UNDERCUT}
_ROOTS = {"contention": Sort.CONTENTION, "claim": Sort.CLAIM}
_OF_ESSAY = {"contention", "points"}
_LISTS = {"claims": Sort.CLAIM, "points": Sort.POINT}


class Part(NamedTuple):
    """A part of a file."""

    sort: Sort
    """What it is."""

    words: str
    """What it says."""

    detail: str
    """What it is, in words; a statement's status too."""

    at: Location
    """Where it begins."""

    level: int
    """How deep it is nested, from 0."""


class _Work(NamedTuple):
    node: AnyNode
    sort: Sort
    level: int


def outline(manuscript: Manuscript, statuses: Mapping[Location, str]) -> list[Part]:
    """Return the parts of a file in the order of writing, each before what is nested in it.

    `statuses` are those of statements by where they begin. A file that is not YAML has no parts.
    """
    root = parse(manuscript, lambda _problem: None)
    if not isinstance(root, Node):
        return []
    parts: list[Part] = []
    is_point = root.entries.keys().isdisjoint(_OF_ESSAY)
    work = [*_roots(root, 0)][::-1]
    if is_point and work:
        work = [_Work(root, Sort.POINT, 0)]
    while work:
        task = work.pop()
        parts += _part(task, statuses)
        work += [*_below(task)][::-1]
    return parts


def end_of(parts: list[Part], index: int, lines: list[str]) -> tuple[int, int]:
    """Return the line and the column, from 0, where a part ends.

    It goes on over lines that are indented as its own, up to the next part beside it.
    """
    at, level = parts[index].at, parts[index].level
    after = next((each.at for each in parts[index + 1 :] if each.level <= level), None)
    if after and after.line == at.line:
        return after.line - 1, after.column - 1
    row = lines[at.line - 1]
    least = _indent(row) + (_indent(row) < at.column - 1)
    end = at.line - 1
    for number in range(at.line, after.line - 1 if after else len(lines)):
        if lines[number].strip():
            if _indent(lines[number]) < least:
                break
            end = number
    return end, len(lines[end])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _roots(node: Node, level: int) -> Iterator[_Work]:
    """Yield what an essay or a point holds: its contention, claims and points."""
    for key, (_, value) in node.entries.items():
        if key in _ROOTS:
            yield _Work(value, _ROOTS[key], level)
        elif key in _LISTS and isinstance(value, Sequence):
            yield from (_Work(each, _LISTS[key], level) for each in value.items)


def _below(task: _Work) -> Iterator[_Work]:
    if not isinstance(task.node, Node):
        return
    if task.sort is Sort.POINT:
        yield from _roots(task.node, task.level + 1)
        return
    for key, (_, value) in task.node.entries.items():
        if isinstance(value, Sequence) and key == "together":
            yield from (_Work(each, task.sort, task.level + 1) for each in value.items)
        elif isinstance(value, Sequence) and key in _BELOW:
            yield from (_Work(each, _BELOW[key], task.level + 1) for each in value.items)


def _part(task: _Work, statuses: Mapping[Location, str]) -> Iterator[Part]:
    node, sort, level = task
    if isinstance(node, Sequence):
        return
    if isinstance(node, Scalar):
        yield Part(sort, node.text, _detail(sort, node.at, statuses), node.at, level)
        return
    if sort is Sort.POINT:
        words = f"{_word(node, 'number')} {_word(node, 'title')}".strip()
        yield Part(sort, words, "point", node.at, level)
    elif "together" in node.entries:
        yield Part(Sort.TOGETHER, "together", f"linked as {sort.value}", node.at, level)
    elif "ref" in node.entries:
        yield Part(Sort.REF, _word(node, "ref"), f"{sort.value} by ref", node.at, level)
    else:
        words = _word(node, "text") or _word(node, "id")
        yield Part(sort, words, _detail(sort, node.at, statuses), node.at, level)


def _detail(sort: Sort, at: Location, statuses: Mapping[Location, str]) -> str:
    status = statuses.get(at)
    return f"{sort.value} · {status}" if status else sort.value


def _word(node: Node, key: str) -> str:
    entry = node.entries.get(key)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""
