"""What a whole site can get wrong: one check a module, all of them listed in CHECKS.

A check takes the library, how its statements fare, and where to report. A new check is one module,
one line in the table and one case file. The table names the codes that a check reports, so that
one whose codes a site silences is not run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import NamedTuple

from argsite.analysis.standing import Standing
from argsite.load.patience import read_patiently
from argsite.model import Library
from argsite.problems import Code, Report, Severity
from argsite.severities import Settings, wanted

Run = Callable[[Library, Standing, Report], None]
"""Looks through a library and reports what it finds."""


class Check(NamedTuple):
    """A check and what it reports."""

    name: str
    """The module that holds its function `check`; loaded where it is to run."""

    codes: tuple[Code, ...]
    """Every code it may report."""

    most: Severity = Severity.ERROR
    """How much what it finds matters at most, whatever the code may stand for elsewhere."""

    @property
    def run(self) -> Run:
        """The check itself."""
        found: Run = import_module(f"{__name__}.{self.name}").check
        return found


CHECKS = (
    Check("sizes", (Code.TOO_LARGE,)),
    Check("links", (Code.BROKEN_LINK,)),
    Check("unsafe_links", (Code.BROKEN_LINK,), Severity.WARNING),
    Check("quotes", (Code.QUOTE_NOT_FOUND,)),
    Check("derived_ids", (Code.DERIVED_ID,)),
    Check("lost_ids", (Code.LOST_ID,)),
    Check("circles", (Code.CIRCULAR_SUPPORT,)),
    Check("expectations", (Code.EXPECT_NOT_MET,)),
    Check("duplicates", (Code.DUPLICATE_STATEMENT,)),
    Check("near_duplicates", (Code.SIMILAR_STATEMENT,)),
    Check("questions", (Code.QUESTION,)),
    Check("double_statements", (Code.DOUBLE_STATEMENT,)),
    Check("missing_sources", (Code.MISSING_SOURCE,)),
    Check("unanswered", (Code.UNANSWERED_REBUTTAL,)),
    Check("unopposed", (Code.NO_REBUTTAL,)),
    Check("unused_points", (Code.UNUSED_POINT,)),
    Check("uncovered_prose", (Code.UNCOVERED_PROSE,)),
    Check("unsupported_terms", (Code.UNSUPPORTED_TERM,)),
    Check("lone_terms", (Code.LONE_TERM,)),
    Check("unlinked_ids", (Code.UNLINKED_ID,)),
    Check("unused_aliases", (Code.UNUSED_ALIAS,)),
    Check("depth", (Code.DEEP_ARGUMENT,)),
    Check("width", (Code.WIDE_ARGUMENT,)),
)
"""Every check."""


def check(
    library: Library,
    standing: Standing,
    report: Report,
    *,
    least: Severity = Severity.NOTE,
    done: Severity | None = None,
) -> None:
    """Run every check that can find something that matters as much as `least`, or more.

    Those that ran for another least before, which is `done`, have reported all that they find.
    """
    settings = library.site.checks
    for each in CHECKS:
        if _runs(each, settings, least) and not (done and _runs(each, settings, done)):
            read_patiently(partial(each.run, library, standing), report)


def _runs(each: Check, settings: Settings, least: Severity) -> bool:
    if least is Severity.ERROR and each.most is not Severity.ERROR:
        return False
    return wanted(each.codes, settings, least=least)


__all__ = ["CHECKS", "Check", "Run", "check"]
