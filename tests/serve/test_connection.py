"""Whatever comes in over a connection, it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from argsite.serve.connection import Connection
from argsite.serve.limits import Crowd, Limits
from tests.looped import looped

HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"

BRIEF = Limits(connections=3, streams=3, request_seconds=0.4, stalled_seconds=1.0)

PATIENT = Limits(connections=3, streams=3, request_seconds=2.0)
"""For those who are in time, also where the machine is busy."""

LARGE = 30_000_000
"""More bytes than the system takes for a client that reads nothing."""


class Talk:
    """A server of one page, and clients that talk to it."""

    def __init__(self, limits: Limits) -> None:
        """Prepare a server with these limits."""
        self.said: list[str] = []
        self.faults: list[str] = []
        self.answered = 0
        self.is_slow = False
        connection = partial(Connection, limits=limits, crowd=Crowd(self.said.append))
        config = uvicorn.Config(
            self._app,
            http=connection,  # type: ignore[arg-type]  # as the preview does
            lifespan="off",
            log_config=None,
            port=0,
            ws="none",
            interface="asgi3",
        )
        self.server = uvicorn.Server(config)

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI
        await send({"type": "http.response.start", "status": 200, "headers": []})
        while self.is_slow:
            await send({"type": "http.response.body", "body": b"x", "more_body": True})
            await asyncio.sleep(0.01)
        size = LARGE if scope["path"] == "/large" else 2
        for _ in range(0, size, 65_536):
            piece = b"x" * min(size, 65_536)
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        self.answered += 1

    async def client(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Come in."""
        (listening,) = self.server.servers[0].sockets
        return await asyncio.open_connection("127.0.0.1", listening.getsockname()[1])

    async def send(self, *parts: bytes, pause: float = 0.05) -> bytes:
        """Send bytes, a part at a time; return all that comes back until the server hangs up."""
        reader, writer = await self.client()
        for part in parts:
            writer.write(part)
            await asyncio.sleep(pause)
        try:
            return await asyncio.wait_for(reader.read(), 30)
        except ConnectionResetError:
            return b""
        finally:
            writer.close()

    async def emptied(self) -> None:
        """Wait until no connection is left."""
        while self.server.server_state.connections:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)


def talk(work: Callable[[Talk], Awaitable[None]], limits: Limits = BRIEF) -> Talk:
    """Do something with a server; nothing may go wrong in it that it does not know of."""
    talked = Talk(limits)

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: talked.faults.append(str(context)))
        serving = asyncio.create_task(talked.server.serve())
        while not talked.server.started:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
        try:
            await asyncio.wait_for(work(talked), 60)
            await asyncio.wait_for(talked.emptied(), 60)
        finally:
            talked.server.should_exit = True
            await serving

    looped(serve())
    assert talked.faults == []
    return talked


@pytest.mark.parametrize("parts", [[], [b"G"], [HEAD], [HEAD, b"a: b\r\n"] * 3])
def test_half_a_request_is_not_waited_for(parts: list[bytes]) -> None:
    async def work(talked: Talk) -> None:
        assert await talked.send(*parts) == b""

    assert talk(work).answered == 0


def test_who_sends_bit_by_bit_gets_no_more_time() -> None:
    async def work(talked: Talk) -> None:
        reader, writer = await talked.client()
        for byte in HEAD + b"a: b\r\n" * 40:
            writer.write(bytes([byte]))
            await asyncio.sleep(0.02)
            if reader.at_eof() or reader.exception():
                break
        writer.close()
        assert reader.at_eof() or isinstance(reader.exception(), ConnectionError)

    talk(work)


def test_a_body_that_nobody_wants_is_not_waited_for() -> None:
    async def work(talked: Talk) -> None:
        answer = await talked.send(HEAD + b"Content-Length: 1000000000\r\n\r\n", b"x", b"x")
        assert answer.startswith(b"HTTP/1.1 200 OK\r\n")

    talk(work)


def test_a_connection_serves_many_requests_as_long_as_they_come() -> None:
    async def work(talked: Talk) -> None:
        answer = await talked.send(*[HEAD + b"\r\n"] * 12, pause=0.25)
        assert answer.count(b"HTTP/1.1 200 OK\r\n") == 12

    talk(work, PATIENT)


def test_requests_that_come_at_once_are_answered_in_turn() -> None:
    async def work(talked: Talk) -> None:
        answer = await talked.send((HEAD + b"\r\n") * 50)
        assert answer.count(b"HTTP/1.1 200 OK\r\n") == 50

    talk(work, PATIENT)


@pytest.mark.parametrize(
    "parts",
    [
        [b"\x16\x03\x01\x00\xf1"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"zz\r\n"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"a: b\r\n" * 50_000],
        [HEAD + b"\r\n", b"\x00\x01\r\n\r\n"],
        [HEAD + b"\r\n\x00\x01\r\n\r\n"],
    ],
)
@pytest.mark.parametrize("is_slow", [False, True])
def test_what_is_malformed_after_a_request_ends_the_connection(
    parts: list[bytes], *, is_slow: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async def work(talked: Talk) -> None:
        talked.is_slow = is_slow
        sending = asyncio.ensure_future(talked.send(*parts))
        await asyncio.sleep(0.3)
        talked.is_slow = False
        await sending

    with caplog.at_level(logging.ERROR):
        talk(work)
    assert caplog.records == []


def test_who_reads_nothing_of_a_large_answer_is_left() -> None:
    async def work(talked: Talk) -> None:
        _, writer = await talked.client()
        writer.transport.pause_reading()  # type: ignore[attr-defined]  # it is a socket's
        writer.write(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        await asyncio.sleep(0.1)
        await talked.emptied()
        writer.close()

    talk(work)


def test_who_reads_slowly_gets_all_of_it() -> None:
    async def work(talked: Talk) -> None:
        reader, writer = await talked.client()
        writer.write(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        count = 0
        while piece := await reader.read(1_000_000):
            count += len(piece)
            await asyncio.sleep(0.005)
        writer.close()
        assert count > LARGE

    talk(work)


def test_who_asks_for_nothing_makes_room_for_others() -> None:
    async def work(talked: Talk) -> None:
        idle = [await talked.client() for _ in range(3)]
        await asyncio.sleep(0.05)
        assert (await talked.send(HEAD + b"Connection: close\r\n\r\n"))[:15] == b"HTTP/1.1 200 OK"
        assert await idle[0][0].read() == b""
        for _, writer in idle:
            writer.close()

    (said,) = talk(work, PATIENT).said
    assert said.startswith("3 connections are open")


def test_where_all_are_answered_the_next_one_is_sent_away() -> None:
    async def work(talked: Talk) -> None:
        talked.is_slow = True
        busy = [await talked.client() for _ in range(3)]
        for _, writer in busy:
            writer.write(HEAD + b"\r\n")
        await asyncio.sleep(0.1)
        assert (await talked.send()).startswith(b"HTTP/1.1 503 ")
        talked.is_slow = False
        for _, writer in busy:
            writer.close()

    assert len(talk(work).said) == 1
