"""How long a test tries: as long as `make test` bears, or as long as `make torture` asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from time import monotonic

LONG = "ARGSITE_TORTURE" in os.environ
"""True for the long form."""

TIMES = float(os.environ.get("ARGSITE_TORTURE") or 1)
"""How many times as long as usual the long form goes on where it could go on for ever."""


def effort(quick: int, long: int) -> int:
    """Return how often to try: `quick` times in `make test`, `long` times in `make torture`."""
    return long if LONG else quick


def within(seconds: float) -> Iterator[int]:
    """Count from 0 until so much time is over; at least one number comes."""
    end = monotonic() + seconds
    count = 0
    while not count or monotonic() < end:
        yield count
        count += 1
