"""Mistakes that an editor can mend with one key: what a hint says to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argsite.editing.edits import Edit
from argsite.editing.renaming import rename
from argsite.model import Library
from argsite.problems import Code, Problem
from argsite.source import Manuscript

_MEANT = re.compile(r"^did you mean '([^'\n]+)'\?$")
_WRITE = re.compile(r"^write '([^'\n…]+)'$")
_QUOTED = re.compile(r"'([^'\n]+)'")
_GIVE_ID = re.compile(
    r"^write 'id: (?P<id>[^'\n]+)' at the statement \((?P<path>.+):(?P<line>\d+)\)$"
)
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
    """Changes that mend a problem."""

    title: str
    """What they do, as an editor offers it."""

    edits: tuple[Edit, ...]
    """The changes."""


def mend(
    problem: Problem, manuscripts: Mapping[str, Manuscript], library: Library | None
) -> Mending | None:
    """Return the changes that a problem's hint describes; None where it describes none."""
    if problem.code is Code.DERIVED_ID:
        return _give_id(problem, library) if library else None
    meant, write = _MEANT.match(problem.hint), _WRITE.match(problem.hint)
    manuscript = manuscripts.get(problem.at.path)
    if problem.code not in _IN_PLACE or manuscript is None:
        return None
    path, number, column, width = problem.at
    line = manuscript.line(number)
    there = line[column - 1 : column - 1 + width]
    if meant:
        wrong = _wrong_word(problem.message, there, line[column - 1 :])
        better = meant[1]
    elif write:
        wrong, better = there, write[1]
    else:
        return None
    start = line.find(wrong, column - 1)
    if not wrong or start < 0:
        return None
    return Mending(f"Write '{better}'", (Edit(path, number, start + 1, wrong, better),))


def _wrong_word(message: str, there: str, rest: str) -> str:
    """Return the word of a message that stands at the place of the problem."""
    words = (str(each) for each in _QUOTED.findall(message))
    return next((each for each in words if each in there or rest.startswith(each)), "")


def _give_id(problem: Problem, library: Library) -> Mending | None:
    """Return how the statement gets the id that is made from its text now."""
    found = _GIVE_ID.match(problem.hint)
    if found is None:
        return None
    for statement in library.graph.statements.values():
        place = statement.at.path, str(statement.at.line)
        if statement.id == found["id"] and place == (found["path"], found["line"]):
            edits = rename(library, statement.key, statement.id).edits
            return Mending(f"Give the statement 'id: {statement.id}'", edits) if edits else None
    return None
