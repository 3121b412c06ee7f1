"""A rebuttal that nothing answers: the same ones that the page of open rebuttals lists."""

from __future__ import annotations

from argsite.analysis.objections import open_objections
from argsite.analysis.standing import Standing
from argsite.model import Kind, Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, standing: Standing, report: Report) -> None:
    """Note each rebuttal and each undercut that nothing answers."""
    graph = library.graph
    for objection in open_objections(graph, standing, *library.essays):
        attacked = graph.concluded(objection)
        name = attacked.id if attacked.essay == objection.essay else attacked.key
        if objection.kind is Kind.UNDERCUT:
            message = f"nothing answers this objection to a step for '{name}'"
        else:
            message = f"nothing answers this rebuttal of '{name}'"
        hint = "write 'rebuttals:' or 'undercuts:' below it; if it is right, change the claim"
        at = objection.at
        report(Problem(Code.UNANSWERED_REBUTTAL, at, message, hint, Severity.NOTE))
