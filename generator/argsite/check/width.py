"""A statement has a few arguments, and a step a few linked premises: more are read as a list.

How many fit is a matter of taste; most maps stay far below these numbers.
"""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity

MOST_ARGUMENTS = 12
"""How many arguments on one statement are easily compared."""

MOST_LINKED = 7
"""How many linked premises are easily held together."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each statement with too many arguments, and each step with too many premises."""
    graph = library.graph
    for statement in graph.statements.values():
        count = len(graph.bearing_on(statement.key))
        if count > MOST_ARGUMENTS:
            message = f"{count} arguments bear on '{statement.id}'"
            hint = "group those that belong together under a claim between, or make points of them"
            report(Problem(Code.WIDE_ARGUMENT, statement.at, message, hint, Severity.NOTE))
    for argument in graph.arguments.values():
        count = len(argument.premises)
        if count > MOST_LINKED:
            message = f"{count} premises are linked in one step"
            hint = "conclude something between from some of them, or list separate reasons apart"
            report(Problem(Code.WIDE_ARGUMENT, argument.at, message, hint, Severity.NOTE))
