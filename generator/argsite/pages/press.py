"""The press: templates and values in, a page's bytes out. The only home of Jinja."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import BaseLoader, Environment, TemplateNotFound, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from argsite.diagram import MARKS, status_word
from argsite.language import ENGLISH, Words, contained, messages, same
from argsite.pages.compiled import Compiled
from argsite.pages.composition import SETTLED, Composition, redefined
from argsite.pages.desk import marks
from argsite.pages.fragments import Fragments
from argsite.pages.frame import Frame, Surroundings
from argsite.pages.links import ListRow, StatementLink
from argsite.pages.noted import TEMPLATE
from argsite.pages.runtime import escaped, html
from argsite.pages.template_faults import FAULTS, told
from argsite.theme import Theme, digests_of_templates, read, templates_of
from argsite.theme.files import LARGEST

_COMMON = (ListRow, StatementLink, Surroundings)
"""Kinds of values that many pages show, the same object each time."""

_FORM = re.compile(r"%(?!\(\w+\)s)")

_COUNTED = 2000
"""So many messages with their numbers are kept."""


class Page(NamedTuple):
    """A finished file of the site."""

    path: str
    """Where it belongs, from the site's root, with forward slashes."""

    data: bytes
    """What it holds."""


def ignored(_name: str) -> None:
    """Note nothing."""


class Press:
    """A theme's templates, ready to print pages."""

    def __init__(
        self, theme: Theme, note: Callable[[str], None] = ignored, *, keeps: bool = True
    ) -> None:
        """Load the templates of a theme; `note` is told which of them a page is set with.

        Where it `keeps` what is slow to make, that is kept in the user's own cache.
        """
        self.keeps = keeps
        self._theme = theme
        self._note = note
        self._loader = _Templates(theme)
        self._environments: dict[tuple[Words, bool], Environment] = {}

    def print(self, path: str, template: str, frame: Frame, **values: object) -> Page:
        """Return the page at `path`; raises as `piece` does."""
        return Page(path, self.piece(template, frame, **values).encode())

    def piece(self, template: str, frame: Frame, **values: object) -> str:
        """Return what a template makes of some values, for a page within `frame`.

        Raises `SetupError` where the theme lacks the template or a template has a mistake.
        """
        self._note(TEMPLATE + template)
        try:
            return self._environment(frame).get_template(template).render(frame=frame, **values)
        except FAULTS as fault:
            raise told(fault, template, self._theme) from fault

    @property
    def setting(self) -> str:
        """What holds for all templates alike: whose they are, and what they give other meanings."""
        return repr(
            (self._theme.name, sorted(self._theme.built_in), sorted(self._loader.redefined))
        )

    @cached_property
    def templates(self) -> Mapping[str, bytes]:
        """The digest of each template as it was read; SetupError where one cannot be read."""
        return digests_of_templates(self._loader.texts())

    def _environment(self, frame: Frame) -> Environment:
        """Return the templates in the language of a page.

        Each language has an environment of its own, since what a template imports knows nothing of
        the page but what is global there.
        """
        words = frame.words
        foreign = not same(frame.language, words.tag)
        kind = words, foreign
        if kind not in self._environments:
            ui = marks(words.tag) if foreign else ""
            self._environments[kind] = _make_environment(self._loader, words, ui, keeps=self.keeps)
        return self._environments[kind]


class _Templates(BaseLoader):
    """A theme's templates as they are now: `essay.html`, or a built-in theme's `paper/essay.html`.

    They are read at once, so that all pages come from one state of a theme that is being written.
    """

    def __init__(self, theme: Theme) -> None:
        found = templates_of(theme)
        self._sources = {name: (path, _bytes(path)) for name, path in found.items()}
        texts = (data for _, data in self._sources.values() if isinstance(data, bytes))
        self.redefined = redefined([text.decode(errors="replace") for text in texts])

    def texts(self) -> dict[str, bytes]:
        """Return the templates' texts by name; SetupError where one cannot be read."""
        return {
            name: data if isinstance(data, bytes) else read(path)
            for name, (path, data) in self._sources.items()
        }

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's own form
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template's text and its file."""
        if template not in self._sources:
            raise TemplateNotFound(template)
        path, data = self._sources[template]
        if isinstance(data, OSError):
            raise data
        return data.decode(), str(path), lambda: True


def _bytes(path: Path) -> bytes | OSError:
    """Return a file's bytes, or why it cannot be read, which matters where it is needed."""
    try:
        if path.stat().st_size > LARGEST:
            return OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return path.read_bytes()
    except OSError as error:
        return error


def _make_environment(loader: _Templates, words: Words, ui: str, *, keeps: bool) -> Environment:
    catalogue = repr(messages(words.tag)) if words.tag != ENGLISH.tag else ""
    settled = SETTLED - loader.redefined
    said = (words.tag, words.region, ui, sorted(settled), catalogue)
    made = Composition(loader, settled, Compiled(repr(said)) if keeps else None)

    def gettext(message: str, /, **values: object) -> Markup:
        return _filled(words.gettext(message), values)

    def ngettext(one: str, many: str, number: int, /, **values: object) -> Markup:
        return counted(one, many, number) if not values else told(one, many, number, values)

    def told(one: str, many: str, number: int, values: dict[str, object]) -> Markup:
        values |= {"count": words.number(number)}
        return _filled(words.plural(one, many, number), values)

    @lru_cache(maxsize=_COUNTED, typed=True)
    def counted(one: str, many: str, number: int) -> Markup:
        return told(one, many, number, {})

    made.globals |= {"gettext": gettext, "_": gettext, "ngettext": ngettext}
    made.globals |= {"marks": MARKS, "ui": html(ui)}
    fragments = Fragments(*_COMMON)
    made.filters |= {
        "once": fragments.once,
        "each": fragments.each,
        "gettext": gettext,
        "ngettext": ngettext,
        "day": _late(words.day),
        "number": _late(words.number),
        "status": _late(lambda status: status_word(words, status)),
        "quoted": _late(words.quoted),
        "apart": apart,
    }
    return made


def apart(text: str) -> Markup:
    """Return a text as HTML whose direction changes nothing around it."""
    return html(f"<bdi>{escaped(text)}</bdi>")


def _filled(message: str, values: dict[str, object]) -> Markup:
    """Return a message with values put in, escaped."""
    if values and _is_plain(message):
        return html(message % {name: escaped(contained(each)) for name, each in values.items()})
    return html(message) % {name: contained(each) for name, each in values.items()}


@lru_cache(maxsize=_COUNTED)
def _is_plain(message: str) -> bool:
    """Say whether no value in a message has a form of its own, as in `%(number)03d`."""
    return not _FORM.search(message)


def _late(filter_: Callable[..., str]) -> Callable[..., str]:
    """Return a filter that is asked when a page is made, not when a template is compiled."""

    @pass_context
    def late(_context: Context, *values: object) -> str:
        return filter_(*values)

    return late
