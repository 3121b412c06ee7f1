"""Ids for what has none of its own, statements and tags, made of their text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from argsite.formats.ids import STATEMENT_RESERVED

LONGEST = 48
"""Characters an id made of a text has at most, before anything is added to make it unique."""

_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


class Namer:
    """Gives out ids, each of them once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with the ids, as `ids.fold` gives them, that belong to others already."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def name(self, text: str) -> str:
        """Return an id for a statement: its first words, in ASCII.

        Where the words alone are taken, four hex digits of the text's hash follow, then a number.
        """
        name = base = _words(text)
        if name in self._taken:
            name = base = f"{base}-{sha256(text.encode()).hexdigest()[:4]}"
        while name in self._taken:
            self._last[base] = self._last.get(base, 1) + 1
            name = f"{base}-{self._last[base]}"
        self._taken.add(name)
        return name


def tag_names(tags: Iterable[str]) -> dict[str, str]:
    """Give each tag, whatever its capitals, the name of a page."""
    namer = Namer()
    return {tag: namer.name(tag) for tag in sorted({each.casefold() for each in tags})}


def _words(text: str) -> str:
    text = _LINK_TARGET.sub("", text) if "](" in text else text
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text[: 4 * LONGEST])
    words = _NOT_A_WORD.sub("-", text.replace("'", "").lower()).strip("-")
    if len(words) > LONGEST:
        cut = words.rfind("-", 0, LONGEST + 1)
        words = words[: cut if cut > 0 else LONGEST]
    if not words:
        return "statement"
    return f"{words}-statement" if words in STATEMENT_RESERVED else words
