"""What a whole site can get wrong: one check a module, all of them listed in CHECKS.

A check takes the library, how its statements fare, and where to report. A new check is one module,
one line in the table and one case file. The table names the codes that a check reports, so that
one whose codes a site silences is not run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from argsite.analysis.standing import Standing
from argsite.check import (
    circles,
    derived_ids,
    expectations,
    links,
    lost_ids,
    quotes,
    sizes,
    unsafe_links,
)
from argsite.model import Library
from argsite.problems import Code, Report
from argsite.severities import wanted


class Check(NamedTuple):
    """A check and what it reports."""

    run: Callable[[Library, Standing, Report], None]
    """Looks through the library."""

    codes: tuple[Code, ...]
    """Every code it may report."""


CHECKS = (
    Check(sizes.check, (Code.TOO_LARGE,)),
    Check(links.check, (Code.BROKEN_LINK,)),
    Check(unsafe_links.check, (Code.BROKEN_LINK,)),
    Check(quotes.check, (Code.QUOTE_NOT_FOUND,)),
    Check(derived_ids.check, (Code.DERIVED_ID,)),
    Check(lost_ids.check, (Code.LOST_ID,)),
    Check(circles.check, (Code.CIRCULAR_SUPPORT,)),
    Check(expectations.check, (Code.EXPECT_NOT_MET,)),
)
"""Every check."""


def check(library: Library, standing: Standing, report: Report, *, notes: bool = True) -> None:
    """Run every check that can find something; without `notes` those that find only notes rest."""
    for each in CHECKS:
        if wanted(each.codes, library.site.checks, notes=notes):
            each.run(library, standing, report)


__all__ = ["CHECKS", "Check", "check"]
