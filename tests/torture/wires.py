"""Raw connections to a preview: bytes as they are, as fast or as slowly as somebody likes."""

from __future__ import annotations

import os
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.previewed import PATIENCE_SECONDS

HAS_PROC = Path("/proc/self/statm").exists()
"""True where the system says what a process takes."""

HOST = b"Host: 127.0.0.1\r\n"

EVENTS = b"GET /.argsite-live/events?path=index.html HTTP/1.1\r\n" + HOST + b"\r\n"


def opened(port: int) -> socket.socket:
    """Return a connection to a preview."""
    return socket.create_connection(("127.0.0.1", port), PATIENCE_SECONDS)


@contextmanager
def held(port: int, count: int, first: bytes = b"") -> Iterator[list[socket.socket]]:
    """Hold so many connections, each of which has said something."""
    wires: list[socket.socket] = []
    try:
        for _ in range(count):
            wires.append(opened(port))
            if first:
                wires[-1].sendall(first)
        yield wires
    finally:
        for wire in wires:
            wire.close()


def said_to(port: int, parts: Iterable[bytes], *, to_the_end: bool = False) -> bytes:
    """Send bytes, a part at a time; return what comes back, at first or until it ends."""
    with opened(port) as wire:
        answer = b""
        try:
            for part in parts:
                wire.sendall(part)
                time.sleep(0.03)
            wire.settimeout(PATIENCE_SECONDS)
            while True:
                piece = wire.recv(65_536)
                if not piece:
                    return answer
                answer += piece
                if not to_the_end:
                    return answer
        except ConnectionError:
            return answer


def status_of(answer: bytes) -> int:
    """Return the status of the first answer in these bytes; 0 where there is none."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def reset(wire: socket.socket) -> None:
    """Hang up without a goodbye, as a program that is killed does."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wire.close()


def hears(wire: socket.socket) -> bytes:
    """Return what comes next; nothing where the connection was ended."""
    wire.settimeout(PATIENCE_SECONDS)
    try:
        return wire.recv(65_536)
    except ConnectionError:
        return b""


def memory_of(process: int) -> int:
    """Return how many bytes of memory a process takes."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def files_of(process: int) -> int:
    """Return how many files a process has open, connections among them."""
    return len([*Path(f"/proc/{process}/fd").iterdir()])
