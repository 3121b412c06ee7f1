"""The page to search on; without JavaScript it leads to the lists."""

from __future__ import annotations

from html import escape

from argsite import addresses
from argsite.model import Search
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.links import TextLink
from argsite.pages.navigation import list_title
from argsite.pages.press import Page, Press


def search_page(press: Press, edition: Edition) -> Page:
    """Return the page to search on."""
    desk = Desk(edition, addresses.SEARCH)
    return press.print(
        desk.path,
        "search.html",
        frame(desk, desk.words.gettext("Search")),
        pagefind=edition.library.site.search is Search.PAGEFIND,
        lists=[
            TextLink(desk.to(addresses.listing(each)), escape(list_title(desk.words, each)))
            for each in edition.lists
        ],
    )
