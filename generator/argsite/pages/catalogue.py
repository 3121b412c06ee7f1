"""Every file of a site as a job for the press, none made yet; read this to see what there is.

Statements come first and the index last, so that a diagram is drawn while earlier pages are set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache as once
from functools import lru_cache, partial

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
from argsite.pages.job import Group, Job, paths_of, single
from argsite.pages.lists import list_groups
from argsite.pages.map_page import map_page, map_sketch
from argsite.pages.other_pages import how_to_read_page, not_found_page, redirects
from argsite.pages.outline_pages import outline_jobs
from argsite.pages.plain_pages import plain_pages
from argsite.pages.press import Page, Press
from argsite.pages.search import search_jobs
from argsite.pages.sitemap import robots, sitemap_jobs
from argsite.pages.social_card.essays import social_cards
from argsite.pages.statement_page import local_sketch, statement_page
from argsite.theme import Theme, digest_of_look

_AT_HAND = 8
"""The diagrams of so many essays are remembered: chunks of jobs are about one essay each."""

Whole = Callable[[str], Sketch | None]
"""Gives the diagram of a whole essay by its folder; None where it would be too large to read."""


def catalogue(press: Press, edition: Edition, theme: Theme, cache: Cache) -> tuple[Job, ...]:
    """Return the jobs for every file of a site, in the order in which a build does them."""
    whole = wholes(edition)
    look = look_of(theme)
    jobs = [assets_job(edition.library, theme, look(), keeps=press.keeps)]
    jobs += (statement_job(press, edition, key, whole) for key in edition.library.graph.statements)
    for essay, neighbours in _neighbours(edition):
        jobs += essay_jobs(press, edition, essay, whole, neighbours)
    for group in groups(press, edition, theme, cache, look):
        jobs += group.jobs()
    index = tuple(index_jobs(press, edition))
    return (*jobs, *sitemap_jobs(edition, paths_of((*jobs, *index))), *index)


def look_of(theme: Theme) -> Callable[[], str]:
    """Return what gives the digest of how a theme looks; its files are read once for that."""
    return once(partial(digest_of_look, theme))


def groups(
    press: Press, edition: Edition, theme: Theme, cache: Cache, look: Callable[[], str]
) -> tuple[Group, ...]:
    """Return all jobs between those about one essay and the sitemap, none listed yet."""
    library = edition.library
    frame = (
        single(addresses.HOW_TO_READ, partial(how_to_read_page, press, edition), "frame"),
        single(addresses.NOT_FOUND, partial(not_found_page, press, edition), "frame"),
    )
    of_essays = tuple(f"{essay.slug}/" for essay in library.essays)
    return (
        Group(of_essays, ".html", lambda: redirects(press, edition)),
        *list_groups(press, edition, cache.made),
        Group(("",), ".html", lambda: plain_pages(press, edition)),
        Group(("data/",), ".js", lambda: (cards_of(edition, each) for each in library.essays)),
        Group(("data/",), ".js", lambda: argument_data(edition)),
        Group(("data/site",), ".js", lambda: site_data(library)),
        Group(("search.", "data/search/"), "", lambda: search_jobs(press, edition, cache.made)),
        Group((addresses.HOW_TO_READ, addresses.NOT_FOUND), ".html", lambda: frame),
        Group(of_essays, ".png", lambda: social_cards(edition, theme, cache, look)),
        Group(
            (addresses.ROBOTS,),
            ".txt",
            lambda: (single(addresses.ROBOTS, partial(robots, edition), "address"),),
        ),
        Group((addresses.FEED,), ".xml", lambda: feed_jobs(edition)),
    )


def wholes(edition: Edition) -> Whole:
    """Return what gives the diagram of each whole essay, made once for the essays at hand."""
    return lru_cache(maxsize=_AT_HAND)(lambda slug: map_sketch(edition, edition.essays[slug]))


def statement_job(press: Press, edition: Edition, key: str, whole: Whole) -> Job:
    """Return the job for the page of a statement."""
    make = _StatementPage(press, edition, key, whole)
    sketches = _LocalSketch(edition, key) if _draws(edition) else None
    path = addresses.statement(key)
    return Job((path,), make, sketches, essay=key.partition("/")[0], statement=key)


# Functions, but a third of the size: there are as many as statements. Frozen ones take three times
# as long to make.
@dataclass(slots=True)
class _StatementPage:
    press: Press
    edition: Edition
    key: str
    whole: Whole

    def __call__(self, drawn: Sequence[Figure]) -> tuple[Page]:
        figure, whole = drawn[0] if drawn else NO_FIGURE, self.whole(self.key.partition("/")[0])
        return (statement_page(self.press, self.edition, self.key, figure, whole),)


@dataclass(slots=True)
class _LocalSketch:
    edition: Edition
    key: str

    def __call__(self) -> tuple[Sketch]:
        return (local_sketch(self.edition, self.key),)


def essay_jobs(
    press: Press, edition: Edition, essay: Essay, whole: Whole, neighbours: str
) -> Iterator[Job]:
    """Yield the jobs about an essay as a whole.

    `neighbours` tells all that its page says of others.
    """
    yield _map(press, edition, essay, whole)
    yield from outline_jobs(press, edition, essay)
    yield _data(edition, essay)
    yield _page(press, edition, essay, neighbours)


def essay_job(press: Press, edition: Edition, essay: Essay, whole: Whole, path: str) -> Job | None:
    """Return the one of `essay_jobs` that gives the file at `path`, to be done at once."""
    if path == addresses.essay_map(essay.slug):
        return _map(press, edition, essay, whole)
    if path == addresses.essay_data(essay.slug):
        return _data(edition, essay)
    if path == addresses.essay(essay.slug):
        return _page(press, edition, essay)
    if path.startswith(f"{essay.slug}/outline."):
        return next((job for job in outline_jobs(press, edition, essay) if path in job.paths), None)
    return None


def _map(press: Press, edition: Edition, essay: Essay, whole: Whole) -> Job:
    def sketches() -> tuple[Sketch, ...]:
        sketch = whole(essay.slug)
        return (sketch,) if sketch else ()

    def make(drawn: Sequence[Figure]) -> tuple[Page]:
        figure = drawn[0] if drawn else None
        return (map_page(press, edition, essay, figure if draws else NO_FIGURE),)

    draws = _draws(edition)
    path = addresses.essay_map(essay.slug)
    return Job((path,), make, sketches if draws else None, essay=essay.slug)


def _data(edition: Edition, essay: Essay) -> Job:
    path = addresses.essay_data(essay.slug)
    return single(path, partial(essay_data, edition, essay), essay=essay.slug)


def _page(press: Press, edition: Edition, essay: Essay, neighbours: str = "") -> Job:
    def make(drawn: Sequence[Figure]) -> tuple[Page]:
        figures = drawn or [NO_FIGURE] * (1 + len(essay.points))
        return (essay_page(press, edition, essay, figures),)

    sketches = (lambda: tuple(essay_sketches(edition, essay))) if _draws(edition) else None
    path = addresses.essay(essay.slug)
    return Job((path,), make, sketches, basis=neighbours, essay=essay.slug)


def _draws(edition: Edition) -> bool:
    return edition.library.site.options.diagrams


def _neighbours(edition: Edition) -> Iterator[tuple[Essay, str]]:
    """Yield each essay, and what its page says of those before and after it."""
    essays = edition.library.essays
    named = ["", *(f"{each.slug} {each.language} {each.title}" for each in essays), ""]
    for place, essay in enumerate(essays):
        yield essay, f"{named[place]}\n{named[place + 2]}"
