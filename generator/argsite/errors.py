"""What can go wrong with the machine or the set-up, as exceptions.

    ArgsiteError
    ├── SetupError      a folder, theme or program is not what the command needs
    ├── OutputError     the site could not be written
    └── LayoutError     Graphviz is missing or failed

An author's mistakes are not here: they are values (`problems.py`).
"""

from __future__ import annotations

REPORTED = "--debug shows where; please report it, with what `argsite doctor --report` writes"
"""What to do about a bug in Argsite."""

IN_A_WORKER = "In a process beside this one:\n"
"""How a note of an exception begins that says where it arose in another process."""


class ArgsiteError(Exception):
    """A fault of the machine or the set-up; its text is one line for the person at the keyboard."""


class SetupError(ArgsiteError):
    """A folder, theme or program is not what the command needs."""


class OutputError(ArgsiteError):
    """The site could not be written."""


class LayoutError(ArgsiteError):
    """Graphviz is missing or failed."""


def named(error: BaseException) -> str:
    """Return the type of an exception and the first line of what it says, if it says anything."""
    text = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def note_place(error: Exception) -> None:
    """Note where an exception arose, which is lost when it is sent to another process."""
    from traceback import format_exception

    error.add_note(f"{IN_A_WORKER}{''.join(format_exception(error)).rstrip()}")
