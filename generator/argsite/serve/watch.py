"""Which files changed: the only part that knows watchfiles.

The site's own folder is watched for its folders coming and going, and these with all that is in
them. The build's output, caches and version control lie beside them and are not looked at.
"""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, awatch

from argsite.load import CONTENT
from argsite.theme import places

_STEP_MS = 10
"""Changes that follow each other so closely belong together; what comes later is read after them.

So a file that was half written at first is read again as soon as it is whole.
"""

_LONGEST_MS = 400
"""After so long they are told, though more may follow."""

_POLL_MS = 300
"""From one look at all files to the next, where the system cannot tell of changes."""

_LOOK_AGAIN_SECONDS = 1.2
"""Then they are told again: to whoever looks at files, two changes within a second are one."""

_MIND_SECONDS = 0.5
"""From one look at whether the folders are the ones that are watched to the next."""

_OWN = (CONTENT, "themes")

_BESIDE = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload")
"""How the names of files end that editors write beside those that they save."""


class Watch:
    """Collects the changes of a site's files."""

    def __init__(self, root: Path, warn: Callable[[str], None]) -> None:
        """Watch the site at `root`; `warn` is told where that goes less well than it might."""
        self._root = root.resolve()
        self._warn = warn
        self._polls = must_poll(os.environ, platform.release())
        self._seen: set[str] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._news = asyncio.Event()
        self._stop = asyncio.Event()
        self._again = asyncio.Event()
        self._watched = self._identities()
        self._later: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Watch from the next turns of the event loop on."""
        kinds = (self._watch_root, self._watch_inside, self._mind)
        self._tasks = [asyncio.create_task(watch()) for watch in kinds]

    def stop(self) -> None:
        """End `changes`."""
        self._stop.set()
        self._begin_anew()
        self._news.set()

    def look(self) -> None:
        """Have all files looked at again, whether any of them changed or not."""
        self._add({CONTENT})

    def look_after(self, seconds: float | None) -> None:
        """Have them looked at so much later, and not before; None for not at all."""
        if self._later:
            self._later.cancel()
        loop = asyncio.get_running_loop()
        self._later = None if seconds is None else loop.call_later(seconds, self.look)

    async def changes(self) -> AsyncIterator[tuple[str, ...]]:
        """Yield the files that changed since the last time, as they are reached from the root.

        It ends the watch, too.
        """
        try:
            while not self._stop.is_set():
                await self._news.wait()
                self._news.clear()
                seen, self._seen = self._seen, set()
                if seen:
                    yield self._lasting(seen)
        finally:
            self.stop()
            for task in self._tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def _watch_root(self) -> None:
        """See the site's folders come and go."""
        there = self._places()
        while not self._stop.is_set():
            again = self._again
            async for seen in self._told([self._root], again, recursive=False):
                names = {Path(path).name for path in seen} & set(_OWN)
                if names:
                    self._add(names)
                if there != self._places() or names:
                    there = self._places()
                    self._begin_anew()

    async def _watch_inside(self) -> None:
        """See what happens in them; begin anew where one of them came or went."""
        loop = asyncio.get_running_loop()
        while not self._stop.is_set():
            again = self._again
            async for seen in self._told(self._places(), again, recursive=True):
                names = {self._name(path) for path in seen}
                self._add(names)
                if self._polls:
                    loop.call_later(_LOOK_AGAIN_SECONDS, self._add, names)
            # What changed until they are watched again is looked for once they are.
            loop.call_soon(self.look)

    async def _mind(self) -> None:
        """Begin anew where a folder is another one under its old name, as after a checkout.

        The system tells of a folder that was watched, wherever it is now, and not of its name.
        """
        while not self._stop.is_set():
            await asyncio.sleep(_MIND_SECONDS)
            if self._watched != self._identities():
                self._begin_anew()

    def _begin_anew(self) -> None:
        """Have all folders watched that are there now."""
        self._watched = self._identities()
        again, self._again = self._again, asyncio.Event()
        again.set()

    def _identities(self) -> list[tuple[int, int] | None]:
        """Return what tells the folders that a site is made of from others at their places."""
        names = [self._root / CONTENT, *places(self._root)]
        return [_identity(place) for place in (self._root, *names)]

    async def _told(
        self, folders: Sequence[Path], stop: asyncio.Event, *, recursive: bool
    ) -> AsyncIterator[list[str]]:
        """Yield what changed in folders, until `stop`."""
        while not stop.is_set():
            polls = self._polls
            try:
                async for seen in awatch(
                    *folders,
                    watch_filter=self._matters if recursive else self._comes_or_goes,
                    debounce=_LONGEST_MS,
                    step=_STEP_MS,
                    stop_event=stop,
                    force_polling=polls,
                    poll_delay_ms=_POLL_MS,
                    recursive=recursive,
                    ignore_permission_denied=True,
                ):
                    yield [path for _, path in seen]
            except FileNotFoundError:  # a folder went away before it could be watched
                await asyncio.sleep(_MIND_SECONDS)
                return
            except (RuntimeError, ExceptionGroup):  # a file has a name that cannot be told
                asyncio.get_running_loop().call_soon(self.look)
            except OSError as error:
                if polls:
                    self._warn(f"changes cannot be seen any more ({error}); start serve again")
                    await stop.wait()
                elif not self._polls:
                    self._polls = True
                    # What changed until they are looked at for the first time is noticed so.
                    loop = asyncio.get_running_loop()
                    loop.call_later(_LOOK_AGAIN_SECONDS, self._add, {CONTENT})
                    self._warn(f"the system cannot tell of changes ({error}); looking for them")

    def _places(self) -> list[Path]:
        """Return the folders that a site is made of, those that are there."""
        folders = [self._root / CONTENT, *places(self._root)]
        return [folder.resolve() for folder in folders if folder.is_dir()]

    def _matters(self, _: Change, path: str) -> bool:
        return is_source(Path(self._name(path)))

    def _comes_or_goes(self, change: Change, path: str) -> bool:
        """Leave out folders in which something changed: that is seen by who looks into them.

        To whoever looks at files a folder is another one as soon as a file comes into it.
        """
        return change is not Change.modified and self._matters(change, path)

    def _name(self, path: str) -> str:
        place = Path(path)
        inside = place.is_relative_to(self._root)
        return (place.relative_to(self._root) if inside else place).as_posix()

    def _lasting(self, names: set[str]) -> tuple[str, ...]:
        """Return names in order, without files that were there for a moment only, if others are."""
        lasting = [each for each in names if Path(each).suffix or (self._root / each).exists()]
        return tuple(sorted(lasting or names))

    def _add(self, names: set[str]) -> None:
        self._seen |= names
        self._news.set()


def _identity(place: Path) -> tuple[int, int] | None:
    try:
        state = place.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def is_source(path: Path) -> bool:
    """Say whether a file may be one that a site is made of: not hidden, not an editor's own."""
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in path.parts)
    name = path.name
    return not (hidden or name.endswith(_BESIDE) or name.startswith("#") or name == "4913")


def must_poll(environment: Mapping[str, str], release: str) -> bool:
    """Say whether files must be looked at, since the system would not tell of all changes.

    So it is in Windows' subsystem for Linux, and where somebody says so as watchfiles understands.
    """
    said = environment.get("WATCHFILES_FORCE_POLLING", "").lower()
    if said:
        return said not in {"false", "disable", "disabled"}
    return "microsoft-standard" in release.lower()
