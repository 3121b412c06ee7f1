"""Where a statement is named in the files: its id, its older ids, refs, links and roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from argsite.editing.links import find_links
from argsite.editing.writing import Writing
from argsite.formats.yaml.letters import Letters
from argsite.formats.yaml.nodes import Mapping, Scalar
from argsite.model import Library, Statement
from argsite.model.texts import texts
from argsite.source import Location, Manuscript, Passage


class Use(StrEnum):
    """How a mention names its statement."""

    ID = "id"
    """It is the statement's own `id:`."""

    START = "start"
    """It is where the statement begins, whose id is made from its text and written nowhere."""

    ALIAS = "alias"
    """It is an older id among the statement's `aliases:`."""

    REF = "ref"
    """It is a `ref:`."""

    LINK = "link"
    """It is the address of a link in Markdown."""

    ROLE = "role"
    """It says which premise has a role in a step."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a statement is named."""

    at: Location
    """The place of the id itself: its line, its column and how long it is.

    Where the statement begins, for `Use.START`; where the text begins that holds the id, where
    `is_exact` is False.
    """

    use: Use
    """How it is named."""

    name: str
    """The id as it is written: the statement's own, or one of its older ids."""

    is_exact: bool = True
    """True where the file holds exactly `name` at the place; never for `Use.START`."""


def mentions(library: Library, key: str) -> tuple[Mention, ...]:
    """Return every place where the statement `key` is named, the statement's own first.

    KeyError where there is no such statement.
    """
    statement = library.graph.statements[key]
    writing = Writing(library.manuscripts)
    found = (
        *_own(statement, writing),
        *_refs(library, statement),
        *_roles(library, key, writing),
        *_links(library, statement),
    )
    return tuple(dict.fromkeys(found))


def _own(statement: Statement, writing: Writing) -> Iterator[Mention]:
    manuscript = writing.manuscripts[statement.at.path]
    node = writing.mapping(statement.at)
    entry = node.entries.get("id") if node else None
    if entry is None or not isinstance(entry.value, Scalar):
        yield Mention(statement.at, Use.START, statement.id, is_exact=False)
    else:
        yield _mention(manuscript, Passage(*entry.value), Use.ID, statement.id)
    for alias in statement.aliases:
        yield _mention(manuscript, alias, Use.ALIAS, alias.text)


def _refs(library: Library, statement: Statement) -> Iterator[Mention]:
    names = _names(statement)
    for essay in library.essays:
        for ref in essay.refs:
            slug, _, name = ref.text.rpartition("/")
            if name in names and (slug or essay.slug) == statement.essay:
                yield _mention(library.manuscripts[ref.at.path], ref, Use.REF, name)


def _roles(library: Library, key: str, writing: Writing) -> Iterator[Mention]:
    """Yield where a role names the statement by its id; a position is no mention."""
    name = key.rpartition("/")[2]
    for argument in library.graph.uses_of(key):
        role = argument.roles.get(key)
        node = writing.mapping(argument.at) if role else None
        roles = node.entries["roles"].value if node else None
        value = roles.entries[role].value if role and isinstance(roles, Mapping) else None
        if isinstance(value, Scalar) and value.text in {key, name}:
            manuscript = library.manuscripts[argument.at.path]
            yield _mention(manuscript, Passage(*value), Use.ROLE, name)


def _links(library: Library, statement: Statement) -> Iterator[Mention]:
    for text in texts(library):
        manuscript = library.manuscripts[text.passage.at.path]
        found = [
            link for name in _names(statement) for link in find_links(text, statement.essay, name)
        ]
        letters = Letters(manuscript, text.passage) if found else None
        for link in found:
            place = letters.locate(link.start, link.end) if letters and link.written else None
            at = place or text.passage.at
            yield Mention(at, Use.LINK, link.written or statement.id, is_exact=place is not None)


def _mention(manuscript: Manuscript, passage: Passage, use: Use, name: str) -> Mention:
    """Return a mention that is the last part of a text."""
    length = len(passage.text)
    place = Letters(manuscript, passage).locate(length - len(name), length)
    return Mention(place or passage.at, use, name, is_exact=place is not None)


def _names(statement: Statement) -> tuple[str, ...]:
    return (statement.id, *(alias.text for alias in statement.aliases))
