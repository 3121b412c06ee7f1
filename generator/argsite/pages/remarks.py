"""What the margin says of statements that the prose links: their notes and their sources."""

from __future__ import annotations

from argsite import addresses
from argsite.pages.desk import Desk
from argsite.pages.frame import Frame
from argsite.pages.press import Press


class Remarks:
    """Says the note and the sources of each statement once on a page, where it is linked first."""

    def __init__(self, press: Press, desk: Desk, frame: Frame, folder: str) -> None:
        """Begin the page at `desk`, whose links without an essay's name are those of `folder`."""
        self._press = press
        self._desk = desk
        self._frame = frame
        self._folder = folder
        self._said: set[str] = set()

    def __call__(self, address: str) -> str:
        """Return what is to be said of the statement at an author's address; mostly nothing."""
        key = addresses.destination(address, self._folder).statement
        statement = self._desk.edition.graph.statements.get(key)
        if not statement or key in self._said or not (statement.note or statement.sources):
            return ""
        self._said.add(key)
        note = statement.note.text if statement.note else ""
        return self._press.piece(
            "remark.html",
            self._frame,
            note=self._desk.block(note, statement.essay, under=2, prefix=f"note-{statement.id}"),
            sources=statement.sources,
        )
