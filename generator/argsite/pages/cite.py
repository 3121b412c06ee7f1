"""How to cite an essay or a statement: as plain text, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from argsite import addresses
from argsite.language import Words
from argsite.model import Essay, Site

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One work in the forms that readers paste into their own."""

    plain: str
    """As a line of text."""

    bibtex: str
    """As a BibTeX entry."""

    quotable: str
    """The contention or the statement with the work that it stands in, as a line of text."""

    csl: str
    """As CSL-JSON, a list of one item, which reference managers read."""


def essay(site: Site, work: Essay, contention: str, words: Words) -> Citation:
    """Return how to cite an essay; `contention` is the plain text of what it argues for."""
    address = _address(site, addresses.essay(work.slug))
    parts = [
        words.listed(work.authors),
        words.quoted(work.title),
        site.title,
        words.day(work.date),
        address,
    ]
    return Citation(
        _sentences(parts),
        _bibtex(work, work.slug, address, {"title": work.title, "booktitle": site.title}),
        _quotable(work, contention, words),
        _csl(site, work, work.slug, address, {"type": "webpage", "title": work.title}),
    )


def statement(site: Site, work: Essay, key: str, text: str, words: Words) -> Citation:
    """Return how to cite one statement of an essay; `text` is its plain text."""
    address = _address(site, addresses.statement(key))
    parts = [
        words.listed(work.authors),
        words.gettext("“%(text)s”, in “%(essay)s”", text=text.rstrip("."), essay=work.title),
        site.title,
        words.day(work.date),
        address,
    ]
    within = {"title": text, "booktitle": work.title}
    # CSL has one level of containers; so the essay is it, and the site the collection.
    place = {"type": "chapter", "title": text, "container-title": work.title}
    return Citation(
        _sentences(parts),
        _bibtex(work, key, address, {**within, "series": site.title}),
        _quotable(work, text, words),
        _csl(site, work, key, address, place),
    )


def _address(site: Site, path: str) -> str:
    return addresses.full(site.url, path) if site.url else ""


def _sentences(parts: list[str]) -> str:
    ended = (part.startswith("http") or part.endswith(".") for part in parts)
    stopped = zip(parts, ended, strict=True)
    return " ".join(part if is_ended else f"{part}." for part, is_ended in stopped if part)


def _quotable(work: Essay, text: str, words: Words) -> str:
    if not work.authors:
        return words.gettext("“%(text)s” (“%(essay)s”)", text=text, essay=work.title)
    return words.gettext(
        "“%(text)s” (%(authors)s, “%(essay)s”)",
        text=text,
        authors=words.listed(work.authors),
        essay=work.title,
    )


def _bibtex(work: Essay, name: str, address: str, place: dict[str, str]) -> str:
    """Return an entry; `place` is the work's title and where it is found."""
    fields = {
        "author": " and ".join(f"{{{_escaped(author)}}}" for author in work.authors),
        **{field: f"{{{_escaped(title)}}}" for field, title in place.items()},
        "year": work.date[:4],
        "date": work.date,
        "url": address,
    }
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@misc{{{_name(name)},", *lines, "}"])


def _csl(site: Site, work: Essay, name: str, address: str, place: dict[str, str]) -> str:
    """Return an item as the schema of CSL 1.0.2 has it (`csl-data.json`).

    A name is literal: nothing tells which part of it is the family's.
    """
    whole = "collection-title" if "container-title" in place else "container-title"
    item: dict[str, object] = {
        "id": _name(name),
        **place,
        "author": [{"literal": author} for author in work.authors],
        whole: site.title,
        "issued": {"date-parts": [[int(part) for part in work.date.split("-")]]}
        if work.date
        else None,
        "language": work.language or site.language,
        "URL": address,
    }
    lines = (
        f"  {json.dumps(field)}: {json.dumps(value, ensure_ascii=False)}"
        for field, value in item.items()
        if value
    )
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _name(name: str) -> str:
    """Return the name by which other texts refer to the work."""
    return re.sub(r"[^\w-]+", "-", name)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text)
