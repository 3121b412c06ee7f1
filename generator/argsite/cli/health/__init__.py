"""What the command needs of the machine, examined part by part: `argsite doctor`.

finding.py       what one look came to
attempt.py       tries what may fail in any way
packages.py      Argsite, Python and the packages it needs
drawing.py       diagrams and cards, each proved by a small drawing
surroundings.py  the terminal, the language, programs beside it
place.py         a site: its content, its themes, where its pages go

Each part is loaded by itself, so that one that is broken is found and not stumbled over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from argsite.cli.health.attempt import Failure, attempt
from argsite.cli.health.finding import Finding, Group, State

__all__ = ["EXAMINATIONS", "Finding", "Group", "State", "examine"]

EXAMINATIONS = (
    ("Argsite", "packages", "own"),
    ("Packages", "packages", "required"),
    ("Extras", "packages", "extras"),
    ("Diagrams", "drawing", "diagrams"),
    ("Cards", "drawing", "cards"),
    ("Terminal", "surroundings", "terminal"),
    ("System", "surroundings", "system"),
    ("Themes", "place", "themes"),
    ("Site", "place", "site"),
)
"""Name of each group, and the module and function that find out about it."""

Examination = Callable[[Path | None], Iterator[Finding]]
"""Looks at one part; it is given the site's folder, None where there is none."""


def examine(root: Path | None) -> Iterator[Group]:
    """Yield what is found, group by group."""
    for name, module, function in EXAMINATIONS:
        found = attempt(lambda: list(_load(module, function)(root)))  # noqa: B023 - called at once
        if isinstance(found, Failure):
            found = [Finding(name, f"cannot be examined: {found.why}", State.MISSING)]
        if found:
            yield Group(name, tuple(found))


def _load(module: str, function: str) -> Examination:
    examination: Examination = getattr(import_module(f"{__name__}.{module}"), function)
    return examination
