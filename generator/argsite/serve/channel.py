"""The stream of events that pages listen to: Server-Sent Events (HTML standard, 9.2)."""

from __future__ import annotations

import asyncio
import json
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

    def event(self) -> bytes:
        """Return the state as an event of the stream."""
        return f"data: {json.dumps(asdict(self))}\n\n".encode()


class Channel:
    """Tells all that listen of each new state; it lives in the event loop's thread."""

    def __init__(self) -> None:
        """Begin with nothing to tell."""
        self._state = State()
        self._listening: dict[asyncio.Queue[State | None], str] = {}
        self._closed = False

    @property
    def state(self) -> State:
        """What was told last."""
        return self._state

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the pages that are looked at, each once."""
        return tuple(dict.fromkeys(path for path in self._listening.values() if path))

    def tell(self, state: State) -> None:
        """Tell everybody of a state, unless they know it."""
        if state != self._state:
            self._state = state
            for queue in self._listening:
                queue.put_nowait(state)

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        for queue in self._listening:
            queue.put_nowait(None)

    async def listen(self, path: str) -> AsyncIterator[bytes]:
        """Yield the state now and each later one, for a page at `path`, until all is closed."""
        with self._joined(path) as queue:
            # A browser that lost us tries again soon.
            yield b"retry: 500\n\n" + self._state.event()
            while True:
                try:
                    state = await asyncio.wait_for(queue.get(), _BEAT_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if state is None:
                    return
                yield state.event()

    @contextmanager
    def _joined(self, path: str) -> Iterator[asyncio.Queue[State | None]]:
        queue: asyncio.Queue[State | None] = asyncio.Queue()
        self._listening[queue] = path
        if self._closed:
            queue.put_nowait(None)
        try:
            yield queue
        finally:
            del self._listening[queue]
