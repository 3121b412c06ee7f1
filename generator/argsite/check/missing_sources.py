"""Where an essay says `sources: required`, a premise that rests on nothing else has a source.

That is what a reader cannot find a reason for in the map: a premise that is written out, that no
argument speaks for and that names no source. What the essay leaves unsaid needs none, nor do
rebuttals: they say what a critic holds.
"""

from __future__ import annotations

from argsite.analysis.census import is_bare
from argsite.analysis.standing import Standing
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each premise without a source, in essays that ask for sources."""
    for essay in library.essays:
        if not essay.needs_sources:
            continue
        for statement in essay.statements:
            if is_bare(library.graph, statement):
                message = "this premise has neither a source nor a reason"
                hint = "write 'sources:' below it, or the premises that it rests on"
                at = statement.text.at
                report(Problem(Code.MISSING_SOURCE, at, message, hint, Severity.WARNING))
