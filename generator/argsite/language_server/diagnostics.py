"""An author's mistakes as editors show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from lsprotocol import types

from argsite.language_server.ranges import shown_range
from argsite.language_server.text import Units
from argsite.problems import Code, Problem, Severity
from argsite.source import Location, Manuscript

SOURCE = "argsite"
"""Who says so."""

_SEVERITY = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_TAGS = {Code.UNUSED_ALIAS: [types.DiagnosticTag.Unnecessary]}
_OTHER_PLACE = re.compile(r"\b(?P<path>content/[^\n]*?):(?P<line>\d+)(?::(?P<column>\d+))?\b")


class Diagnoses:
    """Makes diagnostics of problems, and remembers those of files in which nothing has changed."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[object, list[types.Diagnostic]]] = {}

    def of(
        self,
        problems: Iterable[Problem],
        manuscripts: Mapping[str, Manuscript],
        uri: Callable[[str], str],
        units: Units,
    ) -> dict[str, list[types.Diagnostic]]:
        """Return diagnostics by the path of their file; `uri` gives the address of a path."""
        by_path: dict[str, list[Problem]] = {}
        for problem in problems:
            by_path.setdefault(problem.at.path, []).append(problem)
        now: dict[str, tuple[object, list[types.Diagnostic]]] = {}
        for path, found in by_path.items():
            known = self._last.get(path)
            basis = found, manuscripts.get(path)
            if known and known[0] == basis:
                now[path] = known
            else:
                now[path] = basis, [_diagnostic(each, manuscripts, uri, units) for each in found]
        self._last = now
        return {path: list(told) for path, (_, told) in now.items()}


def _diagnostic(
    problem: Problem,
    manuscripts: Mapping[str, Manuscript],
    uri: Callable[[str], str],
    units: Units,
) -> types.Diagnostic:
    def place(at: Location) -> types.Range:
        manuscript = manuscripts.get(at.path)
        return shown_range(at, manuscript.line(at.line) if manuscript else "", units)

    others = [
        types.DiagnosticRelatedInformation(
            types.Location(uri(other.path), place(other)), "the other place"
        )
        for other in _other_places(problem, manuscripts)
    ]
    return types.Diagnostic(
        range=place(problem.at),
        message=f"{problem.message}\n{problem.hint}" if problem.hint else problem.message,
        severity=_SEVERITY[problem.severity],
        code=str(problem.code),
        source=SOURCE,
        tags=_TAGS.get(problem.code),
        related_information=others or None,
    )


def _other_places(problem: Problem, manuscripts: Mapping[str, Manuscript]) -> list[Location]:
    """Return the places that a hint names."""
    return [
        Location(each["path"], int(each["line"]), int(each["column"] or 1))
        for each in _OTHER_PLACE.finditer(problem.hint)
        if each["path"] in manuscripts
    ]
