"""Kinds of problems on the command line: chosen, listed, explained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from argsite import explanation
from argsite.errors import SetupError
from argsite.problems import Code, Problem, Severity, did_you_mean
from argsite.severities import DEFAULTS, OFF, SETTABLE


def to_code(_context: click.Context, _option: click.Parameter, text: str | None) -> Code | None:
    """Return the code that an option names; a usage error names the nearest."""
    return None if text is None else _code(text)


def to_codes(
    _context: click.Context, _option: click.Parameter, texts: Sequence[str]
) -> frozenset[Code]:
    """Return the codes of an option that is given several times, or with commas between them."""
    words = (word for text in texts for word in text.split(",") if word.strip())
    return frozenset(_code(word) for word in words)


def chosen(
    problems: Iterable[Problem], select: frozenset[Code], ignore: frozenset[Code]
) -> tuple[Problem, ...]:
    """Return the problems of the selected codes, of all where none is, without the ignored."""
    return tuple(
        each for each in problems if each.code not in ignore and (not select or each.code in select)
    )


def explained(code: Code) -> str:
    """Return the page about a kind of problem, and how it is judged, in Markdown."""
    page = explanation.page(code)
    if not page:
        raise SetupError(f"the page about {code} is missing; install Argsite again")
    kind = _with_article(DEFAULTS[code])
    if code not in SETTABLE:
        return f"{page.rstrip()}\n\nIt is always {kind}; `site.yaml` cannot set it.\n"
    others = [each for each in (*(str(one) for one in Severity), OFF) if each != DEFAULTS[code]]
    return f"{page.rstrip()}\n\nIt is {kind} unless `site.yaml` sets it: {', '.join(others)}.\n"


def listed() -> str:
    """Return a line for each code: how much it matters, whether a site may set it, what it is."""
    widest = max(len(code) for code in Code)
    lines = []
    for code, severity in DEFAULTS.items():
        fixed = "may be set" if code in SETTABLE else "fixed"
        line = f"{code:<{widest}}  {severity:<7}  {fixed:<10}  "
        lines.append((line + explanation.summary(explanation.page(code))).rstrip())
    return "\n".join(lines)


def _code(text: str) -> Code:
    name = text.strip().lower().replace("_", "-")
    if name in set(Code):
        return Code(name)
    near = did_you_mean(name, list(Code)) or "`argsite check --list` shows every code"
    raise click.BadParameter(f"there is no check '{text.strip()[:60]}'; {near}")


def _with_article(severity: Severity) -> str:
    return f"{'an' if severity is Severity.ERROR else 'a'} {severity}"
