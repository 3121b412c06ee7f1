"""What search engines ask for: `robots.txt`, and the sitemap (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from html import escape

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
    url, days = edition.library.site.url, _days(edition)
    if len(parts) == 1:
        yield _job(url, addresses.SITEMAP, "urlset", "url", listed, days)
        return
    names = [addresses.sitemap_part(number) for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _job(url, name, "urlset", "url", part, days)
    yield _job(url, addresses.SITEMAP, "sitemapindex", "sitemap", names, {})


def _job(  # noqa: PLR0913, PLR0917 - what the file says, from the outside in
    url: str, path: str, kind: str, item: str, listed: Sequence[str], days: Mapping[str, str]
) -> Job:
    folders = {each.partition("/")[0] for each in listed}
    own = sorted((folder, days[folder]) for folder in folders & days.keys())
    basis = sha256("\n".join((url, kind, *listed, repr(own))).encode()).hexdigest()
    return single(path, partial(_file, url, path, kind, item, listed, days), basis)


def _hidden(edition: Edition) -> set[str]:
    """Return the pages that only lead elsewhere, and those that say nothing themselves."""
    aliases = (
        addresses.statement(f"{statement.essay}/{alias.text}")
        for statement in edition.library.graph.statements.values()
        for alias in statement.aliases
    )
    return {addresses.NOT_FOUND, addresses.SEARCH, *aliases}


def _file(  # noqa: PLR0913, PLR0917 - as `_job`
    url: str, path: str, kind: str, item: str, listed: Sequence[str], days: Mapping[str, str]
) -> Page:
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", f'<{kind} xmlns="{_NAMESPACE}">']
    for each in listed:
        lines += (f"<{item}>", f"<loc>{escape(addresses.full(url, each), quote=False)}</loc>")
        if "/" in each and (day := days.get(each.partition("/")[0])):
            lines.append(f"<lastmod>{escape(day, quote=False)}</lastmod>")
        lines.append(f"</{item}>")
    return Page(path, "\n".join((*lines, f"</{kind}>", "")).encode())


def _days(edition: Edition) -> Mapping[str, str]:
    """Return the day on which each essay was last changed, by folder, where somebody said it."""
    days = {each.slug: each.updated or each.date for each in edition.library.essays}
    return {slug: day for slug, day in days.items() if day}
