"""A link with an address that a page must not lead to is shown as text; its author should know."""

from __future__ import annotations

import re

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.check.texts import Places, texts
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
        places = Places(library, text)
        for address in _ADDRESS.findall(_CODE.sub("", said) if "`" in said else said):
            if not markdown.allowed(address):
                at = places.next(address)
                message = f"'{address[:80]}' is shown as text, not as a link"
                hint = "links lead to http, https, mailto or tel addresses, or into the site"
                report(Problem(Code.BROKEN_LINK, at, message, hint, Severity.WARNING))
