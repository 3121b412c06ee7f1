"""What is said of a bug beside the way of a command: in a thread, in what a library logs.

Python and libraries write a traceback there. Here it is one line, as everywhere; the traceback
comes with `--debug`.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import TextIO

from argsite.cli import report
from argsite.cli.terminal import clean
from argsite.errors import REPORTED, named

_LONGEST = 300
"""Letters of a line in a log."""


@contextmanager
def in_one_line(*, debug: bool) -> Iterator[None]:
    """Have bugs in threads and logs said in one line; with `debug` as Python does."""
    if debug:
        yield
        return
    hook, last = threading.excepthook, logging.lastResort
    threading.excepthook = _say
    logging.lastResort = handler()
    try:
        yield
    finally:
        threading.excepthook, logging.lastResort = hook, last


def handler() -> logging.StreamHandler[TextIO]:
    """Return a handler that writes what is logged to stderr, a line each."""
    found = logging.StreamHandler(sys.stderr)
    found.setLevel(logging.WARNING)
    found.setFormatter(OneLine())
    return found


class OneLine(logging.Formatter):
    """Writes a message in one line, with the type of the exception behind it, if any."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        plain = copy(record)
        plain.exc_info = plain.exc_text = plain.stack_info = None
        line = super().format(plain).partition("\n")[0][:_LONGEST]
        kind = record.exc_info[0] if record.exc_info else None
        where = f" ({kind.__name__}; --debug shows where)" if kind else ""
        return clean(f"argsite: {line}{where}")


def _say(failed: threading.ExceptHookArgs) -> None:
    said = named(failed.exc_value) if failed.exc_value else failed.exc_type.__name__
    report.say(f"argsite: this is a bug in Argsite ({said}); {REPORTED}", to_errors=True)
