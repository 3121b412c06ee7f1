"""A preview as a person has it, for as long as a test needs it: `argsite serve` on a free port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

PATIENCE_SECONDS = 60.0
"""How long a busy machine may take for anything."""


def has_newer_addresses() -> bool:
    """Say whether this machine can be reached at ::1."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as trial:
            trial.bind(("::1", 0))
    except OSError:
        return False
    return True


class Previewed:
    """A running preview."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        """Wait until `process`, which writes to `log`, says its address."""
        self.process = process
        self._log = log
        self.wait_for("read in", "not shown")
        self.address = self.said().partition(" at ")[2].partition(" ")[0].rstrip("/")
        self.port = int(self.address.rpartition(":")[2])

    def said(self) -> str:
        """Return all that the terminal shows."""
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, *texts: str) -> None:
        """Wait until the terminal shows one of these texts."""
        late = time.monotonic() + PATIENCE_SECONDS
        while not any(text in self.said() for text in texts):
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < late, self.said()
            time.sleep(0.02)

    def get(
        self, target: str, method: str = "GET", headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        """Ask for an address; return the answer and its bytes."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, target, headers=headers or {})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def send(self, request: bytes) -> bytes:
        """Send bytes as they are; return the first line that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE_SECONDS) as wire:
            wire.sendall(request)
            return wire.makefile("rb").readline().rstrip()

    def stop(self) -> int:
        """Press Ctrl-C; return the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE_SECONDS)


@contextmanager
def previewed(
    root: Path, log: Path, *options: str, before: Sequence[str] = ()
) -> Iterator[Previewed]:
    """Show the site at `root`; what the terminal shows goes to the file `log`.

    `before` is what the program is started by, if not by itself.
    """
    program = [
        *before,
        sys.executable,
        "-m",
        "argsite",
        "serve",
        str(root),
        "--port",
        "0",
        *options,
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
    with (
        log.open("w", encoding="utf-8") as stream,
        subprocess.Popen(
            program, stdout=stream, stderr=subprocess.STDOUT, text=True, env=environment
        ) as process,
    ):
        try:
            preview = Previewed(process, log)
            yield preview
            assert preview.stop() == 0, preview.said()
        finally:
            if process.poll() is None:
                process.kill()
