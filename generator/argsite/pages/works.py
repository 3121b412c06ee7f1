"""The works that statements cite, each once, however often and differently it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from argsite import addresses
from argsite.formats.naming import Namer
from argsite.model import Source, Statement
from argsite.pages.alphabet import Key, sort_key

MOST = 400
"""Works on a page of their list."""

_DIGITS = 12
"""Hexadecimal digits of a work's hash in its anchor."""

_SCHEME = re.compile(r"https?://(www\.)?")

_PORTS = {"http": ":80", "https": ":443"}
"""The port of each scheme that an address need not name."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a work is cited."""

    key: str
    """Key of the statement that cites it."""

    source: Source
    """The work as it is named there."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work, and where it is cited."""

    anchor: str
    """Its id on the page of sources, made of what it is alone, whatever stands around it."""

    uses: tuple[Use, ...]
    """Where it is cited, in the order of writing; at least once."""

    def said(self, name: str) -> str:
        """Return a fact of the work, such as `title`, from the first place that tells it."""
        return next((said for use in self.uses if (said := getattr(use.source, name))), "")

    @property
    def statements(self) -> tuple[str, ...]:
        """Keys of the statements that cite it, each once."""
        return tuple(dict.fromkeys(use.key for use in self.uses))


@dataclass(frozen=True, slots=True)
class Works:
    """All works that a site cites."""

    all: tuple[Work, ...]
    """Each work once, by author, or by title where none is told."""

    known: Mapping[Source, Work]
    """Each source, as an author named it, to its work."""

    parts: Mapping[str, int]
    """Anchor of each work to the page of the list that it stands on, from 1."""

    def of(self, source: Source) -> Work:
        """Return the work that a source names."""
        return self.known[source]

    def path(self, work: Work) -> str:
        """Return where a work stands in the list."""
        return f"{addresses.sources_part(self.parts[work.anchor])}#{work.anchor}"


Name = tuple[str, ...]
"""What tells a work from others: its address, or its author, title and date."""


def find_works(statements: Iterable[Statement], language: str = "") -> Works:
    """Return the works that statements cite, in the order of a language's alphabet.

    Two sources name one work where they have one address, or one author, title and date. Addresses
    that differ as hosts do not tell apart are one: http or https, with or without a last slash.
    """
    uses = [Use(each.key, source) for each in statements for source in each.sources]
    known = _known_addresses(uses)
    shelves: dict[Name, list[Use]] = {}
    for use in uses:
        shelves.setdefault(_name(use.source, known), []).append(use)
    works = [Work(_anchor(name, cited), tuple(cited)) for name, cited in shelves.items()]
    works.sort(key=lambda work: _order(work, language))
    return Works(
        tuple(works),
        {use.source: work for work in works for use in work.uses},
        {work.anchor: place // MOST + 1 for place, work in enumerate(works)},
    )


def _order(work: Work, language: str) -> tuple[Key, Key, str, str]:
    title = _SCHEME.sub("", work.said("title") or work.said("url"))
    author = work.said("author") or title
    first, second = (sort_key(name, language, language) for name in (author, title))
    return first, second, work.said("date"), work.anchor


def _known_addresses(uses: Iterable[Use]) -> dict[Name, set[str]]:
    """Return at which addresses there is a work of some author, title and date."""
    found: dict[Name, set[str]] = {}
    for use in uses:
        if use.source.url and use.source.title:
            found.setdefault(_print(use.source), set()).add(_address(use.source.url))
    return found


def _name(source: Source, known: Mapping[Name, set[str]]) -> Name:
    if source.url:
        return (_address(source.url),)
    there = known.get(_print(source), set())
    return tuple(there) if len(there) == 1 else _print(source)


def _address(url: str) -> str:
    """Return an address without what does not tell one work from another.

    What stands after `#` is a place in the work, save where a script makes pages of it.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    scheme = "https" if parts.scheme == "http" else parts.scheme
    host = parts.netloc.lower().removesuffix(_PORTS.get(parts.scheme, ""))
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((scheme, host, parts.path.rstrip("/"), parts.query, fragment))


def _print(source: Source) -> Name:
    parts = (source.author, source.title, source.date)
    return tuple(" ".join(part.split()).casefold() for part in parts)


def _anchor(name: Name, cited: list[Use]) -> str:
    words = next((each.source.title for each in cited if each.source.title), "source")
    digits = sha256("\0".join(name).encode()).hexdigest()[:_DIGITS]
    return f"{Namer().name(words)}-{digits}"
