"""The works that statements cite, each once, however often and differently it is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from argsite.formats.naming import Namer
from argsite.model import Source, Statement

_DIGITS = 12
"""Hexadecimal digits of a work's hash in its anchor."""

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
    """Each work once, in the order of first use."""

    known: Mapping[Source, Work]
    """Each source, as an author named it, to its work."""

    def of(self, source: Source) -> Work:
        """Return the work that a source names."""
        return self.known[source]


Name = tuple[str, ...]
"""What tells a work from others: its address, or its author, title and date."""


def find_works(statements: Iterable[Statement]) -> Works:
    """Return the works that statements cite.

    Two sources name one work where they have one address, or one author, title and date. Addresses
    that differ as hosts do not tell apart are one: http or https, with or without a last slash.
    """
    uses = [Use(each.key, source) for each in statements for source in each.sources]
    addresses = _addresses(uses)
    shelves: dict[Name, list[Use]] = {}
    for use in uses:
        shelves.setdefault(_name(use.source, addresses), []).append(use)
    works = tuple(Work(_anchor(name, cited), tuple(cited)) for name, cited in shelves.items())
    return Works(works, {use.source: work for work in works for use in work.uses})


def _addresses(uses: Iterable[Use]) -> dict[Name, set[str]]:
    """Return at which addresses there is a work of some author, title and date."""
    found: dict[Name, set[str]] = {}
    for use in uses:
        if use.source.url and use.source.title:
            found.setdefault(_print(use.source), set()).add(_address(use.source.url))
    return found


def _name(source: Source, addresses: Mapping[Name, set[str]]) -> Name:
    if source.url:
        return (_address(source.url),)
    there = addresses.get(_print(source), set())
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
