"""What goes wrong in a template, told with its file and its line."""

from __future__ import annotations

import linecache
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from argsite.errors import SetupError
from argsite.theme import Theme

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TemplateError,
    TypeError,
    ValueError,
)
"""What a template can run into: `1 / 0`, `title + 1`, `title | day`, a file that is not UTF-8."""

_LONGEST_LINE = 80


def told(fault: Exception, template: str, theme: Theme) -> SetupError:
    """Return one of `FAULTS` as an error that names the place in the theme, where it is known."""
    message = _message(fault)
    place = _place(fault, theme)
    if place is None:
        missing = isinstance(fault, TemplateNotFound)
        return SetupError(message if missing else f"template '{template}': {message}")
    path, number = place
    linecache.checkcache(path)  # it may have been edited since an earlier fault
    line = linecache.getline(path, number).strip()
    shown = line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …"
    return SetupError(f"template {path}, line {number}: {message}, in: {shown}")


def _message(fault: Exception) -> str:
    if isinstance(fault, TemplateNotFound):
        return f"the theme has no template '{fault.name}'"
    said = fault.message if isinstance(fault, TemplateError) else None
    return (said or f"{type(fault).__name__}: {fault}").strip().partition("\n")[0].rstrip(".")


def _place(fault: Exception, theme: Theme) -> tuple[str, int] | None:
    """Return the file and the line of the template where it happened.

    Jinja puts its templates' lines into the way that an exception came; the last one counts.
    """
    if isinstance(fault, TemplateSyntaxError):
        return (fault.filename, fault.lineno) if fault.filename else None
    folders = {*theme.templates, *theme.built_in.values()}
    way = traceback.extract_tb(fault.__traceback__)
    inside = (
        (step.filename, step.lineno)
        for step in reversed(way)
        if step.lineno and not folders.isdisjoint(Path(step.filename).parents)
    )
    return next(inside, None)
