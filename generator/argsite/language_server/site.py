"""One site as its author is writing it: read again with every change, one reading at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
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


_Work = Callable[[View, Mapping[str, str]], View]


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
        self._before: Reading | None = None
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
        view = await self._beside(self._read, self.view, unsaved)
        if view and wanted == self._wanted:
            self.view = view
            self._tell(self)
            if view.broken:
                view = await self._beside(self._mend, view, unsaved)
        self.view = view or self.view
        self._seen = wanted

    async def _beside(
        self,
        read_: Callable[[View, Mapping[str, str]], View],
        view: View,
        unsaved: Mapping[str, str],
    ) -> View | None:
        """Return what a reading comes to that runs in a thread; None where it has a fault."""
        reading = asyncio.get_running_loop().run_in_executor(None, read_, view, unsaved)
        await asyncio.wait([reading])
        fault = reading.exception()
        if fault is None:
            return reading.result()
        _LOG.error("the site in %s could not be read", self.root, exc_info=fault)
        return None

    def _read(self, last: View, unsaved: Mapping[str, str]) -> View:
        """Return the view of the site as it is."""
        try:
            reading = read(self.root, self._memory, unsaved, before=self._before)
        except ArgsiteError as error:
            _LOG.info("%s", error)
            return View()
        self._before = reading
        problems, manuscripts = reading.outcome.problems, reading.outcome.manuscripts
        if reading.library is not None:
            return View(problems, manuscripts, reading.library, reading.standing)
        broken = tuple({each.at.path: None for each in problems if is_error(each)})
        return View(problems, manuscripts, last.library, last.standing, broken)

    def _mend(self, view: View, unsaved: Mapping[str, str]) -> View:
        """Return the view with a library in which broken files are as they were before."""
        good = view.library.manuscripts if view.library else {}
        earlier = {path: good[path].text for path in view.broken if path in good}
        if not earlier:
            return view
        reading = read(self.root, self._memory, {**unsaved, **earlier})
        if reading.library is None:
            return view
        return replace(view, library=reading.library, standing=reading.standing)
