"""Where in a file the links of a Markdown text stand."""

from __future__ import annotations

from collections.abc import Iterator

from argsite.model import Library
from argsite.model.texts import Text, linking, texts
from argsite.source import Location, Manuscript

__all__ = ["Places", "Text", "linking", "texts"]

_MARKS = (("](", ")"), ("](", " "), ("](<", ">"), ("]: ", ""), ("<", ">"))
"""What stands before and after the address of a link."""

_MOST_TIMES, _MOST_MORE = 20, 10_000
"""A text is looked for in its file so many times its length, and so many characters more.

Escapes and indents make it longer there. A file may hold thousands of texts, and to look through
all of it for each of them would take long.
"""


class Places:
    """The places of the links of one text, asked for in the order in which they stand."""

    def __init__(self, library: Library, text: Text) -> None:
        """Begin with the first link to each address."""
        self._at = text.passage.at
        self._manuscript = library.manuscripts.get(self._at.path)
        self._within = _MOST_TIMES * len(text.passage.text) + _MOST_MORE
        self._found: dict[str, list[Iterator[Location]]] = {}

    def next(self, address: str) -> Location:
        """Return where the next link to an address stands; where the text begins if unknown."""
        if self._manuscript is None:
            return self._at
        if address not in self._found:
            self._found[address] = [
                self._look(self._manuscript, before, address, after) for before, after in _MARKS
            ]
        places = [next(each, None) for each in self._found[address]]
        return next((each for each in places if each), self._at)

    def _look(
        self, manuscript: Manuscript, before: str, address: str, after: str
    ) -> Iterator[Location]:
        """Yield each place where a link is written in one way."""
        width = max(1, len(address))
        for found in manuscript.finds(f"{before}{address}{after}", self._at, self._within):
            yield found._replace(column=found.column + len(before), width=width)
