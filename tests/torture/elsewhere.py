"""Another host on this machine that notes whatever is asked of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A host that is not the site's."""

    address: str
    """Its address, without a slash at the end."""

    asked: list[str] = field(default_factory=list)
    """What it was asked for, each as the name after the first slash."""


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """Listen until the test is done."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def note(self) -> None:
            """Note what was asked for, and allow everything."""
            # A browser asks again where nobody reads what it sends.
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            name = self.path.strip("/").partition("?")[0].removesuffix(".js")
            # Browsers ask for that by themselves.
            if name != "favicon.ico":
                asked.append(name)
            self.send_response(200)
            self.send_header(
                "Content-Type", "text/javascript" if ".js" in self.path else "text/html"
            )
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(f'(globalThis.ran ??= []).push("{name}");'.encode())

        def __getattr__(self, name: str) -> Callable[[], None]:
            """Answer by whatever method it is asked."""
            if name.startswith("do_"):
                return self.note
            raise AttributeError(name)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Elsewhere(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
