"""How much each kind of problem matters, and what a site may set of that in `site.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from argsite.problems import Code, Problem, Severity

Settings = Mapping[Code, Severity | None]
"""What a site sets: a code to its severity; None where it is not reported at all."""

AS_USUAL: Settings = MappingProxyType({})
"""Nothing is set."""

OFF = "off"
"""How an author writes that something is not reported."""

FIXED: Mapping[Code, Severity] = MappingProxyType(
    dict.fromkeys(
        (
            *(Code.UNREADABLE_FILE, Code.MISSING_FILE, Code.MISPLACED_FILE, Code.BAD_CHARACTER),
            *(Code.BAD_YAML, Code.FORBIDDEN_YAML, Code.TOO_LARGE, Code.TOO_DEEP),
            *(Code.DUPLICATE_KEY, Code.UNKNOWN_KEY, Code.MISSING_KEY, Code.WRONG_TYPE),
            *(Code.BAD_VALUE, Code.EMPTY_TEXT, Code.BAD_PICTURE, Code.BAD_ID, Code.DUPLICATE_ID),
            *(Code.UNKNOWN_ID, Code.POINT_NUMBER, Code.BROKEN_LINK, Code.QUOTE_NOT_FOUND),
            Code.NOT_YET,
        ),
        Severity.ERROR,
    )
)
"""What would make a wrong site, or none. A few are warnings where the site is right without it."""

SETTABLE: Mapping[Code, Severity] = MappingProxyType({
    Code.EXPECT_NOT_MET: Severity.ERROR,
    Code.CUT_TEXT: Severity.WARNING,
    Code.ODD_TEXT: Severity.WARNING,
    Code.UNKNOWN_SCHEME: Severity.WARNING,
    Code.DERIVED_ID: Severity.WARNING,
    Code.CIRCULAR_SUPPORT: Severity.WARNING,
    Code.DUPLICATE_STATEMENT: Severity.WARNING,
    Code.SIMILAR_STATEMENT: Severity.WARNING,
    Code.QUESTION: Severity.WARNING,
    Code.MISSING_SOURCE: Severity.WARNING,
    Code.UNUSED_POINT: Severity.WARNING,
    Code.LOST_ID: Severity.WARNING,
    Code.LOW_CONTRAST: Severity.WARNING,
    Code.DOUBLE_STATEMENT: Severity.NOTE,
    Code.UNANSWERED_REBUTTAL: Severity.NOTE,
    Code.NO_REBUTTAL: Severity.NOTE,
    Code.UNCOVERED_PROSE: Severity.NOTE,
    Code.UNSUPPORTED_TERM: Severity.NOTE,
    Code.LONE_TERM: Severity.NOTE,
    Code.UNLINKED_ID: Severity.NOTE,
    Code.UNUSED_ALIAS: Severity.NOTE,
    Code.DEEP_ARGUMENT: Severity.NOTE,
    Code.WIDE_ARGUMENT: Severity.NOTE,
})  # fmt: skip
"""What an author may judge otherwise, and how it is judged where `site.yaml` says nothing."""

DEFAULTS: Mapping[Code, Severity] = MappingProxyType({**FIXED, **SETTABLE})
"""How much each kind matters where nothing is set."""


def severity_of(code: Code, settings: Settings) -> Severity | None:
    """Return how much a kind of problem matters in a site; None where it is not reported."""
    return settings.get(code, DEFAULTS[code])


def judged(problems: Iterable[Problem], settings: Settings, *, least: Severity) -> list[Problem]:
    """Return the problems as a site judges them, without those that it silences.

    Those that matter less than `least` are left out.
    """
    found = []
    for problem in problems:
        severity = settings.get(problem.code, problem.severity)
        if severity is not None and _matters(severity, least):
            same = severity is problem.severity
            found.append(problem if same else replace(problem, severity=severity))
    return found


def wanted(codes: Iterable[Code], settings: Settings, *, least: Severity) -> bool:
    """Say whether a check that reports these codes can find anything that is wanted."""
    severities = (severity_of(code, settings) for code in codes)
    return any(severity is not None and _matters(severity, least) for severity in severities)


def _matters(severity: Severity, least: Severity) -> bool:
    return _RANK[severity] <= _RANK[least]


_RANK = {severity: rank for rank, severity in enumerate(Severity)}
