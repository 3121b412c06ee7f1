"""What a theme says of itself: the first `theme.yaml` on its way of folders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from argsite.errors import SetupError
from argsite.load import Memory
from argsite.load.files import Found, read
from argsite.model import Paper
from argsite.problems import Problem, Report
from argsite.source import Manuscript
from argsite.theme.folders import DESCRIPTION, Theme


class ReadTheme(NamedTuple):
    """What came of a `theme.yaml`; it depends on its text alone."""

    paper: Paper | None
    """The colours of the theme's paper; None where they could not be read."""

    problems: tuple[Problem, ...]
    """Its author's mistakes, in the order in which they were met."""


def describe(
    theme: Theme,
    root: Path,
    report: Report,
    manuscripts: dict[str, Manuscript],
    memory: Memory | None = None,
) -> Theme | None:
    """Return the theme with what its `theme.yaml` says; None after a report.

    The file is kept in `manuscripts`; `memory` spares reading it again where it did not change.
    Raises `SetupError` where the built-in default has none.
    """
    if theme.description is None:
        raise SetupError(f"the built-in theme has no {DESCRIPTION}: install argsite again")
    place = theme.description
    shown = place.relative_to(root if place.is_relative_to(root) else place.parents[2]).as_posix()
    manuscript = read(Found(place.name, shown, str(place), is_folder=False), report, manuscripts)
    if manuscript is None:
        return None
    known = (memory or Memory()).kept(ReadTheme, manuscript, _read)
    for problem in known.problems:
        report(problem)
    return replace(theme, paper=known.paper) if known.paper else None


def _read(manuscript: Manuscript) -> ReadTheme:
    # It is slow to load, and not needed where all that is to be read is remembered.
    from argsite.formats.yaml import read_theme

    problems: list[Problem] = []
    paper = read_theme(manuscript, problems.append)
    return ReadTheme(paper, tuple(problems))
