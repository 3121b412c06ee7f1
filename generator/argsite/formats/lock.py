"""The lock file: the addresses that a site has published, one `essay/id` a line.

Lines are sorted, so that two branches merge well, and never removed by the program. What follows a
`#` is a comment. A line may be removed, and lines may stand in any order or twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript

NAME = "argsite.lock"
"""What the file is called; it stands beside `content/`."""

_HEAD = """\
# The statements that this site has published, one address a line. Argsite adds to this file when
# it builds the site, and warns where an id is here and no longer in the essay: links to it would
# break. Keep it with content/ under version control. To give an id up, write it under `aliases` of
# the statement that took its place, or remove its line here.

"""
_PLAIN = re.compile(r"[\w-]+/[\w-]+")
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def read(manuscript: Manuscript, report: Report) -> Mapping[str, Location]:
    """Return each address in the file with the place where it stands first."""
    found: dict[str, Location] = {}
    for number, line in enumerate(manuscript.text.split("\n"), 1):
        if _PLAIN.fullmatch(line):  # as nearly all are
            found.setdefault(line, Location(manuscript.path, number, 1, len(line)))
            continue
        word = address(line)
        column = len(line) - len(line.lstrip()) + 1
        at = Location(manuscript.path, number, column, max(1, len(word)))
        if word.startswith(_MARKS):
            hint = "keep the lines of both sides, and remove this one"
            report(Problem(Code.BAD_VALUE, at, "a merge was not finished here", hint))
        elif word and not _is_address(word):
            hint = "write one 'essay/id' a line, or remove the line"
            report(Problem(Code.BAD_VALUE, at, f"'{word[:60]}' is no address of a statement", hint))
        elif word:
            found.setdefault(word, at)
    return MappingProxyType(found)


def add(text: str, addresses: Iterable[str]) -> str:
    """Return the text of a lock file with these addresses in it, each once; all else stays."""
    lines = (text if text.strip() else _HEAD).removesuffix("\n").split("\n")
    known = {address(line) for line in lines}
    new = sorted(set(addresses) - known)
    return text if text and not new else "\n".join(_merged(lines, new)) + "\n"


def address(line: str) -> str:
    """Return what a line says without its comment; empty where it is a comment only."""
    return line.partition("#")[0].strip()


def _is_address(word: str) -> bool:
    parts = word.split("/")
    return len(parts) == 2 and all(parts) and len(word.split()) == 1  # noqa: PLR2004 - essay and id


def _merged(lines: Iterable[str], new: list[str]) -> Iterator[str]:
    """Yield the lines with new ones in their places; a comment stays above what it is about."""
    waiting = new[::-1]
    above: list[str] = []
    is_first = True
    for line in lines:
        if not address(line):
            above.append(line)
            continue
        if is_first:
            yield from above
            above, is_first = [], False
        while waiting and waiting[-1] < address(line):
            yield waiting.pop()
        yield from (*above, line)
        above = []
    yield from (*above, *reversed(waiting))
