"""What a whole site can get wrong: one check a module, all of them listed in CHECKS.

A check takes the library, how its statements fare, and where to report. A new check is one module,
one line in the table and one case file.
"""

from __future__ import annotations

from collections.abc import Callable

from argsite.analysis.standing import Standing
from argsite.check import circles, derived_ids, expectations, links, quotes, sizes, unsafe_links
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
)
"""Every check."""


def check(library: Library, standing: Standing, report: Report) -> None:
    """Run every check."""
    for each in CHECKS:
        each(library, standing, report)


__all__ = ["CHECKS", "check"]
