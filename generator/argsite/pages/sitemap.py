"""What search engines ask for: `robots.txt`, and the sitemap (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from argsite import addresses
from argsite.pages.edition import Edition
from argsite.pages.job import Job, single
from argsite.pages.press import Page

MOST = 25_000
"""Addresses in a sitemap; further ones go into a further file.

The protocol allows 50,000 in 50 MB, and an address in another script may take over 1,000 bytes.
"""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(edition: Edition) -> Page:
    """Return what tells robots that they may read everything, and where the sitemap is.

    They ask for it at the host's root only, so it matters to a site that stands there.
    """
    url = edition.library.site.url
    lines = ["User-agent: *", "Disallow:"]
    if url:
        lines += ["", f"Sitemap: {addresses.full(url, addresses.SITEMAP)}"]
    return Page(addresses.ROBOTS, "".join(f"{line}\n" for line in lines).encode())


def sitemap_jobs(edition: Edition, paths: Iterable[str], most: int = MOST) -> Iterator[Job]:
    """Yield the job for the sitemap of a site that has these files; none where it has no address.

    Only pages are listed, and none that asks not to be found. Where there are over `most`, the
    sitemap lists further ones that list the pages.
    """
    if not edition.library.site.url:
        return
    hidden = _hidden(edition)
    listed = sorted(path for path in paths if path.endswith(".html") and path not in hidden)
    parts = [listed[start : start + most] for start in range(0, len(listed), most)]
    if len(parts) == 1:
        yield _job(edition, addresses.SITEMAP, "urlset", "url", listed)
        return
    names = [addresses.sitemap_part(number) for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _job(edition, name, "urlset", "url", part)
    yield _job(edition, addresses.SITEMAP, "sitemapindex", "sitemap", names)


def _job(edition: Edition, path: str, kind: str, item: str, listed: Sequence[str]) -> Job:
    return single(path, partial(_file, edition, path, kind, item, listed))


def _hidden(edition: Edition) -> set[str]:
    """Return the pages that only lead elsewhere, and those that say nothing themselves."""
    aliases = (
        addresses.statement(f"{statement.essay}/{alias.text}")
        for statement in edition.graph.statements.values()
        for alias in statement.aliases
    )
    return {addresses.NOT_FOUND, addresses.SEARCH, *aliases}


def _file(edition: Edition, path: str, kind: str, item: str, listed: Sequence[str]) -> Page:
    url = edition.library.site.url
    root = Element(kind, {"xmlns": _NAMESPACE})
    for each in listed:
        entry = SubElement(root, item)
        SubElement(entry, "loc").text = addresses.full(url, each)
        changed = _changed(edition, each)
        if changed:
            SubElement(entry, "lastmod").text = changed
    indent(root, "")
    return Page(path, tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n")


def _changed(edition: Edition, path: str) -> str:
    """Return the day on which a page's essay was last changed; empty where nobody said."""
    essay = edition.essays.get(path.partition("/")[0]) if "/" in path else None
    return essay.updated or essay.date if essay else ""
