"""Every file of a site as a job for the press, none made yet; read this to see what there is.

Statements come first and the index last, so that a diagram is drawn while earlier pages are set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache as once
from functools import partial

from argsite import addresses
from argsite.cache import Cache
from argsite.model import Essay
from argsite.pages.argument_data import argument_data
from argsite.pages.assets import assets_job
from argsite.pages.cards import cards_of, site_data
from argsite.pages.data import essay_data
from argsite.pages.edition import Edition
from argsite.pages.essay_page import essay_page, essay_sketches
from argsite.pages.feed import feed_jobs
from argsite.pages.figure import NO_FIGURE, Figure, Sketch
from argsite.pages.index_page import index_jobs
from argsite.pages.job import Job, paths_of, single
from argsite.pages.lists import list_jobs
from argsite.pages.map_page import map_page, map_sketch
from argsite.pages.other_pages import how_to_read_page, not_found_page, redirects
from argsite.pages.outline_pages import outline_jobs
from argsite.pages.plain_pages import plain_pages
from argsite.pages.press import Page, Press
from argsite.pages.search import search_jobs
from argsite.pages.sitemap import robots, sitemap_jobs
from argsite.pages.social_card.essays import social_cards
from argsite.pages.statement_page import local_sketch, statement_page
from argsite.theme import Theme

Whole = Callable[[str], Sketch | None]
"""Gives the diagram of a whole essay by its folder; None where it would be too large to read."""


def catalogue(press: Press, edition: Edition, theme: Theme, cache: Cache) -> tuple[Job, ...]:
    """Return the jobs for every file of a site, in the order in which a build does them."""
    jobs = tuple(_all_but_index(press, edition, theme, cache))
    index = tuple(index_jobs(press, edition))
    return (*jobs, *sitemap_jobs(edition, paths_of((*jobs, *index))), *index)


def _all_but_index(press: Press, edition: Edition, theme: Theme, cache: Cache) -> Iterator[Job]:
    library = edition.library
    whole: Whole = once(lambda slug: map_sketch(edition, edition.essays[slug]))
    yield assets_job(library, theme)
    for key in edition.library.graph.statements:
        yield _statement(press, edition, key, whole)
    for essay, neighbours in _neighbours(edition):
        yield from _essay(press, edition, essay, whole, neighbours)
    yield from redirects(press, edition)
    yield from list_jobs(press, edition)
    yield from plain_pages(press, edition)
    for essay in library.essays:
        yield cards_of(edition, essay)
    yield from argument_data(edition)
    yield from site_data(library)
    yield from search_jobs(press, edition, cache.made)
    yield single(addresses.HOW_TO_READ, partial(how_to_read_page, press, edition), "frame")
    yield single(addresses.NOT_FOUND, partial(not_found_page, press, edition), "frame")
    yield from social_cards(edition, theme, cache)
    yield single(addresses.ROBOTS, partial(robots, edition), "address")
    yield from feed_jobs(edition)


def _statement(press: Press, edition: Edition, key: str, whole: Whole) -> Job:
    slug = key.partition("/")[0]

    def make(drawn: Sequence[Figure]) -> tuple[Page]:
        return (statement_page(press, edition, key, drawn[0] if drawn else NO_FIGURE, whole(slug)),)

    path = addresses.statement(key)
    sketches = (lambda: (local_sketch(edition, key),)) if _draws(edition) else None
    return Job((path,), make, sketches, essay=slug, statement=key)


def _essay(
    press: Press, edition: Edition, essay: Essay, whole: Whole, neighbours: str
) -> Iterator[Job]:
    slug = essay.slug

    def sketches_of_map() -> tuple[Sketch, ...]:
        sketch = whole(slug)
        return (sketch,) if sketch else ()

    def make_map(drawn: Sequence[Figure]) -> tuple[Page]:
        figure = drawn[0] if drawn else None
        return (map_page(press, edition, essay, figure if draws else NO_FIGURE),)

    def make_page(drawn: Sequence[Figure]) -> tuple[Page]:
        figures = drawn or [NO_FIGURE] * (1 + len(essay.points))
        return (essay_page(press, edition, essay, figures),)

    draws = _draws(edition)
    sketches = sketches_of_map if draws else None
    yield Job((addresses.essay_map(slug),), make_map, sketches, essay=slug)
    yield from outline_jobs(press, edition, essay)
    yield single(addresses.essay_data(slug), partial(essay_data, edition, essay), essay=slug)
    yield Job(
        (addresses.essay(slug),),
        make_page,
        (lambda: tuple(essay_sketches(edition, essay))) if draws else None,
        basis=neighbours,
        essay=slug,
    )


def _draws(edition: Edition) -> bool:
    return edition.library.site.options.diagrams


def _neighbours(edition: Edition) -> Iterator[tuple[Essay, str]]:
    """Yield each essay, and what its page says of those before and after it."""
    essays = edition.library.essays
    named = ["", *(f"{each.slug} {each.language} {each.title}" for each in essays), ""]
    for place, essay in enumerate(essays):
        yield essay, f"{named[place]}\n{named[place + 2]}"
