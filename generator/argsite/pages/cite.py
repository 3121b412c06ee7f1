"""How to cite an essay or a statement: as plain text and as BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argsite import addresses
from argsite.model import Essay, Site
from argsite.pages.wording import day, listed

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


def essay(site: Site, work: Essay) -> Citation:
    """Return how to cite an essay."""
    address = _address(site, addresses.essay(work.slug))
    parts = [listed(work.authors), f"“{work.title}”", site.title, day(work.date), address]
    return Citation(_sentences(parts), _bibtex(site, work, work.title, work.slug, address))


def statement(site: Site, work: Essay, key: str, text: str) -> Citation:
    """Return how to cite one statement of an essay; `text` is its plain text."""
    address = _address(site, addresses.statement(key))
    parts = [
        listed(work.authors),
        f"“{text.rstrip('.')}”, in “{work.title}”",
        site.title,
        day(work.date),
        address,
    ]
    return Citation(_sentences(parts), _bibtex(site, work, text, key, address))


def _address(site: Site, path: str) -> str:
    return f"{site.url}/{path}" if site.url else ""


def _sentences(parts: list[str]) -> str:
    return " ".join(part if part.startswith("http") else f"{part}." for part in parts if part)


def _bibtex(site: Site, work: Essay, title: str, name: str, address: str) -> str:
    fields = {
        "author": " and ".join(f"{{{_escaped(author)}}}" for author in work.authors),
        "title": f"{{{_escaped(title)}}}",
        "booktitle": _escaped(site.title),
        "year": work.date[:4],
        "date": work.date,
        "url": address,
    }
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    key = re.sub(r"[^\w-]+", "-", name)
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text)
