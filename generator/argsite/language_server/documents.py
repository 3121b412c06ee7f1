"""The texts that an editor has open, saved or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from argsite.language_server.places import path_of
from argsite.language_server.text import Edit, Units, changed


@dataclass(frozen=True, slots=True)
class Document:
    """An open text."""

    uri: str
    """Its address, as the editor writes it."""

    path: Path
    """Its file, which need not be there."""

    text: str
    """What it says now."""

    version: int
    """The editor's number of this text."""

    is_gone: bool = False
    """True where its file was there and has been deleted, and the text has not changed since."""


class Documents:
    """The open texts by file. What is no file of this machine is left alone."""

    def __init__(self) -> None:
        self._open: dict[Path, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._open.values()))

    def open(self, uri: str, text: str, version: int) -> Path | None:
        """Keep an opened text; return its file."""
        path = path_of(uri)
        if path:
            self._open[path] = Document(uri, path, text, version)
        return path

    def change(
        self, uri: str, edits: Iterable[Edit | str], version: int, units: Units
    ) -> Path | None:
        """Change an open text by edits, one after the other; a `str` is a whole new text.

        Return its file; None where the text is not open.
        """
        path = path_of(uri)
        document = self._open.get(path) if path else None
        if path is None or document is None:
            return None
        text = document.text
        for edit in edits:
            text = edit if isinstance(edit, str) else changed(text, edit, units)
        self._open[path] = replace(document, text=text, version=version, is_gone=False)
        return path

    def mark(self, uri: str, *, is_gone: bool) -> None:
        """Keep in mind whether a file, or a folder with all its files, has been deleted."""
        path = path_of(uri)
        for each in [each for each in self if path and each.path.is_relative_to(path)]:
            self._open[each.path] = replace(each, is_gone=is_gone)

    def close(self, uri: str) -> Path | None:
        """Forget a closed text; return its file."""
        path = path_of(uri)
        if path:
            self._open.pop(path, None)
        return path

    def get(self, path: Path) -> Document | None:
        """Return the open text of a file; None where it is not open."""
        return self._open.get(path)
