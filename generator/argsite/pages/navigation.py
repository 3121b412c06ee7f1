"""The site's main links: essays, lists, plain pages, how to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argsite import addresses
from argsite.language import Words
from argsite.model import Listing, PlainPage
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.ways import is_way_in

_MOST_PAGES = 3
"""Plain pages in the row of links; the others are folded away behind it."""


class NavigationLink(NamedTuple):
    """A link of the site's navigation."""

    title: str
    """Its words."""

    href: str
    """Its address from this page."""

    current: bool
    """True where it leads to this page."""


class Navigation(NamedTuple):
    """The site's main links."""

    links: tuple[NavigationLink, ...]
    """Those in the row."""

    more: tuple[NavigationLink, ...]
    """Further plain pages."""


def navigation(desk: Desk) -> Navigation:
    """Return the site's main links as the page at `desk` shows them."""
    words = desk.words

    def link(title: str, path: str) -> NavigationLink:
        return NavigationLink(title, desk.to(path), path == desk.path)

    lists = [link(list_title(words, each), addresses.listing(each)) for each in desk.edition.lists]
    pages = [link(page.title, addresses.plain(page.slug)) for page in _ways_in(desk.edition)]
    return Navigation(
        (
            link(words.gettext("Essays"), addresses.INDEX),
            *lists,
            *pages[:_MOST_PAGES],
            link(words.gettext("How to read"), addresses.HOW_TO_READ),
        ),
        tuple(pages[_MOST_PAGES:]),
    )


def all_links(edition: Edition) -> Iterator[str]:
    """Yield the paths of all pages that the navigation leads to."""
    yield from (addresses.INDEX, addresses.HOW_TO_READ)
    yield from (addresses.listing(each) for each in edition.lists)
    yield from (addresses.plain(page.slug) for page in _ways_in(edition))


def _ways_in(edition: Edition) -> list[PlainPage]:
    pages = edition.library.pages
    slugs = frozenset(page.slug for page in pages)
    return [page for page in pages if is_way_in(page, slugs)]


def list_title(words: Words, listing: Listing) -> str:
    """Return what a list is called."""
    match listing:
        case Listing.STATEMENTS:
            return words.gettext("Statements")
        case Listing.OPEN:
            return words.gettext("Open rebuttals")
        case Listing.SOURCES:
            return words.gettext("Sources")
        case Listing.TAGS:
            return words.gettext("Tags")
