"""The way among plain pages of one folder: up to its index, back and forth along it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from argsite import addresses, markdown
from argsite.model import PlainPage
from argsite.pages.desk import Desk
from argsite.pages.links import TextLink

_INDEX = "index"

Rows = Mapping[str, Sequence[PlainPage]]
"""Slug of each index to it and the pages of its folder, in the order in which it links to them."""


class Way(NamedTuple):
    """Where a plain page stands among the others of its folder."""

    up: tuple[TextLink, ...] = ()
    """The indexes of the folders that it is in, the outermost first."""

    previous: TextLink | None = None
    """The page that comes before it."""

    next: TextLink | None = None
    """The page that comes after it."""


def is_way_in(page: PlainPage, slugs: frozenset[str]) -> bool:
    """Say whether the site's navigation names a page.

    It names those at the top, the index of a folder, and each page of a folder without one.
    """
    top = page.slug.partition("/")[0]
    return page.slug in {top, f"{top}/{_INDEX}"} or f"{top}/{_INDEX}" not in slugs


def find_rows(pages: Iterable[PlainPage]) -> Rows:
    """Return the row of pages that each index leads along."""
    by_slug = {page.slug: page for page in pages}
    return {slug: _row(page, by_slug) for slug, page in by_slug.items() if _is_index(slug)}


def _row(index: PlainPage, by_slug: Mapping[str, PlainPage]) -> list[PlainPage]:
    linked = (
        addresses.destination(address, index.folder).page or ""
        for address in markdown.links(index.body.text)
    )
    slugs = (path.removesuffix(".html") for path in linked if path.endswith(".html"))
    inside = (slug for slug in slugs if slug.startswith(f"{index.folder}/") and slug in by_slug)
    return [by_slug[slug] for slug in dict.fromkeys([index.slug, *inside])]


def way_of(desk: Desk, page: PlainPage, rows: Rows) -> Way:
    """Return where the page at `desk` stands."""
    if not page.folder:
        return Way()
    steps = page.folder.split("/")
    above = ["/".join([*steps[:depth], _INDEX]) for depth in range(1, len(steps) + 1)]
    up = [rows[slug][0] for slug in above if slug in rows and slug != page.slug]
    row = _row_of(page, [rows[slug] for slug in reversed(above) if slug in rows])
    place = row.index(page) if page in row else -1
    return Way(
        tuple(_link(desk, each) for each in up),
        _link(desk, row[place - 1]) if place > 0 else None,
        _link(desk, row[place + 1]) if 0 <= place < len(row) - 1 else None,
    )


def _row_of(page: PlainPage, rows: Sequence[Sequence[PlainPage]]) -> Sequence[PlainPage]:
    """Return the row that a page stands in: an index stands in that of the folder around it."""
    for row in rows:
        if page in row and (row[0] != page or row is rows[-1]):
            return row
    return ()


def _is_index(slug: str) -> bool:
    return slug.endswith(f"/{_INDEX}")


def _link(desk: Desk, page: PlainPage) -> TextLink:
    return TextLink(desk.to(addresses.plain(page.slug)), escape(page.title, quote=False))
