"""The site's main links: essays, lists, plain pages, how to read."""

from __future__ import annotations

from dataclasses import dataclass

from argsite import addresses
from argsite.language import Words
from argsite.model import Listing
from argsite.pages.desk import Desk
from argsite.pages.ways import is_way_in

_MOST_PAGES = 3
"""Plain pages in the row of links; the others are folded away behind it."""


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A link of the site's navigation."""

    title: str
    """Its words."""

    href: str
    """Its address from this page."""

    current: bool
    """True where it leads to this page."""


@dataclass(frozen=True, slots=True)
class Navigation:
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
    slugs = frozenset(page.slug for page in desk.edition.library.pages)
    pages = [
        link(page.title, addresses.plain(page.slug))
        for page in desk.edition.library.pages
        if is_way_in(page, slugs)
    ]
    return Navigation(
        (
            link(words.gettext("Essays"), addresses.INDEX),
            *lists,
            *pages[:_MOST_PAGES],
            link(words.gettext("How to read"), addresses.HOW_TO_READ),
        ),
        tuple(pages[_MOST_PAGES:]),
    )


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
