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


def without_consequences(
    problems: Iterable[Problem], manuscripts: Mapping[str, Manuscript]
) -> list[Problem]:
    """Return the problems without the uses of ids that stand where nothing is read."""
    found = list(problems)
    lost = {
        (_folder(each.at), name)
        for each in found
        if each.code is Code.UNKNOWN_KEY and each.at.path in manuscripts
        for name in _ids_below(manuscripts[each.at.path], each.at)
    }
    if not lost:
        return found
    return [each for each in found if not _is_about(each, lost, manuscripts)]


def _ids_below(manuscript: Manuscript, key: Location) -> Iterator[str]:
    """Yield the ids on the line of a key and on those below it that are indented further."""
    indent = key.column - 1
    number = key.line
    line = manuscript.line(number)[indent:]
    last = manuscript.text.count("\n") + 1
    while True:
        yield from _ID.findall(line)
        number += 1
        if number > last:
            return
        line = manuscript.line(number)
        text = line.lstrip(" ")
        depth = len(line) - len(text)
        is_item = depth == indent and text.startswith("- ")
        if text and not text.startswith("#") and depth <= indent and not is_item:
            return


def _is_about(
    problem: Problem, lost: set[tuple[str, str]], manuscripts: Mapping[str, Manuscript]
) -> bool:
    if problem.code not in _CONSEQUENCES or problem.at.path not in manuscripts:
        return False
    at = problem.at
    used = manuscripts[at.path].line(at.line)[at.column - 1 :][: at.width]
    essay, _, name = used.replace("#", "/").rpartition("/")
    return (essay or _folder(at), name) in lost


def _folder(at: Location) -> str:
    """Return the folder of the essay that a file belongs to."""
    return at.path.rpartition("/")[0].rpartition("/")[2]
