"""The stream of events that pages listen to: Server-Sent Events (HTML standard, 9.2)."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from argsite.serve.preview import Trouble

_BEAT_SECONDS = 15.0
"""After so long without news a line is sent, so that a browser that has gone is noticed."""


@dataclass(frozen=True, slots=True)
class State:
    """What a page needs to know: whether it is of today, and what is wrong."""

    name: str = ""
    """Names the site that is shown; a page of another one loads itself again."""

    troubles: tuple[Trouble, ...] = ()
    """What keeps later changes from being shown."""

    more: int = 0
    """How many errors there are beside these."""

    def event(self) -> bytes:
        """Return the state as an event of the stream."""
        return f"data: {json.dumps(asdict(self))}\n\n".encode()


class Channel:
    """Tells all that listen of each new state; it lives in the event loop's thread."""

    def __init__(self, most: int = sys.maxsize) -> None:
        """Begin with nothing to tell; at most so many may listen."""
        self._state = State()
        self._most = most
        self._taken = 0
        self._listening: dict[_Newest, str] = {}
        self._closed = False

    @property
    def state(self) -> State:
        """What was told last."""
        return self._state

    @property
    def is_full(self) -> bool:
        """True where no place is left to listen at."""
        return self._taken >= self._most

    @contextmanager
    def place(self) -> Iterator[None]:
        """Take a place, from before a stream begins until its connection is done with."""
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the pages that are looked at, each once."""
        return tuple(dict.fromkeys(path for path in self._listening.values() if path))

    def tell(self, state: State) -> None:
        """Tell everybody of a state, unless they know it."""
        if state != self._state:
            self._state = state
            for newest in self._listening:
                newest.put(state)

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        for newest in self._listening:
            newest.end()

    async def listen(self, path: str) -> AsyncIterator[bytes]:
        """Yield the state now and the newest since, for a page at `path`, until all is closed."""
        with self._joined(path) as newest:
            # A browser that lost us tries again soon.
            yield b"retry: 500\n\n" + self._state.event()
            while True:
                try:
                    state = await asyncio.wait_for(newest.get(), _BEAT_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if state is None:
                    return
                yield state.event()

    @contextmanager
    def _joined(self, path: str) -> Iterator[_Newest]:
        newest = _Newest()
        self._listening[newest] = path
        if self._closed:
            newest.end()
        try:
            yield newest
        finally:
            del self._listening[newest]


class _Newest:
    """The newest state that a page was not told yet; older ones are of no use to it.

    So a page that reads nothing takes no more room than another.
    """

    def __init__(self) -> None:
        self._state: State | None = None
        self._is_last = False
        self._news = asyncio.Event()

    def put(self, state: State) -> None:
        """Have a state told."""
        self._state = state
        self._news.set()

    def end(self) -> None:
        """Have nothing told after it."""
        self._is_last = True
        self._news.set()

    async def get(self) -> State | None:
        """Wait for a state; None after the last."""
        await self._news.wait()
        state, self._state = self._state, None
        if not self._is_last:
            self._news.clear()
        return state
