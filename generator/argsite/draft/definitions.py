"""Footnotes and addresses that stand in another part than what names them: `[^1]: …`, `[a]: …`.

Each part of an essay becomes a Markdown text of its own, which must hold what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from argsite.draft.division import Division, Part
from argsite.draft.headings import heading
from argsite.draft.lines import in_code

_BEGIN = re.compile(r" {0,3}\[(\^?[^\[\]]+)\]:\s*(?=\S)")
_NAMED = re.compile(r"\[(\^?[^\[\]]+)\]")
_TITLE = re.compile(r"\s+[\"'(]")
_FOOTNOTE = "^"


class Definition(NamedTuple):
    """What a name in brackets stands for."""

    name: str
    """The name, as names are compared."""

    start: int
    """Index of its first line in its part."""

    lines: tuple[str, ...]
    """Its lines."""


def settled(division: Division) -> Division:
    """Return the division with each definition in the parts that name it."""
    parts = (division.opening, *division.points)
    held = [{each.name: each for each in _definitions(part.lines)} for part in parts]
    everywhere = {name: each for defined in reversed(held) for name, each in defined.items()}
    if not everywhere:
        return division
    used = [
        _used(part.lines, defined, everywhere) for part, defined in zip(parts, held, strict=True)
    ]
    wanted = set().union(*used)
    opening, *points = (
        _with(part, defined, [everywhere[each] for each in names], wanted)
        for part, defined, names in zip(parts, held, used, strict=True)
    )
    return replace(division, opening=opening, points=tuple(points))


def _with(
    part: Part, held: dict[str, Definition], used: Sequence[Definition], wanted: set[str]
) -> Part:
    """Return a part with what it names, and without what only others do."""
    names = {each.name for each in used}
    gone: set[int] = set()
    for each in held.values():
        if each.name in wanted and each.name not in names:
            end = each.start + len(each.lines)
            # The empty line behind goes, too, where one stands before.
            is_spaced = end < len(part.lines) and not part.lines[end].strip()
            gone.update(range(each.start, end + is_spaced))
    lines = [line for index, line in enumerate(part.lines) if index not in gone]
    added = [line for each in used if each.name not in held for line in ("", *each.lines)]
    while added and lines and not lines[-1].strip():
        lines.pop()
    lines += added
    return replace(part, lines=tuple(lines)) if tuple(lines) != part.lines else part


def _used(
    lines: Sequence[str], held: dict[str, Definition], everywhere: dict[str, Definition]
) -> list[str]:
    """Return the names that a part needs, also those in the definitions themselves."""
    inside = {each.start + offset for each in held.values() for offset in range(len(each.lines))}
    work = [line for index, line in enumerate(lines) if index not in inside]
    found: dict[str, None] = {}
    while work:
        for name in map(_folded, _NAMED.findall(work.pop(0))):
            if name in everywhere and name not in found:
                found[name] = None
                first, *rest = held.get(name, everywhere[name]).lines
                work += [_BEGIN.sub("", first), *rest]
    return list(found)


def _definitions(lines: Sequence[str]) -> Iterator[Definition]:
    code = in_code(lines)
    end = 0
    for index, line in enumerate(lines):
        found = _BEGIN.match(line) if index >= end and index not in code else None
        before = lines[index - 1] if index else ""
        if found and (index == end or not before.strip() or heading(before)):
            end = _end(lines, index, is_footnote=found[1].startswith(_FOOTNOTE))
            yield Definition(_folded(found[1]), index, tuple(lines[index:end]))


def _end(lines: Sequence[str], start: int, *, is_footnote: bool) -> int:
    """Return the index of the line behind a definition."""
    end = start + 1
    if not is_footnote:
        return end + 1 if end < len(lines) and _TITLE.match(lines[end]) else end
    for index in range(end, len(lines)):
        line = lines[index]
        if not line.strip():
            continue
        is_lazy = index == end and not _BEGIN.match(line) and not heading(line)
        if not (is_lazy or line.startswith(("    ", "\t"))):
            break
        end = index + 1
    return end


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
