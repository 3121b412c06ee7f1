"""Mistakes that an editor can mend with one key: what a hint says to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argsite.model import Library
from argsite.problems import Code, Problem
from argsite.source import Location, Manuscript

_MEANT = re.compile(r"^did you mean '([^'\n]+)'\?$")
_WRITE = re.compile(r"^(?:write|rename it to) '([^'\n…]+)'$")
_QUOTED = re.compile(r"'([^'\n]+)'")
_GIVE_ID = re.compile(
    r"^write 'id: (?P<id>[^'\n]+)' at the statement \((?P<path>.+):(?P<line>\d+)\)$"
)
_BLOCK_ITEM = re.compile(r"^ *(?:- +)*$")
_IN_PLACE = {
    Code.UNKNOWN_ID,
    Code.UNKNOWN_KEY,
    Code.UNKNOWN_SCHEME,
    Code.BAD_VALUE,
    Code.BAD_ID,
    Code.BROKEN_LINK,
}
"""Kinds of problems whose place holds the word that is wrong."""


class Mending(NamedTuple):
    """A change that mends a problem."""

    title: str
    """What it does, as an editor offers it."""

    at: Location
    """What is replaced; of no width where something is put in."""

    text: str
    """What stands there afterwards."""


def mend(
    problem: Problem, manuscripts: Mapping[str, Manuscript], library: Library | None
) -> Mending | None:
    """Return the change that a problem's hint describes; None where it describes none."""
    if problem.code is Code.DERIVED_ID:
        return _give_id(problem, manuscripts, library)
    found = _MEANT.match(problem.hint) or _WRITE.match(problem.hint)
    manuscript = manuscripts.get(problem.at.path)
    if problem.code not in _IN_PLACE or not found or manuscript is None:
        return None
    line = manuscript.line(problem.at.line)
    start = problem.at.column - 1
    there = line[start : start + problem.at.width]
    better = found[1]
    wrong = there
    if problem.hint.startswith("did you mean"):
        wrong = _wrong_word(problem.message, there, line, start)
    place = line.find(wrong, start) if wrong else -1
    if place < 0 or wrong == better:
        return None
    at = Location(problem.at.path, problem.at.line, place + 1, len(wrong))
    return Mending(f"Write '{better}'", at, better)


def _wrong_word(message: str, there: str, line: str, start: int) -> str:
    """Return the word of a message that stands at the place of the problem."""
    for word in _QUOTED.findall(message):
        if word in there or line.startswith(word, start):
            return str(word)
    return ""


def _give_id(
    problem: Problem, manuscripts: Mapping[str, Manuscript], library: Library | None
) -> Mending | None:
    """Return how the statement gets the id that is made from its text now."""
    found = _GIVE_ID.match(problem.hint)
    if found is None or library is None:
        return None
    statement = next(
        (
            each
            for each in library.graph.statements.values()
            if each.id_is_derived
            and each.id == found["id"]
            and each.at.path == found["path"]
            and each.at.line == int(found["line"])
        ),
        None,
    )
    manuscript = manuscripts.get(found["path"])
    if statement is None or manuscript != library.manuscripts.get(found["path"]) or not manuscript:
        return None
    at = statement.at
    line = manuscript.line(at.line)
    before, after = line[: at.column - 1], line[at.column - 1 :]
    indent = " " * len(before)
    is_bare = statement.text.at == at
    if not _BLOCK_ITEM.match(before) or (is_bare and not _ends_line(after, at.width)):
        return None
    text = f"id: {statement.id}\n{indent}" + ("text: " if is_bare else "")
    return Mending(f"Give the statement 'id: {statement.id}'", at._replace(width=0), text)


def _ends_line(after: str, width: int) -> bool:
    """Say whether a text of one line is all that stands there."""
    rest = after[width:].strip()
    return width > 1 and (not rest or rest.startswith("#"))
