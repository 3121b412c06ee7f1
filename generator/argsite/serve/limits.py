"""How much of the machine a preview gives to those who ask, and for how long it waits for them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_MOST_FILES = 4_096
"""So many files are asked of the system, which lets a program open few unless it asks."""

_OWN_FILES = 48
"""What reading the site, watching it and listening take of them."""

_MOST_CONNECTIONS = 3_000

_PAGES = 64
"""So many connections are kept for pages where the others are streams."""

_AGAIN_SECONDS = 60.0
"""A crowd is told of once in such a time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a preview bears before it lets somebody go."""

    connections: int
    """How many are open at once."""

    streams: int
    """How many of them are pages that listen for changes."""

    request_seconds: float = 6.0
    """After so long a request must be whole, from the first or since the last answer."""

    stalled_seconds: float = 30.0
    """So long nothing may be read of an answer."""

    @classmethod
    def of(cls, files: int) -> Limits:
        """Return those of a preview that may have so many files open."""
        connections = min(_MOST_CONNECTIONS, max(8, files - _OWN_FILES))
        return cls(connections, connections - min(_PAGES, connections // 4))


class Crowd:
    """Says that too many come, though not for each of them."""

    def __init__(self, warn: Callable[[str], None]) -> None:
        """Say it to `warn`."""
        self._warn = warn
        self._said: float | None = None

    def tell(self, text: str) -> None:
        """Say what is too much, unless that was said a moment ago."""
        now = monotonic()
        if self._said is None or now - self._said > _AGAIN_SECONDS:
            self._warn(text)
        self._said = now


def ask_for_files() -> int:
    """Have the system let this program open many files; return how many it may."""
    if os.name != "posix":
        return _MOST_FILES
    import resource

    some, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_FILES if most == resource.RLIM_INFINITY else min(_MOST_FILES, most)
    if some == resource.RLIM_INFINITY or some >= wanted:
        return wanted
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    except (OSError, ValueError):  # a system may have a lower limit than it says
        return some
    return wanted
