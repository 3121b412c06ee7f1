"""What links to a statement: the places whose Markdown names it, found once for the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from argsite import addresses
from argsite.model import Library
from argsite.packing import pack, unpack
from argsite.pages.remember import Remember, forget
from argsite.source import Passage
from argsite.version import code


class Where(StrEnum):
    """What kind of text holds a link."""

    OPENING = "opening"
    """The prose of an essay before its points."""

    POINT = "point"
    """The prose of a numbered point."""

    TEXT = "text"
    """Another statement."""

    NOTE = "note"
    """The note on another statement."""

    PAGE = "page"
    """A plain page."""


class Backlink(NamedTuple):
    """A place that links to a statement."""

    where: Where
    """What kind of text it is."""

    name: str
    """The essay's folder, the statement's key or the plain page's name."""

    point: int = 0
    """The number of a point."""


Backlinks = Mapping[str, tuple[Backlink, ...]]
"""Key of each statement that something links to, and the places that do."""


def find_backlinks(library: Library, remember: Remember = forget) -> Backlinks:
    """Return the places that link to each statement, in the order of the library, each once."""
    if not library.links:
        return {}
    essays = (f"{each.slug} {library.linked[each.slug].hex()}" for each in library.essays)
    pages = [(each.slug, each.folder, each.body.text) for each in library.pages]
    inputs = ("backlinks", code(), *essays, repr(pages))
    data = remember(inputs, lambda: pack(_find(library)))
    known = unpack(data, dict[str, tuple[Backlink, ...]])
    return _find(library) if known is None else known


def _find(library: Library) -> Backlinks:
    older = _older(library)
    found: dict[str, dict[Backlink, None]] = {}
    for place, folder, text in _texts(library):
        for address in library.links[text.text]:
            there = addresses.destination(address, folder)
            path = there.page or addresses.statement(there.statement)
            key = path.removesuffix(".html") if path.endswith(".html") else ""
            if key not in library.graph.statements:
                key = older.get(key, "")
            if key and key != place.name:
                found.setdefault(key, {})[place] = None
    return {key: tuple(places) for key, places in found.items()}


def _texts(library: Library) -> Iterator[tuple[Backlink, str, Passage]]:
    """Yield each text that has links with its place and the folder its addresses are seen from."""
    links = library.links
    for essay in library.essays:
        slug = essay.slug
        if essay.prose and essay.prose.text in links:
            yield Backlink(Where.OPENING, slug), slug, essay.prose
        for point in essay.points:
            if point.prose and point.prose.text in links:
                yield Backlink(Where.POINT, slug, point.number), slug, point.prose
        for statement in essay.statements:
            if statement.text.text in links:
                yield Backlink(Where.TEXT, statement.key), slug, statement.text
            if statement.note and statement.note.text in links:
                yield Backlink(Where.NOTE, statement.key), slug, statement.note
    for page in library.pages:
        if page.body.text in links:
            yield Backlink(Where.PAGE, page.slug), page.folder, page.body


def _older(library: Library) -> dict[str, str]:
    """Return the older keys of statements, each with the key of today."""
    return {
        f"{each.essay}/{alias.text}": each.key
        for each in library.graph.statements.values()
        if each.aliases
        for alias in each.aliases
    }
