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
    depth,
    derived_ids,
    double_statements,
    duplicates,
    expectations,
    links,
    lone_terms,
    lost_ids,
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
from argsite.problems import Code, Report, Severity
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
    Check(duplicates.check, (Code.DUPLICATE_STATEMENT,)),
    Check(near_duplicates.check, (Code.SIMILAR_STATEMENT,)),
    Check(questions.check, (Code.QUESTION,)),
    Check(double_statements.check, (Code.DOUBLE_STATEMENT,)),
    Check(missing_sources.check, (Code.MISSING_SOURCE,)),
    Check(unanswered.check, (Code.UNANSWERED_REBUTTAL,)),
    Check(unopposed.check, (Code.NO_REBUTTAL,)),
    Check(unused_points.check, (Code.UNUSED_POINT,)),
    Check(uncovered_prose.check, (Code.UNCOVERED_PROSE,)),
    Check(unsupported_terms.check, (Code.UNSUPPORTED_TERM,)),
    Check(lone_terms.check, (Code.LONE_TERM,)),
    Check(unlinked_ids.check, (Code.UNLINKED_ID,)),
    Check(unused_aliases.check, (Code.UNUSED_ALIAS,)),
    Check(depth.check, (Code.DEEP_ARGUMENT,)),
    Check(width.check, (Code.WIDE_ARGUMENT,)),
)
"""Every check."""


def check(
    library: Library, standing: Standing, report: Report, *, least: Severity = Severity.NOTE
) -> None:
    """Run every check that can find something that matters as much as `least`, or more."""
    for each in CHECKS:
        if wanted(each.codes, library.site.checks, least=least):
            each.run(library, standing, report)


__all__ = ["CHECKS", "Check", "check"]
