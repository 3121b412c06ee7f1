"""What ends a command from outside: Ctrl-C, or a polite kill, which ends it in the same way."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import NoReturn

STOPPED, TERMINATED = 130, 143
"""Exit codes: 128 and the number of the signal, as shells have it."""


class Terminated(KeyboardInterrupt):
    """Somebody asks the process to end, who need not sit at a keyboard."""


def heed() -> None:
    """Let SIGTERM clean up as Ctrl-C does, where it would end the process at once."""
    if threading.current_thread() is not threading.main_thread():
        return  # somebody else's program decides what signals do
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)


def ignore() -> None:
    """Let nothing disturb the end of a command that is over, if it is heeded."""
    if signal.getsignal(signal.SIGTERM) is _terminate:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_IGN)


def code_of(error: BaseException) -> int:
    """Return the exit code for an exception that stops a command, or for one that it caused."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, Terminated):
            return TERMINATED
        seen = seen.__cause__ or seen.__context__
    return STOPPED


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated
