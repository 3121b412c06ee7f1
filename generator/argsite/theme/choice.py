"""The theme that a site's author chose, with everything that is wrong about the choice."""

from __future__ import annotations

from pathlib import Path

from argsite.load import Memory
from argsite.model import Library
from argsite.problems import Code, Problem, Report, did_you_mean
from argsite.source import Manuscript
from argsite.theme.description import describe
from argsite.theme.folders import DEFAULT, Theme, check_names, find, names
from argsite.theme.options import check_options


def choose(
    library: Library,
    root: Path,
    report: Report,
    manuscripts: dict[str, Manuscript],
    memory: Memory | None,
) -> Theme | None:
    """Return the site's theme; None after a report.

    `memory` spares reading its description again. Raises as `find` and `describe` do.
    """
    chosen = library.site.theme
    known = names(root)
    if chosen and chosen.text not in known:
        hint = did_you_mean(chosen.text, known) or f"there are: {', '.join(known)}"
        report(Problem(Code.BAD_VALUE, chosen.at, f"there is no theme '{chosen.text}'", hint))
        return None
    name = chosen.text if chosen else DEFAULT
    theme = describe(find(name, root), root, report, manuscripts, memory)
    check_names(name, root, report)
    if theme and theme.paper:
        check_options(library.site.options, theme.paper, report)
    return theme
