"""Links to a statement in Markdown texts, each at the place of the id in its address.

What Markdown takes for a link is for its parser to say, and it tells no places. So each place that
may be one gets a word of its own, and the parser says in which links the words turn up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from argsite import addresses, markdown
from argsite.formats import ids
from argsite.model.texts import Text

_ESCAPED = re.compile(r"[&%\\]")
"""Signs with which a letter can be written in another way."""

_DEFINITION = re.compile(r"^[ >]{0,12}\[([^\[\]^\n][^\[\]\n]*)\]:", re.MULTILINE)


class Link(NamedTuple):
    """A link to a statement."""

    start: int
    """Where in its text the id begins; -1 where that cannot be told."""

    written: str
    """The id as it is written, perhaps with signs encoded by `%`; empty as above."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.written)


def find_links(text: Text, essay: str, name: str) -> Iterator[Link]:
    """Yield the links of a text to the statement `name`, an id or an older id, of `essay`.

    Definitions of links that no words of the text use are among them.
    """
    words, key = text.passage.text, f"{essay}/{name}"
    spellings = {name, quote(name), quote(name).lower()}
    if not any(each in words for each in spellings) and not _ESCAPED.search(words):
        return
    places = _places(words, spellings)
    led = Counter(_destinations(text, _marked(words, places)))
    found = [place for index, place in enumerate(places) if led[f"{essay}/{_mark(index)}"]]
    yield from found
    for _ in range(Counter(_destinations(text, _marked(words, found)))[key]):
        yield Link(-1, "")


def _places(words: str, spellings: set[str]) -> list[Link]:
    """Return where the name may be an address or the last part of one."""
    either = "|".join(re.escape(each) for each in sorted(spellings, key=len, reverse=True))
    pattern = rf"(?<=#)(?:{either})(?=[\s)>]|$)|(?<=[/(<\s:])(?:{either})(?=\.html\b)"
    return [Link(match.start(), match.group()) for match in re.finditer(pattern, words)]


def _marked(words: str, places: list[Link]) -> str:
    """Return a text with a mark for each of the places."""
    parts, done = [], 0
    for index, (start, written) in enumerate(places):
        parts += [words[done:start], _mark(index)]
        done = start + len(written)
    return "".join((*parts, words[done:]))


def _mark(index: int) -> str:
    """Return an id that no author has: it is too long."""
    return f"{'a' * (ids.LONGEST + 1)}{index}"


def _destinations(text: Text, words: str) -> Iterator[str]:
    """Yield what the links of a text lead to, after its words were exchanged for `words`."""
    used = "".join(f"[{label}][]\n\n" for label in dict.fromkeys(_DEFINITION.findall(words)))
    return (leads_to(each, text.essay) for each in markdown.links(used + words))


def leads_to(address: str, essay: str) -> str:
    """Return the key of the statement that an address in a text of `essay` means, if any."""
    found = addresses.destination(address, essay)
    page = found.page or ""
    return found.statement or (page.removesuffix(".html") if page.endswith(".html") else "")
