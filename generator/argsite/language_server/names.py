"""Which statement a name means, and where it is written in files as they are now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argsite.editing.writing import Writing
from argsite.formats.yaml.nodes import Scalar
from argsite.language_server.places import essay_of
from argsite.model import Library, Statement
from argsite.source import Location, Manuscript

_ID = re.compile(r"(?<![\w-])id\s*:\s+[\"']?(?P<name>[^\s\"',{}\[\]#]+)")
_TEXT = re.compile(r"(?<![\w-])text\s*:\s+[\"']?(?P<text>[^\n]+?)[\"']?\s*$", re.MULTILINE)


class Seen(NamedTuple):
    """An id as it is seen in a text that nobody could read as YAML."""

    id: str
    """The id."""

    text: str
    """What may be its statement's text."""

    at: Location
    """Where it stands."""


def statement_named(library: Library | None, essay: str, name: str) -> Statement | None:
    """Return the statement that a name means, also by an older id; None where there is none."""
    if library is None:
        return None
    found = library.graph.statements.get(f"{essay}/{name}")
    if found:
        return found
    return next(
        (
            each
            for each in library.graph.statements.values()
            if each.essay == essay and any(alias.text == name for alias in each.aliases)
        ),
        None,
    )


def home(library: Library, statement: Statement) -> Location:
    """Return where a statement's id stands; where it begins if it has none."""
    node = Writing(library.manuscripts).mapping(statement.at)
    entry = node.entries.get("id") if node else None
    return entry.value.at if entry and isinstance(entry.value, Scalar) else statement.at


def seen(manuscripts: Mapping[str, Manuscript], essay: str) -> Iterator[Seen]:
    """Yield the ids that stand in the files of an essay, be they broken or not."""
    for path, manuscript in manuscripts.items():
        if essay_of(path) == essay:
            yield from _seen_in(manuscript)


def moved(at: Location, before: Manuscript, now: Manuscript) -> Location | None:
    """Return where a line of an earlier text is now; None where it may be gone.

    What has changed is taken to be one passage: lines before it stay, those behind it move.
    """
    if before.text == now.text:
        return at
    old, new = before.text.split("\n"), now.text.split("\n")
    line = at.line - 1
    if old[: line + 1] == new[: line + 1]:
        return at
    if old[line:] == new[len(new) - len(old) + line :]:
        return at._replace(line=at.line + len(new) - len(old))
    return None


def _seen_in(manuscript: Manuscript) -> Iterator[Seen]:
    text = manuscript.text
    for found in _ID.finditer(text):
        start = found.start("name")
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        end = text.find("\n\n", start)
        below = _TEXT.search(text, start, min(end if end > 0 else len(text), start + 400))
        name = found["name"]
        words = below["text"] if below and "id:" not in text[start : below.start()] else ""
        yield Seen(name, words, Location(manuscript.path, line, column, len(name)))
