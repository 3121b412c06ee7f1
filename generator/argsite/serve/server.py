"""A preview at a port: the only part that knows uvicorn. Ctrl-C ends it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import uvicorn
from starlette.types import ASGIApp

from argsite.serve.app import app_of
from argsite.serve.channel import Channel
from argsite.serve.guard import Guard
from argsite.serve.news import News
from argsite.serve.port import Port
from argsite.serve.preview import Preview
from argsite.serve.session import Session
from argsite.serve.watch import Watch

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


def serve(root: Path, port: Port, voice: Voice) -> None:
    """Show the site at `root` until Ctrl-C."""
    asyncio.run(_serve(root, port, voice))


async def _serve(root: Path, port: Port, voice: Voice) -> None:
    channel = Channel()
    session = Session(Preview(root), channel, voice.news)
    watch = Watch(root, voice.warning)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        channel.close()
        watch.stop()

    app = app_of(session, channel, Guard.of(port.host))
    server = _Server(_config(app), lambda: loop.call_soon_threadsafe(stop))

    async def work() -> None:
        # What is saved from now on is seen, also while the site is read for the first time.
        watch.start()
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        await session.rebuild()
        voice.ready()
        async for changed in watch.changes():
            await session.rebuild(changed)

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


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",  # it refuses what is malformed, and is there wherever uvicorn is
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
