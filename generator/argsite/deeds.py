"""What was done to files: to the output folder, and to the lock file."""

from __future__ import annotations

from typing import NamedTuple


class Written(NamedTuple):
    """What a build did to the output folder, in files."""

    written: int
    """New, or with other bytes than before."""

    unchanged: int
    """Left as they stood."""

    removed: int
    """Of an earlier build, and no longer part of the site."""


class Recorded(NamedTuple):
    """What was done to the lock file."""

    added: int
    """How many addresses are new in it."""

    is_new: bool = False
    """True where there was no such file."""

    fault: str = ""
    """Why it could not be written; empty where it was, or where nothing had to be."""
