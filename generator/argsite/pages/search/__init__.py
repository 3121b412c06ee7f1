"""Finding: the index that scripts search, the page to search on, and Pagefind for who wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from argsite import addresses
from argsite.model import Library, Search
from argsite.pages.edition import Edition
from argsite.pages.job import Job, several, single
from argsite.pages.press import Page, Press
from argsite.pages.search.documents import documents
from argsite.pages.search.index import index
from argsite.pages.search.page import search_page
from argsite.pages.search.pagefind import pagefind_about
from argsite.pages.search.shards import Shelves, shards

Finish = Callable[[Iterable[Page]], Iterator[Page]]
"""Makes further files of a site's finished pages."""

__all__ = ["count_search_files", "finish_of", "search_jobs"]


def search_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield the page to search on and the site's own index, as `site.yaml` asks for them."""
    search = edition.library.site.search
    if search is Search.NONE:
        return
    yield single(addresses.SEARCH, partial(search_page, press, edition))
    if search is Search.OWN:
        paths = Shelves.of(edition.library).paths
        yield several(paths, lambda: shards(edition, index(documents(edition))))


def finish_of(library: Library) -> Finish | None:
    """Return what makes further files of all pages: Pagefind, where the site uses it.

    It raises `SetupError` where Pagefind is not installed.
    """
    return pagefind_about if library.site.search is Search.PAGEFIND else None


def count_search_files(library: Library) -> int:
    """Return how many files `search_jobs` give."""
    if library.site.search is Search.OWN:
        return 1 + Shelves.of(library).files
    return 0 if library.site.search is Search.NONE else 1
