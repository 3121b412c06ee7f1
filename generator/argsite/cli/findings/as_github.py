"""Problems as commands of GitHub's workflows, which shows them beside the lines they are about.

The commands: GitHub Docs, "Workflow commands for GitHub Actions"; what must be escaped:
`toolkit/packages/core/src/command.ts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from argsite.cli.findings.finding import Finding, repository
from argsite.problems import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")


def write(findings: Sequence[Finding]) -> str:
    """Return one command a line; paths are seen from the top of the repository."""
    return "\n".join(_command(each) for each in findings)


def _command(finding: Finding) -> str:
    problem = finding.problem
    properties = {
        "file": finding.path_from(repository(finding)),
        "line": problem.at.line,
        "endLine": problem.at.line,
        "col": problem.at.column,
        "endColumn": finding.end,
        "title": problem.code.value,
    }
    told = ",".join(
        f"{key}={_escaped(str(each), _IN_PROPERTY)}" for key, each in properties.items()
    )
    message = f"{problem.message}\n{problem.hint}".rstrip()
    return f"::{_COMMANDS[problem.severity]} {told}::{_escaped(message, _IN_MESSAGE)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    shown = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return "".join(escapes.get(char, char) for char in shown)
