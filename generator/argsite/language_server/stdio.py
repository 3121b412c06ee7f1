"""The streams of a language server, and its end: by `exit`, with its input, or with its editor."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from threading import Thread
from typing import BinaryIO

from pygls.io_ import StdoutWriter, run_async

from argsite.language_server.server import Server

_LOG = logging.getLogger(__name__)

_CHUNK = 65_536
_LONGEST_HEADER = 1_000_000
_PATIENCE = 5.0
"""Seconds that answers may take after the input has ended."""

_INTERVAL = 2.0
"""Seconds between two looks whether the editor still lives."""


async def converse(server: Server, stdin: int, stdout: BinaryIO) -> None:
    """Read messages from the descriptor `stdin` and answer on `stdout` until the end.

    A thread reads, which may be left behind: it holds no lock, so that the process can end while
    it waits.
    """
    reader = asyncio.StreamReader(limit=_LONGEST_HEADER)
    loop = asyncio.get_running_loop()
    Thread(target=_feed, args=(reader, stdin, loop), daemon=True).start()
    protocol = server.protocol
    protocol.set_writer(StdoutWriter(stdout))
    try:
        await run_async(protocol.ended, reader, protocol, _LOG, server.report_server_error)
        if not protocol.ended.is_set():
            await protocol.settle(_PATIENCE)
    except (BrokenPipeError, asyncio.IncompleteReadError):
        _LOG.info("the editor is gone")
    except ValueError as error:
        _LOG.error("what the editor sends is no message: %s", error)


def can_watch(editor: int) -> bool:
    """Say whether the end of a process can be known: it is one of this machine, and lives."""
    return sys.platform != "win32" and editor > 0 and _lives(editor)


async def watch(editor: int) -> None:
    """Return when a process that can be watched has ended."""
    is_parent = os.getppid() == editor
    while _lives(editor) and not (is_parent and os.getppid() != editor):  # noqa: ASYNC110 - no event tells of another process's end
        await asyncio.sleep(_INTERVAL)


def _feed(reader: asyncio.StreamReader, stdin: int, loop: asyncio.AbstractEventLoop) -> None:
    try:
        while chunk := _read(stdin):
            loop.call_soon_threadsafe(reader.feed_data, chunk)
        loop.call_soon_threadsafe(reader.feed_eof)
    except RuntimeError:  # the loop has ended before its input
        pass


def _read(stdin: int) -> bytes:
    try:
        return os.read(stdin, _CHUNK)
    except OSError:
        return b""


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is another user's, or no number of a process
        return True
    return True
