"""One site as its author is writing it: read again with every change, one reading at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from argsite.analysis import Standing
from argsite.build import Reading, read
from argsite.errors import ArgsiteError
from argsite.load import Memory
from argsite.model import Essay, Library
from argsite.problems import Problem, is_error
from argsite.source import Manuscript

_LOG = logging.getLogger(__name__)

PAUSE = 0.15
"""Seconds without a keystroke before a site is read again."""


@dataclass(frozen=True, slots=True)
class View:
    """What is known of a site."""

    problems: tuple[Problem, ...] = ()
    """The author's mistakes, by place."""

    manuscripts: Mapping[str, Manuscript] = field(default_factory=lambda: MappingProxyType({}))
    """The files as they are now."""

    library: Library | None = None
    """The content; a file that cannot be read stands in it as it was when it could."""

    standing: Standing | None = None
    """How its statements fare."""

    broken: tuple[str, ...] = ()
    """Paths of files with errors for which no content could be made of what there is now."""

    @property
    def essays(self) -> tuple[Essay, ...]:
        """The essays; none where the content could not be read."""
        return self.library.essays if self.library else ()


class Site:
    """Keeps the view of one site up to date."""

    def __init__(
        self,
        root: Path,
        unsaved: Callable[[Path], Mapping[str, str]],
        tell: Callable[[Site], None],
    ) -> None:
        self.root = root
        self.view = View()
        self._unsaved = unsaved
        self._tell = tell
        self._memory = Memory()
        self._wanted = 0
        self._seen = 0
        self._hurry = asyncio.Event()
        self._turn = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    def change(self) -> None:
        """Have the site read again after a pause: something in it is another."""
        self._wanted += 1
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._follow())

    async def now(self) -> View:
        """Return the view of the site as it is at this moment."""
        due = self._wanted
        while self._seen < due and self._work is not None and not self._work.done():
            self._hurry.set()
            await self._turn.wait()
        return self.view

    @property
    def is_current(self) -> bool:
        """True where nothing has changed since the view."""
        return self._seen == self._wanted

    def close(self) -> None:
        """Stop reading."""
        if self._work is not None:
            self._work.cancel()

    async def _follow(self) -> None:
        """Read until what was read is what there is."""
        try:
            while self._seen < self._wanted:
                await self._pause()
                await self._read_once()
                self._end_turn()
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        self._turn.set()
        self._turn = asyncio.Event()

    async def _pause(self) -> None:
        """Wait until nothing has changed for a while, or somebody waits."""
        before = -1
        while before != self._wanted and not self._hurry.is_set():
            before = self._wanted
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), PAUSE)
        self._hurry.clear()

    async def _read_once(self) -> None:
        """Read beside the loop; tell what came of it unless something has changed meanwhile."""
        wanted = self._wanted
        unsaved = dict(self._unsaved(self.root))
        loop = asyncio.get_running_loop()
        reading = loop.run_in_executor(None, self._read, self.view, unsaved)
        await asyncio.wait([reading])
        fault = reading.exception()
        self._seen = wanted
        if fault is not None:
            _LOG.error("the site in %s could not be read", self.root, exc_info=fault)
            return
        self.view = reading.result()
        if wanted == self._wanted:
            self._tell(self)

    def _read(self, last: View, unsaved: Mapping[str, str]) -> View:
        try:
            reading = read(self.root, self._memory, unsaved)
            outcome = reading.outcome
            broken: tuple[str, ...] = ()
            if reading.library is None:
                broken = tuple({each.at.path: None for each in outcome.problems if is_error(each)})
                reading = self._read_mended(reading, last, unsaved)
        except ArgsiteError as error:
            _LOG.info("%s", error)
            return View()
        library = reading.library or last.library
        standing = reading.standing or last.standing
        return View(outcome.problems, outcome.manuscripts, library, standing, broken)

    def _read_mended(self, broken: Reading, last: View, unsaved: Mapping[str, str]) -> Reading:
        """Read the site with files that cannot be read as they were when they could."""
        good = last.library.manuscripts if last.library else {}
        paths = {each.at.path for each in broken.outcome.problems if is_error(each)}
        earlier = {path: good[path].text for path in paths if path in good}
        if not earlier:
            return broken
        return read(self.root, self._memory, {**unsaved, **earlier})
