"""Which pages a site has, and what each shows: values in, finished files out.

catalogue.py   every file of a site, as jobs for the press
job.py         what a job is, and how many are done with their diagrams drawn ahead
shelf.py       a site whose files are made when they are asked for
press.py       templates and values in, a page's bytes out
"""

from __future__ import annotations

from collections.abc import Iterator

from argsite.analysis import Standing
from argsite.cache import Cache
from argsite.diagram import Engine
from argsite.model import Library
from argsite.pages.cards import files_of
from argsite.pages.catalogue import catalogue
from argsite.pages.edition import Edition
from argsite.pages.job import made
from argsite.pages.lexicon import words_in_use
from argsite.pages.lists import count_list_files
from argsite.pages.press import Page, Press
from argsite.pages.search import count_search_files, searchable
from argsite.pages.social_card import has_card
from argsite.theme import Theme

__all__ = ["Page", "count_pages", "pages"]


def pages(
    library: Library, standing: Standing, theme: Theme, cache: Cache | None = None
) -> Iterator[Page]:
    """Yield every file of the site; `cache` remembers what takes long to make.

    Raises `SetupError` where a template has a mistake, `LayoutError` where Graphviz is missing.
    """
    edition = Edition.of(library, standing)
    return searchable(library, _pages(edition, theme, cache or Cache()))


def _pages(edition: Edition, theme: Theme, cache: Cache) -> Iterator[Page]:
    with Engine() as engine:
        yield from made(catalogue(Press(theme), edition, theme, cache), engine)


def count_pages(library: Library, theme: Theme) -> int:
    """Return how many files `pages` yields, to tell how far a build is."""
    statements = library.graph.statements.values()
    aliases = sum(len(each.aliases) for each in statements)
    essays = sum(5 + has_card(library, each) + files_of(each) for each in library.essays)
    others = count_search_files(library) + len(words_in_use(library))
    others += len(theme.assets) + len(library.pages) + 10 + bool(library.site.options.logo)
    others += library.has_feed + bool(library.site.url)
    return len(statements) + aliases + count_list_files(library) + essays + others
