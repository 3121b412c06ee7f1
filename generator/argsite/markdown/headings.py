"""The headings of a text as places that links can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markdown_it.token import Token

from argsite.markdown.parser import parse
from argsite.markdown.reading import fold, words_of

_TAKEN = ("content",)
"""Ids that every page has already."""


def headings(text: str) -> Mapping[str, str]:
    """Return the anchor of each heading with its words, in the order of the text.

    An anchor is the heading in small letters with hyphens for everything that is neither letter
    nor digit: `What a check says` is at `#what-a-check-says`. The second of a name ends in `-2`.
    """
    return {anchor: words for _, anchor, words in _anchored(parse(text))}


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
            while anchor in given:
                given[base] += 1
                anchor = f"{base}-{given[base]}"
            given[anchor] = 1
            yield opening, anchor, words
