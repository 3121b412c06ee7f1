"""The address that a preview is at: loopback unless asked, and the next port where one is taken."""

from __future__ import annotations

import errno
import os
import socket
from dataclasses import dataclass
from ipaddress import ip_address

from argsite.errors import SetupError

_TRIES = 100
"""How many ports are tried, from the one that was asked for upward."""

_LAST = 65_535

_EVERY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - they are compared, not bound
"""What listens at all addresses of a machine, and how the machine itself reaches it."""


@dataclass(frozen=True, slots=True)
class Port:
    """Where a preview listens."""

    host: str
    """The name that was asked for."""

    listening: socket.socket
    """What hears those who come."""

    @property
    def number(self) -> int:
        """The port."""
        return int(self.listening.getsockname()[1])

    @property
    def address(self) -> str:
        """What to type into a browser on this machine."""
        host = _EVERY.get(self.listening.getsockname()[0], self.host)
        return f"http://[{host}]:{self.number}/" if ":" in host else f"http://{host}:{self.number}/"

    @property
    def is_private(self) -> bool:
        """True where only this machine can reach it."""
        # A name may lead anywhere, also one that sounds like this machine's own.
        return ip_address(self.listening.getsockname()[0]).is_loopback


def open_port(host: str, number: int) -> Port:
    """Return a place that listens at `host`, on port `number` or the next that is free.

    Raises `SetupError` where there is none.
    """
    if host.startswith("[") and host.endswith("]"):  # as in an address for a browser
        host = host[1:-1]
    try:
        found = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        shown = host if host.isprintable() else ascii(host)[1:-1]
        raise SetupError(f"there is no address '{shown}' on this machine") from error
    # A name may mean addresses of both kinds; the older kind is reached by every browser.
    family, _, _, _, where = min(found, key=lambda each: each[0] != socket.AF_INET)
    last = min(number + _TRIES - 1, _LAST) if number else 0
    for each in range(number, last + 1):
        listening = _listen(family, str(where[0]), each)
        if listening:
            return Port(host, listening)
    raise SetupError(
        f"the ports {number} to {last} are taken or not allowed; name another with --port"
    )


def _listen(family: int, host: str, port: int) -> socket.socket | None:
    """Return a socket that listens there; None where somebody else does."""
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would share a port that is taken
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            return None
        raise SetupError(f"nothing can listen at {host}, port {port}: {error.strerror}") from error
    made.setblocking(False)  # noqa: FBT003 - Python's own form
    return made
