"""The conclusion uses each point: one that nothing leads to from the contention argues for nothing.

A point is used where one of its claims, or any other of its statements, is reached from the
contention, through arguments for and against.
"""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.model import Essay, Graph, Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each point that the conclusion does not use."""
    for essay in library.essays:
        if not _is_whole(essay, library.graph):
            continue
        used = _used(essay, library.graph)
        for point in essay.points:
            if point.claims and point.number not in used:
                claim = library.graph.statements.get(point.claims[0])
                name = essay.name_of(point.claims[0])
                message = f"nothing in the conclusion uses point {point.number}"
                hint = f"write '- ref: {name}' under the contention's 'premises'"
                if claim and claim.id_is_derived:
                    hint = f"give its claim an id, such as 'id: {claim.id}', and {hint}"
                report(Problem(Code.UNUSED_POINT, point.at, message, hint, Severity.WARNING))


def _is_whole(essay: Essay, graph: Graph) -> bool:
    """Say whether the contention is there and each `ref` leads somewhere."""
    refs = (ref.text if "/" in ref.text else f"{essay.slug}/{ref.text}" for ref in essay.refs)
    return essay.contention in graph.statements and all(ref in graph.statements for ref in refs)


def _used(essay: Essay, graph: Graph) -> set[int]:
    """Return the points of an essay that are reached from its contention without leaving it."""
    due = {point.number for point in essay.points}
    used: set[int] = set()
    ahead = [essay.contention]
    seen = set(ahead)
    for key in ahead:  # grows while it is walked; the claims of points are mostly near its start
        if due <= used:
            break
        for step in graph.bearing_on(key):
            here = [graph.statements[each] for each in step.premises]
            here = [each for each in here if each.essay == essay.slug]
            used.update(each.point for each in here)
            new = {step.key, *(each.key for each in here)} - seen
            seen |= new
            ahead.extend(new)
    return used
