"""Problems as SARIF 2.1.0, which code hosts and editors show.

The standard: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import quote

from argsite import explanation
from argsite.cli.findings.finding import Finding, repository
from argsite.problems import Code
from argsite.severities import DEFAULTS

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_TOP = "%SRCROOT%"
"""What the standard's examples, and code hosts, call the top of the repository."""


def write(findings: Sequence[Finding]) -> str:
    """Return the findings as one log with one run, in ASCII, so that no terminal spoils it."""
    run = {
        "tool": {
            "driver": {
                "name": "Argsite",
                "version": version("argsite"),
                "rules": [_rule(code) for code in Code],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(each) for each in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: Code) -> dict[str, object]:
    """Return what is known of a kind of problem: its page of the guide and how much it matters."""
    page = explanation.page(code)
    rule: dict[str, object] = {
        "id": code.value,
        "defaultConfiguration": {"level": DEFAULTS[code].value},
    }
    if page:
        rule["shortDescription"] = {"text": explanation.summary(page)}
        rule["fullDescription"] = {"text": explanation.summary(page)}
        rule["help"] = {"text": page, "markdown": page}
    return rule


def _result(finding: Finding) -> dict[str, object]:
    problem = finding.problem
    text = f"{problem.message}\n{problem.hint}".rstrip()
    region: dict[str, object] = {
        "startLine": problem.at.line,
        "startColumn": problem.at.column,
        "endLine": problem.at.line,
        "endColumn": finding.end,
    }
    if finding.excerpt:
        region["snippet"] = {"text": finding.excerpt}
    return {
        "ruleId": problem.code.value,
        "ruleIndex": _INDEX[problem.code],
        "level": problem.severity.value,
        "message": {"text": _plain(text)},
        "locations": [
            {"physicalLocation": {"artifactLocation": _artifact(finding), "region": region}}
        ],
    }


_INDEX = {code: index for index, code in enumerate(Code)}


def _artifact(finding: Finding) -> dict[str, str]:
    """Return where the file is: seen from the top, or as a whole address where it is outside."""
    top = repository(finding)
    if not finding.path.is_relative_to(top):
        return {"uri": finding.path.as_uri()}
    return {"uri": quote(finding.path_from(top)), "uriBaseId": _TOP}


def _plain(text: str) -> str:
    """Return a text in which nothing is taken for a link or a placeholder of the standard."""
    text = re.sub(r"\[([^\[\]]*)\](?=\()", r"\\[\1\\]", text)
    return re.sub(r"\{([0-9]+)\}", r"{{\1}}", text)
