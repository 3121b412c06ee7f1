"""Mistakes that only follow from another one, so that an author sees the cause alone.

What stands below an unknown key is not read. Were its ids called unknown wherever they are used,
one letter too few in `rebuttals` would be told as three mistakes, of which two are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from argsite.problems import Code, Problem
from argsite.source import Location, Manuscript

_ID = re.compile(r"""(?:^|[\s{,-])id:\s+["']?([\w-]+)""")
_CONSEQUENCES = (Code.UNKNOWN_ID, Code.BROKEN_LINK)

_Use = tuple[str, str]
"""The folder of an essay and the id of a statement there."""


def without_consequences(
    problems: Iterable[Problem], manuscripts: Mapping[str, Manuscript]
) -> list[Problem]:
    """Return the problems without the uses of ids that stand where nothing is read."""
    found = list(problems)
    lost = set(_lost(found, manuscripts))
    if not lost:
        return found
    return [each for each in found if not _is_about(each, lost, manuscripts)]


def _lost(found: Iterable[Problem], manuscripts: Mapping[str, Manuscript]) -> Iterator[_Use]:
    """Yield the ids that stand below unknown keys, with the folder of their essay."""
    keys = (each.at for each in found if each.code is Code.UNKNOWN_KEY)
    path, end = "", 0
    for at in sorted(key for key in keys if key.path in manuscripts):
        # What is below a key was looked through with it: in brackets, thousands share one line.
        if at.path == path and at.line <= end:
            continue
        rows = _below(manuscripts[at.path], at)
        path, end = at.path, at.line + len(rows) - 1
        yield from ((_folder(at), name) for row in rows for name in _ID.findall(row))


def _below(manuscript: Manuscript, key: Location) -> list[str]:
    """Return the line of a key from there on, and those below it that are indented further."""
    indent = key.column - 1
    rows = [manuscript.line(key.line)[indent:]]
    last = manuscript.text.count("\n") + 1
    for number in range(key.line + 1, last + 1):
        line = manuscript.line(number)
        text = line.lstrip(" ")
        depth = len(line) - len(text)
        is_item = depth == indent and text.startswith("- ")
        if text and not text.startswith("#") and depth <= indent and not is_item:
            break
        rows.append(line)
    return rows


def _is_about(problem: Problem, lost: set[_Use], manuscripts: Mapping[str, Manuscript]) -> bool:
    if problem.code not in _CONSEQUENCES or problem.at.path not in manuscripts:
        return False
    at = problem.at
    used = manuscripts[at.path].line(at.line)[at.column - 1 :][: at.width]
    essay, _, name = used.replace("#", "/").rpartition("/")
    return (essay or _folder(at), name) in lost


def _folder(at: Location) -> str:
    """Return the folder of the essay that a file belongs to."""
    return at.path.rpartition("/")[0].rpartition("/")[2]
