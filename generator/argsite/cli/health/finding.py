"""What one look at the machine came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether what was looked for is there."""

    GOOD = "good"
    """It is there, and works."""

    NOTE = "note"
    """Argsite works without it, or with it as it is; somebody may want to know."""

    MISSING = "missing"
    """Argsite does not work without it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for."""

    what: str
    """What it is."""

    said: str
    """What was found."""

    state: State = State.GOOD
    """Whether that is enough."""

    advice: str = ""
    """How to get what is missing."""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found out about one part."""

    name: str
    """The part."""

    findings: tuple[Finding, ...]
    """What was found, in order."""
