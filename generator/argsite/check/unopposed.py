"""A point answers at least one objection: one that raises none has not been tried.

The rule of the steelman: say the strongest thing that can be said against you, and answer it.
"""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.model import Graph, Kind, Library
from argsite.problems import Code, Problem, Report, Severity

_Place = tuple[str, int]
"""An essay and the number of a point."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each point in which nothing speaks against anything."""
    opposed = _opposed(library.graph)
    for essay in library.essays:
        for point in essay.points:
            if point.claims and (essay.slug, point.number) not in opposed:
                message = f"point {point.number} has no rebuttal"
                hint = "write the strongest objection under 'rebuttals:', and answer it there"
                report(Problem(Code.NO_REBUTTAL, point.at, message, hint, Severity.NOTE))


def _opposed(graph: Graph) -> set[_Place]:
    """Return the points in which an objection is written, or against which one is."""
    found: set[_Place] = set()
    for argument in graph.arguments.values():
        if argument.kind is not Kind.FOR:
            target = graph.statements.get(argument.target) or graph.arguments[argument.target]
            found.add((argument.essay, argument.point))
            found.add((target.essay, target.point))
    return found
