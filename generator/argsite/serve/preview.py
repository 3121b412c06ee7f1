"""The last good site, and what is wrong with what came after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argsite.build import Reading, read
from argsite.diagram import Album, Engine
from argsite.errors import ArgsiteError
from argsite.load import Memory
from argsite.model import Library
from argsite.outcome import Outcome
from argsite.pages.assets import assets
from argsite.pages.edition import Edition
from argsite.pages.lexicon import words_in_use
from argsite.pages.press import Page, Press
from argsite.pages.shelf import Shelf
from argsite.problems import Problem, Severity, is_error, render
from argsite.serve.sources import name_of, names_of_theme
from argsite.source import Manuscript
from argsite.theme import Theme

MOST_TROUBLES = 100
"""So many errors are shown over a page; more would only make it slow."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that keeps a change from being shown, as the overlay has it."""

    head: str
    """Where it is and what is wrong, in a line."""

    excerpt: str = ""
    """The author's line with what is wrong in it, or a hint."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A state of the site that was read and is not shown yet."""

    name: str
    """Names it; the same for the same content and theme."""

    reading: Reading
    """What was read."""

    shelf: Shelf | None
    """Its files; None where a mistake stands in the way."""

    @property
    def outcome(self) -> Outcome:
        """The author's mistakes; warnings have not been looked for."""
        return self.reading.outcome


class Preview:
    """One site: read again and again, and shown as it was when all was well.

    `read` and `file` may run in two threads, each of them in one at a time.
    """

    def __init__(self, root: Path) -> None:
        """Begin with no site at all."""
        self._root = root
        self._memory = Memory()
        self._album = Album(Engine())
        self._press: tuple[str, Press] | None = None
        self._files: tuple[tuple[str, ...], tuple[Page, ...]] | None = None
        self._read = ""
        self._last_reading: Reading | None = None
        self._edition: Edition | None = None
        self._shown: Draft | None = None
        self._last: dict[str, bytes] = {}

    @property
    def name(self) -> str:
        """The name of the state that is shown; empty before the first good one."""
        return self._shown.name if self._shown else ""

    def read(self) -> Draft | None:
        """Read the site; None where nothing changed since it was read last.

        Raises an `ArgsiteError` where the machine or the set-up stands in the way.
        """
        try:
            reading = read(
                self._root, self._memory, least=Severity.ERROR, before=self._last_reading
            )
        except ArgsiteError as fault:
            if self._read == str(fault):
                return None
            self._read = str(fault)
            raise
        self._last_reading = reading
        theme = names_of_theme(reading.theme)
        name = name_of(reading, theme)
        if name == self._read:
            return None
        self._read = name
        return Draft(name, reading, self._shelf_of(reading, theme))

    def forget(self) -> None:
        """Have the site read anew next time, whether it changed or not: something went wrong."""
        self._read = ""

    def try_out(self, draft: Draft, paths: Iterable[str]) -> None:
        """Make the pages at `paths`, which browsers show now.

        Raises an `ArgsiteError` where a template has a mistake or a diagram cannot be drawn.
        """
        if draft.shelf:
            for path in paths:
                draft.shelf.file(path)

    def show(self, draft: Draft) -> None:
        """Let a draft be the site from now on."""
        self._shown = draft
        # What is not a page any more need not stand for one.
        self._last = {path: data for path, data in self._last.items() if self.has(path)}

    def has(self, path: str) -> bool:
        """Say whether the site that is shown has a file at `path`."""
        shelf = self._shown.shelf if self._shown else None
        return bool(shelf and shelf.has(path))

    def file(self, path: str) -> tuple[bytes | None, ArgsiteError | None]:
        """Return a file of the site, None where there is none; and what kept it from being made.

        Where it cannot be made the file as it was before stands for it.
        """
        shelf = self._shown.shelf if self._shown else None
        if shelf is None:
            return None, None
        try:
            data = shelf.file(path)
        except ArgsiteError as fault:
            return self._last.get(path), fault
        if data is not None and path.endswith(".html"):
            self._last[path] = data
        return data, None

    def not_found(self, address: str) -> bytes | None:
        """Return the site's page for an unknown address; None where it cannot be made."""
        shelf = self._shown.shelf if self._shown else None
        try:
            return shelf.not_found(address) if shelf else None
        except ArgsiteError:
            return None

    def close(self) -> None:
        """Stop drawing."""
        self._album.close()

    def _shelf_of(self, reading: Reading, names: Mapping[str, str]) -> Shelf | None:
        library, standing, theme = reading.library, reading.standing, reading.theme
        if reading.outcome.failed or library is None or standing is None or theme is None:
            return None
        press, files = self._press_for(theme, names), self._theme_files(library, theme, names)
        shelf = Shelf(library, standing, theme, press, self._album, files, self._edition)
        self._edition = shelf.edition
        return shelf

    def _press_for(self, theme: Theme, names: Mapping[str, str]) -> Press:
        """Return the press for a theme; the same one until a template changes."""
        name = f"{theme.name} {names['templates']}"
        if self._press is None or self._press[0] != name:
            self._press = name, Press(theme)
        return self._press[1]

    def _theme_files(
        self, library: Library, theme: Theme, names: Mapping[str, str]
    ) -> tuple[Page, ...]:
        """Return the theme's styles, scripts and assets; made anew where one of them changes."""
        kinds = (names[kind] for kind in ("assets", "styles", "scripts"))
        inputs = (theme.name, *kinds, repr(library.site.options), *words_in_use(library))
        if self._files is None or self._files[0] != inputs:
            self._files = inputs, tuple(assets(library, theme))
        return self._files[1]


def troubles(
    problems: Iterable[Problem], manuscripts: Mapping[str, Manuscript]
) -> tuple[tuple[Trouble, ...], int]:
    """Return the errors among problems as the overlay shows them, and how many more there are."""
    errors = [each for each in problems if is_error(each)]
    found = (render(each, manuscripts).partition("\n") for each in errors[:MOST_TROUBLES])
    shown = tuple(Trouble(head, excerpt) for head, _, excerpt in found)
    return shown, len(errors) - len(shown)
