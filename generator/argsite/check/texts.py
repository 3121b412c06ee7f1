"""Where in a file the link of a Markdown text stands."""

from __future__ import annotations

from argsite.model import Library
from argsite.model.texts import Text, linking, texts
from argsite.source import Location

__all__ = ["Text", "linking", "place", "texts"]


def place(library: Library, text: Text, address: str, skip: int = 0) -> Location:
    """Return where a link's address stands, after `skip` links to the same address."""
    at = text.passage.at
    manuscript = library.manuscripts.get(at.path)
    for before, after in (("](", ")"), ("](", " "), ("](<", ">"), ("]: ", ""), ("<", ">")):
        if manuscript is None:
            break
        found = manuscript.find(f"{before}{address}{after}", at, skip)
        if found != at:
            column = found.column + len(before)
            return found._replace(column=column, width=max(1, len(address)))
    return at
