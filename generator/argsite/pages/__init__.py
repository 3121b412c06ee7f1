"""Which pages a site has, and what each shows: values in, finished files out.

Statements come first and the index last, so that a diagram is drawn while earlier pages are set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from argsite import addresses
from argsite.analysis import Standing, local_view
from argsite.cache import Cache
from argsite.diagram import Engine
from argsite.model import Essay, Library
from argsite.pages.argument_data import argument_data
from argsite.pages.assets import assets
from argsite.pages.cards import cards, files_of, site_data
from argsite.pages.data import essay_data
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.essay_page import essay_page, essay_sketches
from argsite.pages.feed import feed
from argsite.pages.figure import Figure, Sketch, figures
from argsite.pages.index_page import index_page
from argsite.pages.lexicon import words_in_use
from argsite.pages.lists import count_list_files, list_pages
from argsite.pages.map_page import map_page, map_sketch, outline_page
from argsite.pages.other_pages import (
    how_to_read_page,
    not_found_page,
    redirects,
)
from argsite.pages.plain_pages import plain_pages
from argsite.pages.press import Page, Press
from argsite.pages.search import count_search_files, search_files, searchable
from argsite.pages.sitemap import robots, sitemap
from argsite.pages.social_card import has_card
from argsite.pages.social_card.essays import social_cards
from argsite.pages.statement_page import statement_page
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
    press = Press(theme)
    paths = [addresses.INDEX]
    for page in _all_but_index(press, edition, theme, cache):
        paths.append(page.path)
        yield page
    yield from sitemap(edition, paths)
    yield index_page(press, edition)


def _all_but_index(press: Press, edition: Edition, theme: Theme, cache: Cache) -> Iterator[Page]:
    library = edition.library
    yield from assets(library, theme)
    yield from _pages_with_diagrams(press, edition)
    yield from redirects(press, edition)
    yield from list_pages(press, edition)
    yield from plain_pages(press, edition)
    for essay in library.essays:
        yield from cards(edition, essay)
    yield from argument_data(edition)
    yield site_data(edition)
    yield from search_files(press, edition)
    yield how_to_read_page(press, edition)
    yield not_found_page(press, edition)
    yield from social_cards(edition, theme, cache)
    yield robots(edition)
    yield from feed(edition)


def count_pages(library: Library, theme: Theme) -> int:
    """Return how many files `pages` yields, to tell how far a build is."""
    statements = library.graph.statements.values()
    aliases = sum(len(each.aliases) for each in statements)
    essays = sum(5 + has_card(library, each) + files_of(each) for each in library.essays)
    others = count_search_files(library) + len(words_in_use(library))
    others += len(theme.assets) + len(library.pages) + 10 + bool(library.site.options.logo)
    others += library.has_feed + bool(library.site.url)
    return len(statements) + aliases + count_list_files(library) + essays + others


def _pages_with_diagrams(press: Press, edition: Edition) -> Iterator[Page]:
    """Yield the pages of statements, then those of essays.

    All diagrams are asked for in one stream: so the large ones, which are laid out beside this
    process, are begun while statements are still being set.
    """
    maps = {essay.slug: map_sketch(edition, essay) for essay in edition.library.essays}
    with Engine() as engine:
        drawn = figures(engine, chain(_local_sketches(edition), _essay_sketches(edition, maps)))
        for key, statement in edition.graph.statements.items():
            whole = maps[statement.essay]
            yield statement_page(press, edition, key, next(drawn), whole)
        for essay in edition.library.essays:
            yield from _essay_pages(press, edition, essay, drawn, has_map=bool(maps[essay.slug]))


def _local_sketches(edition: Edition) -> Iterator[Sketch]:
    for key, statement in edition.graph.statements.items():
        contention = edition.essays[statement.essay].contention
        view = local_view(edition.graph, key, contention, edition.reach)
        desk = Desk(edition, addresses.statement(key))
        title = desk.words.gettext("The argument around this statement")
        yield Sketch(desk, view, "local", title)


def _essay_sketches(edition: Edition, maps: Mapping[str, Sketch | None]) -> Iterator[Sketch]:
    for essay in edition.library.essays:
        whole = maps[essay.slug]
        if whole:
            yield whole
        yield from essay_sketches(edition, essay)


def _essay_pages(
    press: Press, edition: Edition, essay: Essay, drawn: Iterator[Figure], *, has_map: bool
) -> Iterator[Page]:
    yield map_page(press, edition, essay, next(drawn) if has_map else None)
    yield outline_page(press, edition, essay)
    yield essay_data(edition, essay)
    yield essay_page(press, edition, essay, [next(drawn) for _ in range(1 + len(essay.points))])
