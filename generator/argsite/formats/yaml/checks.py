"""What a site says of single kinds of problems, from `checks` in `site.yaml`."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from argsite.formats.yaml.nodes import Mapping, Node
from argsite.formats.yaml.values import bad, mapping, scalar, short
from argsite.problems import Code, Report, Severity, did_you_mean
from argsite.severities import OFF, SETTABLE, Settings
from argsite.source import Location

WORDS = (*(each.value for each in Severity), OFF)
"""What a code may be set to."""

_CODES = tuple(code.value for code in Code)
_CHOICE = f"write {', '.join(WORDS[:-1])} or {WORDS[-1]}"
_MEANT = {"no": OFF, "false": OFF, "none": OFF, "ignore": OFF, "silent": OFF, "info": "note"}


SETTINGS = replace(
    mapping("write a code and a severity below it: 'derived-id: off'", "checks"),
    schema={
        "type": "object",
        "additionalProperties": False,
        "properties": {code.value: {"enum": list(WORDS)} for code in SETTABLE},
    },
)
"""A mapping of codes to severities; `read_checks` reads it."""


def read_checks(node: Mapping, report: Report) -> Settings:
    """Return what the mapping sets; what is wrong stays as usual."""
    found: dict[Code, Severity | None] = {}
    for name, entry in node.entries.items():
        if _is_settable(name, entry.key_at, report):
            word = _word(name, entry.value, report)
            if word:
                found[Code(name)] = None if word == OFF else Severity(word)
    return MappingProxyType(found)


def _is_settable(name: str, at: Location, report: Report) -> bool:
    if name not in _CODES:
        near = did_you_mean(name.lower().replace("_", "-"), _CODES)
        hint = near or "`argsite check --list` shows every code"
        bad(at, f"there is no check '{short(name)}'", report, hint)
        return False
    if Code(name) not in SETTABLE:
        hint = "remove it; `argsite check --list` shows what may be set"
        bad(at, f"'{name}' cannot be set: with such a mistake no right site can be made",
            report, hint)  # fmt: skip
        return False
    return True


def _word(name: str, node: Node, report: Report) -> str | None:
    written = scalar(name, node, report, "a severity", _CHOICE)
    if written is None:
        return None
    if written.text in WORDS:
        return written.text
    lower = written.text.strip().lower()
    meant = _MEANT.get(lower)
    hint = f"did you mean '{meant}'?" if meant else did_you_mean(lower, WORDS) or _CHOICE
    bad(node.at, f"'{name}' cannot be set to '{short(written.text)}'", report, hint)
    return None
