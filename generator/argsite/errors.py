"""What can go wrong with the machine or the set-up, as exceptions.

    ArgsiteError
    ├── SetupError      a folder, theme or program is not what the command needs
    ├── OutputError     the site could not be written
    └── LayoutError     Graphviz is missing or failed

An author's mistakes are not here: they are values (`problems.py`).
"""

from __future__ import annotations


class ArgsiteError(Exception):
    """A fault of the machine or the set-up; its text is one line for the person at the keyboard."""


class SetupError(ArgsiteError):
    """A folder, theme or program is not what the command needs."""


class OutputError(ArgsiteError):
    """The site could not be written."""


class LayoutError(ArgsiteError):
    """Graphviz is missing or failed."""
