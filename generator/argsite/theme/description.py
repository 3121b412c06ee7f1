"""What a theme says of itself: the first `theme.yaml` on its way of folders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from argsite.errors import SetupError
from argsite.load.files import Found, read
from argsite.problems import Report
from argsite.source import Manuscript
from argsite.theme.folders import DESCRIPTION, Theme


def describe(
    theme: Theme, root: Path, report: Report, manuscripts: dict[str, Manuscript]
) -> Theme | None:
    """Return the theme with what its `theme.yaml` says; None after a report.

    The file is kept in `manuscripts`. Raises `SetupError` where the built-in default has none.
    """
    if theme.description is None:
        raise SetupError(f"the built-in theme has no {DESCRIPTION}: install argsite again")
    place = theme.description
    shown = place.relative_to(root if place.is_relative_to(root) else place.parents[2]).as_posix()
    manuscript = read(Found(place.name, shown, str(place), is_folder=False), report, manuscripts)
    from argsite.formats.yaml import read_theme

    paper = read_theme(manuscript, report) if manuscript else None
    return replace(theme, paper=paper) if paper else None
