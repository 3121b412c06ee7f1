"""Every Markdown text of a site."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from argsite.model.library import Library
from argsite.source import Passage


class Text(NamedTuple):
    """A Markdown text."""

    passage: Passage
    """What it says, and where."""

    essay: str
    """The folder of its essay; empty for a plain page."""

    folder: str
    """The folder that its relative addresses are seen from."""


def texts(library: Library) -> Iterator[Text]:
    """Yield all texts, notes, proses, pages and the footer in the order of the library."""
    for essay in library.essays:
        proses = (essay.prose, *(point.prose for point in essay.points))
        yield from (Text(prose, essay.slug, essay.slug) for prose in proses if prose)
        for statement in essay.statements:
            yield Text(statement.text, essay.slug, essay.slug)
            if statement.note:
                yield Text(statement.note, essay.slug, essay.slug)
    yield from (Text(page.body, "", page.folder) for page in library.pages)
    if library.site.options.footer:
        yield Text(library.site.options.footer, "", "")


def linking(library: Library) -> Iterator[Text]:
    """Yield those texts that link to anything, or show a picture."""
    known = library.links
    if not known:
        return
    for essay in library.essays:
        proses = (essay.prose, *(point.prose for point in essay.points))
        notes = ((each.text, each.note) for each in essay.statements)
        for passage in chain(proses, chain.from_iterable(notes)):
            if passage and passage.text in known:
                yield Text(passage, essay.slug, essay.slug)
    yield from (Text(page.body, "", page.folder) for page in library.pages)
    if library.site.options.footer:
        yield Text(library.site.options.footer, "", "")
