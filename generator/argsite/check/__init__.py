"""What a whole site can get wrong: one check a module, all of them listed in CHECKS.

A check takes the library, how its statements fare, and where to report. A new check is one module,
one line in the table and one case file.
"""

from __future__ import annotations

from collections.abc import Callable

from argsite.analysis.standing import Standing
from argsite.check import (
    circles,
    depth,
    derived_ids,
    double_statements,
    duplicates,
    expectations,
    links,
    lone_terms,
    missing_sources,
    near_duplicates,
    questions,
    quotes,
    sizes,
    unanswered,
    uncovered_prose,
    unlinked_ids,
    unopposed,
    unsafe_links,
    unsupported_terms,
    unused_aliases,
    unused_points,
    width,
)
from argsite.model import Library
from argsite.problems import Report

CHECKS: tuple[Callable[[Library, Standing, Report], None], ...] = (
    sizes.check,
    links.check,
    unsafe_links.check,
    quotes.check,
    derived_ids.check,
    circles.check,
    expectations.check,
    duplicates.check,
    near_duplicates.check,
    questions.check,
    double_statements.check,
    missing_sources.check,
    unanswered.check,
    unopposed.check,
    unused_points.check,
    uncovered_prose.check,
    unsupported_terms.check,
    lone_terms.check,
    unlinked_ids.check,
    unused_aliases.check,
    depth.check,
    width.check,
)
"""Every check."""


def check(library: Library, standing: Standing, report: Report) -> None:
    """Run every check."""
    for each in CHECKS:
        each(library, standing, report)


__all__ = ["CHECKS", "check"]
