"""The words that say how a statement fares as the map stands."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Whether a statement stands, and why; a word, never a bare number."""

    STANDS = "stands"
    """In, and an argument for it is in."""

    PRESUMED = "presumed"
    """In: nothing speaks for it and nothing need."""

    CONTESTED = "contested"
    """Open: an argument for it and one against it of equal weight are both in."""

    OPEN = "open"
    """Open otherwise: it waits on something contested, or on a cycle."""

    REBUTTED = "rebutted"
    """Out: an argument against it is in and outweighs what speaks for it."""

    UNSUPPORTED = "unsupported"
    """Out: every reason given for it fails, or none is given and it may not be presumed."""

    ACCEPTED = "accepted"
    """In, because the author (or the reader, in what-if) settles it."""

    REJECTED = "rejected"
    """Out, because the author (or the reader, in what-if) settles it."""
