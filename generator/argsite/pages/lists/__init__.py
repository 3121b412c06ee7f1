"""The lists of a site: statements, open rebuttals, sources, tags.

statements.py      all statements from A to Z
open_rebuttals.py  objections that nothing answers
sources.py         each work that is cited
tags.py            all tags, and a page for each
parts.py           the pages that a long list is in
"""

from __future__ import annotations

from collections.abc import Iterator

from argsite.model import Library, Listing
from argsite.pages.edition import Edition
from argsite.pages.lists.open_rebuttals import open_pages
from argsite.pages.lists.sources import count_source_pages, sources_pages
from argsite.pages.lists.statements import count_statement_pages, statement_pages
from argsite.pages.lists.tags import tag_pages
from argsite.pages.press import Page, Press

__all__ = ["count_list_files", "list_pages"]


def list_pages(press: Press, edition: Edition) -> Iterator[Page]:
    """Yield the lists that the site has, and a page for each tag."""
    if Listing.STATEMENTS in edition.lists:
        yield from statement_pages(press, edition)
    if Listing.OPEN in edition.lists:
        yield from open_pages(press, edition)
    if Listing.SOURCES in edition.lists:
        yield from sources_pages(press, edition)
    yield from tag_pages(press, edition)


def count_list_files(library: Library) -> int:
    """Return how many files `list_pages` yields, without those of very many open rebuttals."""
    tags = {tag.casefold() for each in library.graph.statements.values() for tag in each.tags}
    lists = set(library.lists) - {Listing.STATEMENTS, Listing.SOURCES}
    return len(tags) + len(lists) + count_statement_pages(library) + count_source_pages(library)
