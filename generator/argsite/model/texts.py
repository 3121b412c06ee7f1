"""Every Markdown text of a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argsite.model.library import Library
from argsite.source import Passage


class Text(NamedTuple):
    """A Markdown text."""

    passage: Passage
    """What it says, and where."""

    essay: str
    """The folder of its essay; empty for a plain page."""


def texts(library: Library) -> Iterator[Text]:
    """Yield all texts, notes, proses, pages and the footer in the order of the library."""
    for essay in library.essays:
        proses = (essay.prose, *(point.prose for point in essay.points))
        yield from (Text(prose, essay.slug) for prose in proses if prose)
        for statement in essay.statements:
            yield Text(statement.text, essay.slug)
            if statement.note:
                yield Text(statement.note, essay.slug)
    yield from (Text(page.body, "") for page in library.pages)
    if library.site.options.footer:
        yield Text(library.site.options.footer, "")
