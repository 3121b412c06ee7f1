"""What the site's scripts may load of each statement: cards, in files of about a hundred.

A statement's file follows from its id alone, so that an edit changes one file and a script finds
a card without an index. The files are scripts, since a page opened from disk may load nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argsite import addresses
from argsite.analysis import counts
from argsite.language import direction
from argsite.model import Essay, Library
from argsite.packing import to_json
from argsite.pages.edition import Edition
from argsite.pages.job import Job, several, single
from argsite.pages.press import Page
from argsite.pages.script_data import Json, fnv1a, script

_MOST = 128
"""Statements in a file, on average at most."""


def files_of(essay: Essay) -> int:
    """Return in how many files an essay's cards are: a power of two, so that it changes rarely."""
    return 1 << max(0, (len(essay.statements) - 1) // _MOST).bit_length()


MOST_ESSAYS = 256
"""Essays in the file about the site; of more, each is in one of several further files."""

_ESSAYS_IN_FILE = 64


def site_data(library: Library) -> Iterator[Job]:
    """Yield the jobs for what scripts know of the site as a whole, and of each essay."""
    essays = {each.slug: _essay(each) for each in library.essays}
    data: Json = {"title": library.site.title, **_tongue(library.site.language)}
    if len(essays) <= MOST_ESSAYS:
        yield _data(addresses.SITE_DATA, {**data, "essays": essays})
        return
    shelves: list[Json] = [{} for _ in range(1 << (len(essays) // _ESSAYS_IN_FILE).bit_length())]
    for slug, essay in essays.items():
        shelves[fnv1a(slug) % len(shelves)][slug] = essay
    yield _data(addresses.SITE_DATA, {**data, "files": len(shelves)})
    for number, shelf in enumerate(shelves):
        yield _data(addresses.site_data_part(number), shelf)


def _data(path: str, data: Json) -> Job:
    return single(path, partial(script, path, data), to_json(data).decode())


def _essay(essay: Essay) -> Json:
    """Return what scripts know of an essay."""
    tongue = _tongue(essay.language) if essay.language else {}
    return {"title": essay.title, "cards": files_of(essay), **tongue}


def _tongue(language: str) -> Json:
    """Return the attributes of a text in a language."""
    return {"lang": language, "dir": direction(language)}


def cards_of(edition: Edition, essay: Essay) -> Job:
    """Return the job for the files that hold an essay's cards."""
    paths = (addresses.cards(essay.slug, number) for number in range(files_of(essay)))
    return several(paths, lambda: cards(edition, essay), essay=essay.slug)


def cards(edition: Edition, essay: Essay) -> Iterator[Page]:
    """Yield the files that hold an essay's cards."""
    words = edition.words(essay.slug)
    total = files_of(essay)
    shelves: list[dict[str, Json]] = [{} for _ in range(total)]
    for statement in essay.statements:
        key = statement.key
        pro, con = counts(edition.graph, key)
        card: Json = {
            "text": edition.plain[key],
            "kind": str(statement.role),
            "status": str(edition.status(key)),
            "why": edition.told(words, edition.reason(words, key)),
            "point": statement.point,
            "pro": pro,
            "con": con,
            "by": statement.by,
            "implicit": statement.implicit,
        }
        shelves[fnv1a(statement.id) % total][statement.id] = {
            name: value for name, value in card.items() if value
        }
    for number, shelf in enumerate(shelves):
        yield script(addresses.cards(essay.slug, number), shelf)
