"""Problems for other programs: one format a module, all of them listed in FORMATS.

A format takes the findings and returns one whole text for stdout, also where there are none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from argsite.cli.findings import as_github, as_json, as_sarif
from argsite.cli.findings.finding import Finding, gather

FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "json": as_json.write,
    "github": as_github.write,
    "sarif": as_sarif.write,
}
"""Every format by its name on the command line."""

__all__ = ["FORMATS", "Finding", "gather"]
