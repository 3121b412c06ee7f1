"""Where in which text an editor asks, and where a place of the library is in the texts of now."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from argsite.language_server.cursor import Name, name_at
from argsite.language_server.hover import statement_on
from argsite.language_server.names import moved, statement_named
from argsite.language_server.places import essay_of
from argsite.language_server.server import Server, Where
from argsite.language_server.site import View
from argsite.language_server.text import Place, column, lines, width
from argsite.model import Statement
from argsite.source import Location


class Asked(Protocol):
    """A question about a place in a text."""

    @property
    def text_document(self) -> types.TextDocumentIdentifier:
        """The text."""

    @property
    def position(self) -> types.Position:
        """The place."""


class Cursor:
    """Where in which text somebody asks."""

    def __init__(self, ls: Server, where: Where, position: types.Position) -> None:
        self.where = where
        self.essay = essay_of(where.name)
        self.lines = lines(ls.text(where))
        line = self.lines[position.line] if position.line < len(self.lines) else ""
        self.place = Place(position.line, column(line, position.character, ls.units))
        self.line = line
        self.name: Name | None = name_at(self.lines, self.place, self.essay)
        self._units = ls.units

    def range(self, start: int, end: int) -> types.Range:
        """Return a range of the line."""
        number = self.place.line
        return types.Range(
            types.Position(number, width(self.line[:start], self._units)),
            types.Position(number, width(self.line[:end], self._units)),
        )


def cursor_of(ls: Server, params: Asked) -> Cursor | None:
    """Return where somebody asks; None where it is in no file of a site."""
    where = ls.where(params.text_document.uri)
    return Cursor(ls, where, params.position) if where else None


def statement_at(cursor: Cursor, view: View) -> Statement | None:
    """Return the statement that is named at the cursor, or that begins on its line."""
    if cursor.name:
        return statement_named(view.library, cursor.name.essay, cursor.name.id)
    if view.library is None:
        return None
    return statement_on(view.library, cursor.where.name, cursor.place.line + 1)


def here(ls: Server, where: Where, view: View, at: Location) -> types.Location | None:
    """Return where a place of the library is now; None where it may be gone."""
    before = view.library.manuscripts.get(at.path) if view.library else None
    now = view.manuscripts.get(at.path)
    place = moved(at, before, now) if before and now else None
    return ls.location(where.site, now, place) if now and place else None
