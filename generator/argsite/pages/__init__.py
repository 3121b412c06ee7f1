"""Which pages a site has, and what each shows: values in, finished files out.

Statements come first and the index last, so that a diagram is drawn while earlier pages are set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from argsite import addresses
from argsite.analysis import Standing, local_view
from argsite.diagram import Engine
from argsite.model import Essay, Library
from argsite.pages.data import essay_data
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.essay_page import essay_page, essay_sketches
from argsite.pages.figure import Figure, Sketch, figures
from argsite.pages.index_page import index_page
from argsite.pages.map_page import map_page, map_sketch, outline_page
from argsite.pages.other_pages import (
    how_to_read_page,
    not_found_page,
    plain_page,
    redirects,
    tag_pages,
)
from argsite.pages.press import Page, Press
from argsite.pages.statement_page import statement_page
from argsite.theme import Theme

__all__ = ["Page", "count_pages", "pages"]


def pages(library: Library, standing: Standing, theme: Theme) -> Iterator[Page]:
    """Yield every file of the site.

    Raises `SetupError` where a template has a mistake, `LayoutError` where Graphviz is missing.
    """
    edition = Edition.of(library, standing)
    press = Press(theme)
    for name, path in theme.assets.items():
        yield Page(addresses.asset(name), path.read_bytes())
    yield from _pages_with_diagrams(press, edition)
    yield from redirects(press, edition)
    yield from tag_pages(press, edition)
    for page in library.pages:
        yield plain_page(press, edition, page)
    yield how_to_read_page(press, edition)
    yield not_found_page(press, edition)
    yield index_page(press, edition)


def count_pages(library: Library, theme: Theme) -> int:
    """Return how many files `pages` yields, to tell how far a build is."""
    statements = library.graph.statements.values()
    aliases = sum(len(each.aliases) for each in statements)
    tags = {tag.casefold() for each in statements for tag in each.tags}
    essays = 4 * len(library.essays)
    others = len(theme.assets) + len(library.pages) + 3
    return len(statements) + aliases + len(tags) + essays + others


def _pages_with_diagrams(press: Press, edition: Edition) -> Iterator[Page]:
    """Yield the pages of statements, then those of essays.

    All diagrams are asked for in one stream: so the large ones, which are laid out beside this
    process, are begun while statements are still being set.
    """
    maps = {essay.slug: map_sketch(edition, essay) for essay in edition.library.essays}
    with Engine() as engine:
        drawn = figures(engine, chain(_local_sketches(edition), _essay_sketches(edition, maps)))
        for key in edition.graph.statements:
            yield statement_page(press, edition, key, next(drawn))
        for essay in edition.library.essays:
            yield from _essay_pages(press, edition, essay, drawn, has_map=bool(maps[essay.slug]))


def _local_sketches(edition: Edition) -> Iterator[Sketch]:
    for key, statement in edition.graph.statements.items():
        contention = edition.essays[statement.essay].contention
        view = local_view(edition.graph, key, contention, edition.reach)
        desk = Desk(edition, addresses.statement(key))
        yield Sketch(desk, view, "local", "The argument around this statement")


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
