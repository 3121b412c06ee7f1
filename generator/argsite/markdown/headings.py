"""The headings of a text as places that links can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from argsite.markdown.parser import parsed
from argsite.markdown.reading import fold, words_of
from argsite.model import Status

_TAKEN = (
    *("content", "sections", "find", "pagefind", "moved", "preview", "keys-title"),
    *("what-if", "what-if-details", "what-if-own"),
    *(f"mark-{status}" for status in Status),
)
"""Ids that a page's own parts and scripts have, or look for: a heading must not pass for one."""

_NOTE = re.compile(r"fn(?:ref)?(?:-footer-)?[0-9]+")
"""Ids of a page's footnotes and of those in its footer."""


class Heading(NamedTuple):
    """A heading of a text."""

    anchor: str
    """Where it is on the page."""

    level: int
    """1 for `#`, 2 for `##` and so on."""

    words: str
    """Its plain words."""


@lru_cache(maxsize=64)  # asked for again with each link that leads to one
def headings(text: str) -> tuple[Heading, ...]:
    """Return the headings of a text in their order.

    An anchor is the heading in small letters with hyphens for everything that is neither letter
    nor digit: `What a check says` is at `#what-a-check-says`. The second of a name ends in `-2`.
    """
    return tuple(
        Heading(anchor, int(opening.tag[1]), words)
        for opening, anchor, words in _anchored(parsed(text))
    )


def give_anchors(tokens: Sequence[Token]) -> None:
    """Give each heading its anchor as id."""
    for opening, anchor, _ in _anchored(tokens):
        opening.attrs["id"] = anchor


def _anchored(tokens: Sequence[Token]) -> Iterator[tuple[Token, str, str]]:
    """Yield the opening of each heading, its anchor and its words."""
    given = dict.fromkeys(_TAKEN, 1)
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            words = fold(words_of(content.children or []))
            base = re.sub(r"[\W_]+", "-", words.casefold()).strip("-")
            anchor = base = base or "heading"
            while anchor in given or _NOTE.fullmatch(anchor):
                given[base] = given.get(base, 1) + 1
                anchor = f"{base}-{given[base]}"
            given[anchor] = 1
            yield opening, anchor, words
