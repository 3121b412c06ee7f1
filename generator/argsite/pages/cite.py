"""How to cite an essay or a statement: as plain text, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from typing import NamedTuple

from argsite import addresses
from argsite.language import Words
from argsite.model import Essay, Site

_SPECIAL = {
    # As words, since BibTeX counts braces, whether a backslash stands before them or not.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_NEEDS_CARE = re.compile(f"[{re.escape(''.join(_SPECIAL))}]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that styles of BibTeX give to months, each in its language."""

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")  # noqa: RUF001  # of many scripts
_CLOSING = "”“»«’›‹」』)\u00a0\u202f"  # noqa: RUF001  # of many languages
"""What may stand behind the end of a sentence."""


class Citation(NamedTuple):
    """One work in the forms that readers paste into their own."""

    sentences: tuple[str, ...]
    """As sentences: who, what, where, when; last comes the address."""

    bibtex: str
    """As a BibTeX entry."""

    quotable: str
    """The contention or the statement with the work that it stands in, as a line of text."""

    csl: str
    """As CSL-JSON, a list of one item, which reference managers read."""

    @property
    def plain(self) -> str:
        """As a line of text."""
        return " ".join(self.sentences)


def essay(site: Site, work: Essay, contention: str, words: Words) -> Citation:
    """Return how to cite an essay; `contention` is the plain text of what it argues for."""
    address = _address(site, addresses.essay(work.slug))
    parts = [
        _listed(words, work.authors),
        words.quoted(work.title),
        site.title,
        words.day(work.date),
    ]
    place = {"title": work.title, "howpublished": site.title}
    return Citation(
        _sentences(parts, address),
        _bibtex("misc", work, work.slug, address, place),
        _quotable(work, contention, words),
        _csl(site, work, work.slug, address, {"type": "webpage", "title": work.title}),
    )


def statement(site: Site, work: Essay, key: str, text: str, words: Words) -> Citation:
    """Return how to cite one statement of an essay; `text` is its plain text."""
    address = _address(site, addresses.statement(key))
    without_stop = text if text.endswith("..") else text.removesuffix(".")
    parts = [
        _listed(words, work.authors),
        words.gettext("“%(text)s”, in “%(essay)s”", text=without_stop, essay=work.title),
        site.title,
        words.day(work.date),
    ]
    # Styles read a work within another, but only one level of it; so the site publishes the essay.
    within = {"title": text, "booktitle": work.title, "publisher": site.title}
    # CSL has one level of containers; so the essay is it, and the site the collection.
    place = {"type": "chapter", "title": text, "container-title": work.title}
    return Citation(
        _sentences(parts, address),
        _bibtex("incollection", work, key, address, within),
        _quotable(work, text, words),
        _csl(site, work, key, address, place),
    )


def _address(site: Site, path: str) -> str:
    return addresses.full(site.url, path) if site.url else ""


def _sentences(parts: Sequence[str], address: str) -> tuple[str, ...]:
    """Return parts as sentences, each with one stop at its end, then the address."""
    ended = (
        part if part.rstrip(_CLOSING).endswith(_ENDS) else f"{part}." for part in parts if part
    )
    return (*ended, *([address] if address else []))


@lru_cache(maxsize=1000)
def _listed(words: Words, authors: tuple[str, ...]) -> str:
    return words.listed(authors)


def _quotable(work: Essay, text: str, words: Words) -> str:
    if not work.authors:
        return words.gettext("“%(text)s” (“%(essay)s”)", text=text, essay=work.title)
    return words.gettext(
        "“%(text)s” (%(authors)s, “%(essay)s”)",
        text=text,
        authors=_listed(words, work.authors),
        essay=work.title,
    )


def _bibtex(kind: str, work: Essay, name: str, address: str, place: Mapping[str, str]) -> str:
    """Return an entry; `place` is the work's title and where it is found.

    The date is a year and a month, which BibTeX and biblatex read alike; for them a day is none.
    """
    titles = "".join([_bibtex_title(field, title) for field, title in place.items() if title])
    url = address and f"  url = {{{address}}},\n"
    head = f"@{kind}{{{_name(name)},\n"
    return f"{head}{_bibtex_authors(work.authors)}{titles}{_bibtex_date(work.date)}{url}}}"


@lru_cache(maxsize=1000)
def _bibtex_title(field: str, title: str) -> str:
    return f"  {field} = {{{{{_escaped(title)}}}}},\n"


@lru_cache(maxsize=1000)
def _bibtex_authors(authors: tuple[str, ...]) -> str:
    names = " and ".join(f"{{{_escaped(author)}}}" for author in authors)
    return names and f"  author = {{{names}}},\n"


@lru_cache(maxsize=1000)
def _bibtex_date(date: str) -> str:
    year, month, _ = f"{date}--".split("-")[:3]
    told = year and f"  year = {{{year}}},\n"
    return f"{told}  month = {_MONTHS[int(month) - 1]},\n" if month else told


def _csl(site: Site, work: Essay, name: str, address: str, place: Mapping[str, str]) -> str:
    """Return an item as the schema of CSL 1.0.2 has it (`csl-data.json`).

    A name is literal: nothing tells which part of it is the family's.
    """
    whole = "collection-title" if "container-title" in place else "container-title"
    language = work.language or site.language
    own = {"id": _name(name), **place}
    lines = [
        *[_csl_text(field, text) for field, text in own.items() if text],
        *_csl_facts(work.authors, whole, site.title, work.date, language),
        *([_csl_text("URL", address)] if address else []),
    ]
    return "[{\n" + ",\n".join(lines) + "\n}]"


@lru_cache(maxsize=1000)
def _csl_facts(
    authors: tuple[str, ...], whole: str, site: str, date: str, language: str
) -> tuple[str, ...]:
    """Return what the items of an essay and of all its statements have in common."""
    parts = [[int(part) for part in date.split("-")]] if date else []
    facts: dict[str, object] = {
        "author": [{"literal": author} for author in authors],
        whole: site,
        "issued": {"date-parts": parts} if parts else None,
        "language": language,
    }
    return tuple(f'  "{field}": {_encode(value)}' for field, value in facts.items() if value)


def _csl_text(field: str, text: str) -> str:
    return f'  "{field}": {encode_basestring(text)}'


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _name(name: str) -> str:
    """Return the name by which other texts refer to the work: its key, as BibTeX can hold it."""
    return name.replace("/", ":")


def _escaped(text: str) -> str:
    return _NEEDS_CARE.sub(lambda found: _SPECIAL[found[0]], text)
