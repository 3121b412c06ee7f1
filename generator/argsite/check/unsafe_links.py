"""A link with an address that a page must not lead to is shown as text; its author should know."""

from __future__ import annotations

import re
from collections import Counter

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.check.texts import place, texts
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity

_ADDRESS = re.compile(r"\]\(<?((?:[^()\s<>]|\([^()\s]*\))+)")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of addresses such as `javascript:…` or `//host/…`."""
    for text in texts(library):
        said = text.passage.text
        if "](" not in said:
            continue
        seen: Counter[str] = Counter()
        for address in _ADDRESS.findall(_CODE.sub("", said) if "`" in said else said):
            if not markdown.allowed(address):
                at = place(library, text, address, seen[address])
                message = f"'{address[:80]}' is shown as text, not as a link"
                hint = "links lead to http, https, mailto or tel addresses, or into the site"
                report(Problem(Code.BROKEN_LINK, at, message, hint, Severity.WARNING))
            seen[address] += 1
