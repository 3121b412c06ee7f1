"""An argument goes down a few levels only: nobody can follow a reason of a reason for ever."""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.model import Essay, Graph, Library
from argsite.problems import Code, Problem, Report, Severity

MOST_LEVELS = 8
"""How many levels below a claim are easily followed."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note the first statement too far below each claim."""
    for essay in library.essays:
        for claim, deep in _too_deep(essay, library.graph).items():
            statement = library.graph.statements[deep]
            message = f"this is more than {MOST_LEVELS} levels below '{essay.name_of(claim)}'"
            hint = "make a point of its own of the lower part, and use its claim with 'ref'"
            report(Problem(Code.DEEP_ARGUMENT, statement.at, message, hint, Severity.NOTE))


def _too_deep(essay: Essay, graph: Graph) -> dict[str, str]:
    """Return claims with the first statement too far below, each counted from the nearest claim."""
    claims = (essay.contention, *(each for point in essay.points for each in point.claims))
    above = {each: each for each in claims if each in graph.statements}
    level = list(above)
    for _ in range(MOST_LEVELS + 1):
        below: list[str] = []
        for key in level:
            for step in _steps(graph, key):
                for premise in step:
                    if premise not in above and graph.statements[premise].essay == essay.slug:
                        above[premise] = above[key]
                        below.append(premise)
        level = below
    return {above[key]: key for key in reversed(level)}


def _steps(graph: Graph, key: str) -> list[tuple[str, ...]]:
    """Return the premises of each argument about a statement, and of what undercuts these."""
    steps = list(graph.bearing_on(key))
    for step in steps:  # grows while it is walked
        steps.extend(graph.undercuts_of(step.key))
    return [step.premises for step in steps]
