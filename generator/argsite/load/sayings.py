"""What Markdown says, found once where it is read, for checks and pages to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argsite.model import Essay


class Sayings(NamedTuple):
    """What some Markdown texts say."""

    links: dict[str, tuple[str, ...]]
    """The addresses that each text links to, by the text; only those that have any."""

    passages: dict[str, tuple[str, ...]]
    """The plain words of each paragraph of the proses that are quoted, by the prose."""


NOTHING_SAID = Sayings({}, {})
"""Of what could not be read."""


def sayings(essay: Essay) -> Sayings:
    """Return what the texts of an essay say."""
    proses = list(_proses(essay))
    texts = [*proses, *_texts(essay)]
    quoted = any(each.quote for each in essay.statements)
    return Sayings(links_in(texts), _passages(proses) if quoted else {})


def links_in(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the addresses in each text that links to any.

    A text whose link references multiply it is refused later; each of its addresses comes once.
    """
    from argsite import markdown  # slow to load, and needed only where something is read anew

    found = {text: markdown.links(text) for text in dict.fromkeys(texts)}
    return {
        text: tuple(dict.fromkeys(links)) if markdown.multiplies(text) else links
        for text, links in found.items()
        if links
    }


def _passages(proses: Iterable[str]) -> dict[str, tuple[str, ...]]:
    from argsite import markdown  # as above

    return {prose: markdown.passages(prose) for prose in proses}


def _proses(essay: Essay) -> Iterator[str]:
    passages = (essay.prose, *(point.prose for point in essay.points))
    return (each.text for each in passages if each)


def _texts(essay: Essay) -> Iterator[str]:
    for statement in essay.statements:
        yield statement.text.text
        if statement.note:
            yield statement.note.text
