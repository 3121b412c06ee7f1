"""What the person at the keyboard is told of a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argsite.outcome import Outcome


@dataclass(frozen=True, slots=True)
class News:
    """What came of one look at the site's files."""

    changed: tuple[str, ...] = ()
    """The files that changed, as they are reached from the site's folder; none at the start."""

    seconds: float = 0.0
    """How long it took, from the change to the new site or to the mistake."""

    outcome: Outcome | None = None
    """What was read; None where something else than an author's mistake stood in the way."""

    fault: str = ""
    """That something else, in a line."""

    is_advice: bool = False
    """True where the outcome holds what need not be mended for the site to be shown."""

    bug: BaseException | None = None
    """The exception behind it where it is a bug in Argsite."""


Tell = Callable[[News], None]
"""Takes the news."""
