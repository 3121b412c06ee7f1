"""The works that statements cite, each once, however often and differently it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from argsite import addresses
from argsite.formats.naming import Namer
from argsite.model import Source, Statement
from argsite.packing import pack, unpack
from argsite.pages.alphabet import Key, sort_key
from argsite.pages.division import cut
from argsite.pages.remember import Remember, forget
from argsite.version import code

MOST = 400
"""Places that cite works on a page of the list of works."""

_DIGITS = 12
"""Hexadecimal digits of a work's hash in its anchor."""

_SCHEME = re.compile(r"https?://(www\.)?")

_PLAIN = re.compile(r"https?://([a-z0-9.-]+)((?:/[A-Za-z0-9/._~%-]*)?)")
"""Addresses as most are, which need not be taken apart."""

_PORTS = {"http": ":80", "https": ":443"}
"""The port of each scheme that an address need not name."""


class Use(NamedTuple):
    """A place where a work is cited."""

    key: str
    """Key of the statement that cites it."""

    source: Source
    """The work as it is named there."""


Uses = tuple[str, tuple[Source, ...]]
"""Key of a statement that cites a work, and the work as it is named there, perhaps repeatedly."""


class Work(NamedTuple):
    """A work, and where it is cited."""

    anchor: str
    """Its id on the page of sources, made of what it is alone, whatever stands around it."""

    uses: tuple[Use, ...]
    """Where it is cited, in the order of writing; at least once."""

    def said(self, name: str) -> str:
        """Return a fact of the work, such as `title`, from the first place that tells it."""
        for use in self.uses:
            said: str = getattr(use.source, name)
            if said:
                return said
        return ""

    @property
    def statements(self) -> tuple[str, ...]:
        """Keys of the statements that cite it, each once."""
        return tuple(dict.fromkeys(use.key for use in self.uses))


class Works(NamedTuple):
    """All works that a site cites."""

    all: tuple[Work, ...]
    """Each work once, by author, or by title where none is told."""

    known: Mapping[Source, Work]
    """Each source, as an author named it, to its work."""

    pages: Sequence[Sequence[tuple[Work, Sequence[Uses]]]]
    """The pages of their list: works, each with statements that cite it.

    A work that very many cite goes on on the next page.
    """

    paths: Mapping[str, str]
    """Anchor of each work to where it begins in the list."""

    def of(self, source: Source) -> Work:
        """Return the work that a source names."""
        return self.known[source]

    def path(self, work: Work) -> str:
        """Return where a work stands in the list."""
        return self.paths[work.anchor]


Name = tuple[str, ...]
"""What tells a work from others: its address, or its author, title and date."""

Gathered = tuple[str, list[int]]
"""A work's anchor, and the places among all uses where it is cited."""


def find_works(
    statements: Iterable[Statement], language: str = "", remember: Remember = forget
) -> Works:
    """Return the works that statements cite, in the order of a language's alphabet.

    Two sources name one work where they have one address, or one author, title and date. Addresses
    that differ as hosts do not tell apart are one: http or https, with or without a last slash.
    """
    uses = [Use(each.key, source) for each in statements for source in each.sources]
    works = [_work(each, uses) for each in _gathered(uses, language, remember)]
    pages = _pages(works)
    parts: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for work, _ in page:
            parts.setdefault(work.anchor, number)
    named = {use.source: work for work in works for use in work.uses}
    paths = {
        anchor: f"{addresses.sources_part(number)}#{anchor}" for anchor, number in parts.items()
    }
    return Works(tuple(works), named, pages, paths)


def _gathered(uses: Sequence[Use], language: str, remember: Remember) -> list[Gathered]:
    """Return the works in the order of an alphabet, which are remembered: few edits change them."""
    told = [(each.title, each.author, each.url, each.date) for _, each in uses]
    inputs = ("works", code(), language, sha256(pack(told)).hexdigest())
    data = remember(inputs, lambda: pack(_gather(uses, language)))
    known = unpack(data, list[Gathered]) or []
    is_whole = sorted(at for _, places in known for at in places) == list(range(len(uses)))
    return known if is_whole else _gather(uses, language)


def _gather(uses: Sequence[Use], language: str) -> list[Gathered]:
    known = _known_addresses(uses)
    shelves: dict[Name, list[int]] = {}
    for at, use in enumerate(uses):
        shelves.setdefault(_name(use.source, known), []).append(at)
    key = cache(lambda name: sort_key(name, language, language))

    def order(gathered: Gathered) -> tuple[Key, Key, str, str]:
        author, title, date, anchor = _names(_work(gathered, uses))
        return key(author), key(title), date, anchor

    found = (
        (_anchor(name, [uses[at] for at in places]), places) for name, places in shelves.items()
    )
    return sorted(found, key=order)


def _work(gathered: Gathered, uses: Sequence[Use]) -> Work:
    anchor, places = gathered
    return Work(anchor, tuple([uses[at] for at in places]))


def _pages(works: Iterable[Work]) -> list[list[tuple[Work, Sequence[Uses]]]]:
    cited = [(work, uses) for work in works for uses in _by_statement(work)]
    return [
        [
            (work, [uses for _, uses in group])
            for work, group in groupby(entries, key=lambda each: each[0])
        ]
        for entries in cut(cited, MOST, lambda each: f"{each[0].anchor} {each[1][0]}")
    ]


def _by_statement(work: Work) -> Iterable[Uses]:
    found: dict[str, list[Source]] = {}
    for use in work.uses:
        found.setdefault(use.key, []).append(use.source)
    return ((key, tuple(sources)) for key, sources in found.items())


def _names(work: Work) -> tuple[str, str, str, str]:
    """Return what puts a work in order."""
    title = _SCHEME.sub("", work.said("title") or work.said("url"))
    return work.said("author") or title, title, work.said("date"), work.anchor


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


@lru_cache(maxsize=4096)
def _address(url: str) -> str:
    """Return an address without what does not tell one work from another.

    What stands after `#` is a place in the work, save where a script makes pages of it.
    """
    if plain := _PLAIN.fullmatch(url):
        return f"https://{plain[1]}{plain[2].rstrip('/')}"
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
