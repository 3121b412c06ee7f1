"""Standard streams that are not there, as after `>&-`: something must stand in their place.

Else the next file that is opened gets the number of the stream, and whatever a library writes to
that number goes into the file. What cannot be said is a fault of the set-up, as on a full disk; so
what stands there cannot be written.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def fill_gaps() -> None:
    """Open what cannot be written in the place of each standard stream that is closed."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDONLY)  # the lowest free number: the stream's
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            mode = "w" if number else "r"
            stream = open(number, mode, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - a number, and it stays open
            setattr(sys, name, stream)


def let_go() -> None:
    """Give up what could not be written; else Python tries again when it ends, and complains."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            descriptor = os.open(os.devnull, os.O_WRONLY)
            with suppress(OSError, ValueError):
                os.dup2(descriptor, stream.fileno())
            os.close(descriptor)
