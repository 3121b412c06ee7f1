"""Which pages a site has, and what each shows: values in, finished files out.

Statements come first and the index last, so that a diagram is drawn while earlier pages are set.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from argsite.analysis import Standing, local_view
from argsite.diagram import Engine
from argsite.model import Library
from argsite.pages import addresses
from argsite.pages.data import essay_data
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.essay_page import essay_page, essay_sketches
from argsite.pages.figure import Sketch, figures
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
    with Engine() as engine:
        yield from _statement_pages(press, edition, engine)
        yield from _essay_pages(press, edition, engine)
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


def _statement_pages(press: Press, edition: Edition, engine: Engine) -> Iterator[Page]:
    keys = list(edition.graph.statements)
    sketches = (_local_sketch(edition, key) for key in keys)
    for key, figure in zip(keys, figures(engine, sketches), strict=True):
        yield statement_page(press, edition, key, figure)


def _local_sketch(edition: Edition, key: str) -> Sketch:
    essay = edition.essays[edition.graph.statements[key].essay]
    view = local_view(edition.graph, key, essay.contention, edition.reach)
    desk = Desk(edition, addresses.statement(key))
    return Sketch(desk, view, "local", "The argument around this statement")


def _essay_pages(press: Press, edition: Edition, engine: Engine) -> Iterator[Page]:
    essays = edition.library.essays
    maps = {essay.slug: map_sketch(edition, essay) for essay in essays}
    asked = chain.from_iterable(
        chain(filter(None, [maps[essay.slug]]), essay_sketches(edition, essay)) for essay in essays
    )
    drawn = figures(engine, asked)
    for essay in essays:
        figure = next(drawn) if maps[essay.slug] else None
        yield map_page(press, edition, essay, figure)
        yield outline_page(press, edition, essay)
        yield essay_data(edition, essay)
        own = [next(drawn) for _ in range(1 + len(essay.points))]
        yield essay_page(press, edition, essay, own)
