"""One connection of a preview: whatever comes in, it ends.

uvicorn waits without end for the rest of a request and for a client that reads nothing, and takes
what is malformed after an answer for a fault of its own. Here each of these gets its end.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, TimerHandle, Transport
from time import monotonic
from typing import Any

import h11
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from argsite.serve.limits import Crowd, Limits

_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n"
    b"retry-after: 5\r\n\r\n"
)


IS_HERE = "is_here"
"""What an application finds `is_here` as in the state of a request."""


class Connection(H11Protocol):
    """Speaks HTTP with one client."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: AbstractEventLoop | None = None,
        *,
        limits: Limits,
        crowd: Crowd,
    ) -> None:
        state = {**app_state, IS_HERE: self.is_here}
        super().__init__(config, server_state, state, _loop)
        self.waits_since = monotonic()
        self._limits = limits
        self._crowd = crowd
        self._waiting: TimerHandle | None = None
        self._stalled: TimerHandle | None = None

    @property
    def is_busy(self) -> bool:
        """True while an answer is being made or sent."""
        return self.cycle is not None and not self.cycle.response_complete

    def is_here(self) -> bool:
        """Say, in any thread, whether the client still waits for something."""
        return not self.transport.is_closing()

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn
        """Let a client in, or send it away where too many are here."""
        super().connection_made(transport)
        self._await_request()
        if len(self.connections) > self._limits.connections and not self._make_room():
            transport.write(_FULL)
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        for timer in (self._waiting, self._stalled):
            if timer:
                timer.cancel()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request."""
        super().data_received(data)
        self._note_request()

    def on_response_complete(self) -> None:
        """Wait for the next request, which may be here already."""
        self._await_request()
        super().on_response_complete()
        self._note_request()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is malformed; where an answer was begun, hang up."""
        if self.is_busy:
            self.cycle.disconnected = True  # whoever makes the answer need not send it
            self.cycle.message_event.set()
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            super().send_400_response(msg)
        else:
            self.transport.close()
        self._await_request()  # none comes any more, but what is left may be read

    def pause_writing(self) -> None:
        """Give the client some time to read."""
        super().pause_writing()
        self._stalled = self.loop.call_later(self._limits.stalled_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on, since it does read."""
        super().resume_writing()
        if self._stalled:
            self._stalled.cancel()

    def _await_request(self) -> None:
        """Give the client some time for a whole request, however it spends it."""
        if self._waiting:
            self._waiting.cancel()
        self.waits_since = monotonic()
        self._waiting = self.loop.call_later(self._limits.request_seconds, self._give_up)

    def _note_request(self) -> None:
        if self._waiting and self.is_busy:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        """Hang up, also on those who have not read their answer."""
        if self.transport.get_write_buffer_size():
            self.transport.abort()
        else:
            self.transport.close()

    def _make_room(self) -> bool:
        """Hang up on who has waited longest without a request, if there are too many."""
        here = [each for each in self.connections if not each.transport.is_closing()]
        if len(here) <= self._limits.connections:
            return True
        self._crowd.tell(
            f"{self._limits.connections:,} connections are open, more than this machine allows;"
            " who asks for nothing is cut off"
        )
        idle = [
            each
            for each in here
            if isinstance(each, Connection) and each is not self and not each.is_busy
        ]
        if not idle:
            return False
        min(idle, key=lambda each: each.waits_since).transport.abort()
        return True
