"""A rebuttal that nothing answers: the same ones that the page of open rebuttals lists."""

from __future__ import annotations

from argsite.analysis.objections import open_objections
from argsite.analysis.standing import Standing
from argsite.model import Graph, Kind, Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, standing: Standing, report: Report) -> None:
    """Note each rebuttal and each undercut that nothing answers."""
    graph = library.graph
    for essay in library.essays:
        for objection in open_objections(graph, standing, essay):
            attacked = essay.name_of(graph.concluded(objection).key)
            if objection.kind is Kind.UNDERCUT:
                message = f"nothing answers this objection to a step for '{attacked}'"
            else:
                message = f"nothing answers this rebuttal of '{attacked}'"
            hint = "write 'rebuttals:' or 'undercuts:' below it; if it is right, change the claim"
            at = objection.at
            report(Problem(Code.UNANSWERED_REBUTTAL, at, message, hint, Severity.NOTE))
