"""A preview at a port: the only part that knows uvicorn. Ctrl-C ends it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from argsite.serve.app import app_of
from argsite.serve.channel import Channel
from argsite.serve.connection import Connection
from argsite.serve.guard import Guard
from argsite.serve.limits import Crowd, Limits, ask_for_files
from argsite.serve.news import News
from argsite.serve.port import Port
from argsite.serve.preview import Preview
from argsite.serve.session import Session
from argsite.serve.watch import Watch

_SCARCE = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)

_WAITING = 512
"""So many may wait to be let in; where more do, who comes last would wait for very long."""

_LOOK_SECONDS = 2.0
"""From one look to the next while a fault of the machine stands in the way."""

_QUIET: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"none": {"class": "logging.NullHandler"}},
    "loggers": {"uvicorn": {"handlers": ["none"], "propagate": False}},
}
"""Keeps from the terminal what uvicorn says of each malformed request."""

_TURNS = 5
"""Turns of the event loop after which all files are watched."""


class Voice(Protocol):
    """Tells the person at the keyboard what happens."""

    def news(self, news: News) -> None:
        """Say what came of a change, or of the first look at the site."""

    def warning(self, text: str) -> None:
        """Say what goes less well than it might."""

    def ready(self) -> None:
        """Say, once, that a browser can be opened."""


def serve(root: Path, port: Port, voice: Voice) -> bool:
    """Show the site at `root` until Ctrl-C; return False where a thread still reads it.

    A large site takes seconds to read, which nobody who ends the preview waits for.
    """
    return asyncio.run(_serve(root, port, voice))


async def _serve(root: Path, port: Port, voice: Voice) -> bool:
    limits = Limits.of(ask_for_files())
    crowd = Crowd(voice.warning)
    channel = Channel(limits.streams)
    session = Session(Preview(root), channel, voice.news)
    watch = Watch(root, voice.warning)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_handler(session, crowd))

    def stop() -> None:
        channel.close()
        watch.stop()

    app = app_of(session, channel, Guard.of(port.host))
    connection = partial(Connection, limits=limits, crowd=crowd)
    server = _Server(_config(app, connection), lambda: loop.call_soon_threadsafe(stop))

    async def work() -> None:
        # What is saved from now on is seen, also while the site is read for the first time.
        watch.start()
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        await session.rebuild()
        voice.ready()
        watch.look_after(_LOOK_SECONDS if session.may_pass else None)
        async for changed in watch.changes():
            await session.rebuild(changed)
            watch.look_after(_LOOK_SECONDS if session.may_pass else None)

    working = asyncio.create_task(work())
    # Where nothing can be said any more, as to a closed terminal, nobody looks at a site either.
    working.add_done_callback(lambda _: server.end())
    try:
        await server.serve(sockets=[port.listening])
    finally:
        stop()
        session.close()
        if not working.done():
            working.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await working
    return session.is_at_rest()


class _Server(uvicorn.Server):
    """A server that calls `stop` when it shall end, so that no open stream holds it up."""

    def __init__(self, config: uvicorn.Config, stop: Callable[[], object]) -> None:
        super().__init__(config)
        self._stop = stop

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take Ctrl-C and a polite kill as the way to end; the signal is not raised again."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        signals = (signal.SIGINT, signal.SIGTERM)
        before = {each: signal.signal(each, self.handle_exit) for each in signals}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def handle_exit(self, sig: int, frame: object) -> None:  # noqa: ARG002 - uvicorn's own form
        """End; a second Ctrl-C waits for nobody."""
        self.force_exit = self.should_exit
        self.end()

    def end(self) -> None:
        """End when those who are being answered have their answer."""
        self.should_exit = True
        self._stop()


def _handler(session: Session, crowd: Crowd) -> Callable[[object, dict[str, Any]], None]:
    """Return what is told of faults that nobody awaits."""

    def handle(_: object, context: dict[str, Any]) -> None:
        fault = context.get("exception")
        if isinstance(fault, OSError) and fault.errno in _SCARCE:
            crowd.tell(f"nobody else can be let in ({fault.strerror}); it goes on in a moment")
        elif isinstance(fault, Exception):
            session.meet(fault)

    return handle


def _config(app: ASGIApp, connection: Callable[..., H11Protocol]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=connection,  # type: ignore[arg-type]  # uvicorn does nothing with it but call it
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=_QUIET,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
        backlog=_WAITING,
    )
