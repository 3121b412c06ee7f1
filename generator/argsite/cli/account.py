"""An account of a build for whoever asks: why pages were made, and where the time went."""

from __future__ import annotations

from argsite.outcome import Outcome
from argsite.stopwatch import Stopwatch


def explained(outcome: Outcome) -> str:
    """Say of each page that was made why it was."""
    reasons = sorted(outcome.reasons.items())
    if not reasons:
        return "Nothing was made: everything stands as an earlier build left it."
    return "\n".join(["Made anew:", *(f"  {path}: {reason}" for path, reason in reasons)])


def timed(watch: Stopwatch) -> str:
    """Say how long each stage took, in the order in which they ended."""
    rows = (f"  {seconds:>8.3f} s  {stage}" for stage, seconds in watch.seconds.items())
    return "\n".join(["Where the time went:", *rows])
