"""Finding: the index that scripts search, the page to search on, and Pagefind for who wants it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argsite import addresses
from argsite.model import Library, Search
from argsite.pages.edition import Edition
from argsite.pages.job import Job, several, single
from argsite.pages.press import Page, Press
from argsite.pages.search.documents import documents
from argsite.pages.search.index import index
from argsite.pages.search.page import search_page
from argsite.pages.search.pagefind import with_pagefind
from argsite.pages.search.shards import Shelves, shards

__all__ = ["count_search_files", "search_jobs", "searchable"]


def search_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield the page to search on and the site's own index, as `site.yaml` asks for them."""
    search = edition.library.site.search
    if search is Search.NONE:
        return
    yield single(addresses.SEARCH, partial(search_page, press, edition))
    if search is Search.OWN:
        paths = Shelves.of(edition.library).paths
        yield several(paths, lambda: shards(edition, index(documents(edition))))


def searchable(library: Library, made: Iterator[Page]) -> Iterator[Page]:
    """Yield a site's pages, and after them what Pagefind makes of them where the site uses it.

    Raises `SetupError` where the site uses Pagefind and it is not installed.
    """
    return with_pagefind(made) if library.site.search is Search.PAGEFIND else made


def count_search_files(library: Library) -> int:
    """Return how many files `search_jobs` give."""
    if library.site.search is Search.OWN:
        return 1 + Shelves.of(library).files
    return 0 if library.site.search is Search.NONE else 1
