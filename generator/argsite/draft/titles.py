"""Titles and names for what its author gave none."""

from __future__ import annotations

import re

from argsite.formats import ids
from argsite.formats.naming import Namer

LONGEST = 1_000
"""Characters of a heading that still becomes a title as a whole."""

_LONGEST_MADE = 60
_LONGEST_FOLDER = 40


def of_claim(text: str) -> str:
    """Return the first words of a claim."""
    title = ""
    for word in text.rstrip(".").split():
        longer = f"{title} {word}".strip()
        if title and len(longer) > _LONGEST_MADE:
            return f"{title.rstrip(',;:–—-')} …"
        title = longer
    return title[: 2 * _LONGEST_MADE]


def of_file(name: str) -> str:
    """Return a file's name as a title."""
    words = " ".join(re.sub("[-_]", " ", name.rpartition(".")[0] or name).split())
    return f"{words[:1].upper()}{words[1:]}" or "Essay"


def folder(title: str) -> str:
    """Return the name of an essay's folder: the first words of its title."""
    if not any(map(str.isalnum, title)):
        return "essay"
    name = Namer().name(title)
    if len(name) > _LONGEST_FOLDER:
        cut = name.rfind("-", 0, _LONGEST_FOLDER + 1)
        name = name[:cut] if cut > 0 else name[:_LONGEST_FOLDER]
    return ids.suggest(name, ids.ESSAY_RESERVED) or "essay"
