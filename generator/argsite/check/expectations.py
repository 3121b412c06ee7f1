"""A statement fares as its author expects with `expect`, or an edit has flipped it."""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.model import Library
from argsite.problems import Code, Problem, Report


def check(library: Library, standing: Standing, report: Report) -> None:
    """Report each expectation that is not met."""
    for key, statement in library.graph.statements.items():
        expected = statement.expect
        if expected is not None and expected.text != standing.statuses[key]:
            message = f"expected '{expected.text}', but it is '{standing.statuses[key]}'"
            hint = "see the statement's arguments, or change what is expected"
            report(Problem(Code.EXPECT_NOT_MET, expected.at, message, hint))
