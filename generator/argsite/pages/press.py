"""The press: templates and values in, a page's bytes out. The only home of Jinja."""

from __future__ import annotations

from typing import NamedTuple

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from argsite.diagram import MARKS
from argsite.errors import SetupError
from argsite.pages.frame import Frame
from argsite.pages.wording import count, day
from argsite.theme import Theme

_FAULTS = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a template can run into: `1 / 0`, `title + 1`, bytes that are not UTF-8."""


class Page(NamedTuple):
    """A finished file of the site."""

    path: str
    """Where it belongs, from the site's root, with forward slashes."""

    data: bytes
    """What it holds."""


class Press:
    """A theme's templates, ready to print pages."""

    def __init__(self, theme: Theme) -> None:
        """Load the templates of a theme."""
        self._environment = Environment(
            loader=FileSystemLoader(theme.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters |= {"day": day, "count": count}
        self._environment.globals["marks"] = MARKS

    def print(self, path: str, template: str, frame: Frame, **values: object) -> Page:
        """Return the page at `path`.

        Raises `SetupError` where the theme lacks the template or a template has a mistake.
        """
        try:
            text = self._environment.get_template(template).render(frame=frame, **values)
        except TemplateNotFound as missing:
            raise SetupError(f"the theme has no template '{missing.name}'") from missing
        except TemplateSyntaxError as fault:
            raise SetupError(
                f"template {fault.filename or fault.name}, line {fault.lineno}: {fault.message}"
            ) from fault
        except TemplateError as fault:
            raise SetupError(f"template '{template}': {fault.message}") from fault
        except _FAULTS as fault:
            raise SetupError(f"template '{template}': {fault}") from fault
        return Page(path, text.encode())
