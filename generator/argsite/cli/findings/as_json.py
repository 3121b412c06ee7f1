"""Problems as JSON, for scripts.

    {"version": 1,
     "problems": [{"file": "content/park/essay.yaml", "line": 7, "column": 5,
                   "end_line": 7, "end_column": 13, "code": "unknown-key", "severity": "error",
                   "message": "…", "hint": "…", "excerpt": "the line as it was written"}],
     "counts": {"error": 1, "warning": 0, "note": 0}}

`file` is the path from the current folder. Lines and columns count from 1, columns in characters;
`end_column` is the one after the last. `hint` and `excerpt` are empty where there is none. A later
version of the shape has a higher `version`; keys may be added without.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from argsite.cli.findings.finding import Finding, here
from argsite.problems import Severity

VERSION = 1
"""The version of the shape."""


def write(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON text, in ASCII, so that no terminal spoils it."""
    base = here()
    counts = Counter(each.problem.severity for each in findings)
    document = {
        "version": VERSION,
        "problems": [_problem(each, base) for each in findings],
        "counts": {each.value: counts[each] for each in Severity},
    }
    return json.dumps(document, indent=2)


def _problem(finding: Finding, base: Path) -> dict[str, object]:
    problem = finding.problem
    return {
        "file": finding.path_from(base),
        "line": problem.at.line,
        "column": problem.at.column,
        "end_line": problem.at.line,
        "end_column": finding.end,
        "code": problem.code.value,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": finding.excerpt,
    }
