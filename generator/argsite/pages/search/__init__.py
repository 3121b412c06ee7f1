"""Finding: the index that scripts search, the page to search on, and Pagefind for who wants it.

documents.py   what can be found
terms.py       how a text is cut into terms
index.py       what one document gives to the index
sheaf.py       what an essay's documents give to it, remembered from build to build
gathering.py   which sheaves go into which file
shards.py      the files
page.py        the page to search on
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256

from argsite import addresses
from argsite.model import Essay, Library, Search
from argsite.packing import pack
from argsite.pages.edition import Edition
from argsite.pages.job import Job, single
from argsite.pages.press import Page, Press
from argsite.pages.remember import Remember, forget
from argsite.pages.search.documents import (
    Cited,
    cited_by_essay,
    document_of_page,
    documents_of,
    place_of_source,
)
from argsite.pages.search.gathering import gather
from argsite.pages.search.page import search_page
from argsite.pages.search.pagefind import pagefind_about
from argsite.pages.search.shards import shard_jobs
from argsite.pages.search.sheaf import Sheaf, bind, bound
from argsite.pages.search.shelves import Shelves
from argsite.version import code

__all__ = ["finish_of", "named", "search_jobs", "sheaf_makers", "sheaves"]

Finish = Callable[[Iterable[Page]], Iterator[Page]]
"""Makes further files of a site's finished pages."""


def search_jobs(press: Press, edition: Edition, remember: Remember = forget) -> Iterator[Job]:
    """Yield the page to search on and the site's own index, as `site.yaml` asks for them."""
    library = edition.library
    search = library.site.search
    if search is Search.NONE:
        return
    yield single(addresses.SEARCH, partial(search_page, press, edition), basis=str(search))
    if search is Search.OWN:
        found = gather(tuple(sheaves(edition, remember)), Shelves.of(library))
        yield from shard_jobs(found, named(library))


def named(library: Library) -> list[tuple[str, str, str]]:
    """Return each essay as the index names it: folder, title, language."""
    language = library.site.language
    return [(each.slug, each.title, each.language or language) for each in library.essays]


def sheaves(edition: Edition, remember: Remember = forget) -> Iterator[Sheaf]:
    """Yield what each essay gives to the index, then what the plain pages give."""
    for inputs, make in sheaf_makers(edition):
        yield bound(inputs, remember, make)
    yield bind("", map(document_of_page, edition.library.pages))


def sheaf_makers(edition: Edition) -> Sequence[tuple[Sequence[str], Callable[[], Sheaf]]]:
    """Return for each essay all that its sheaf follows from, as texts, and what makes it."""
    return edition.once("sheaf makers", lambda: tuple(_sheaf_makers(edition)))


def _sheaf_makers(edition: Edition) -> Iterator[tuple[Sequence[str], Callable[[], Sheaf]]]:
    cited = cited_by_essay(edition)
    for essay in edition.library.essays:
        works = cited.get(essay.slug, ())
        yield _inputs(edition, essay, works), partial(_sheaf, edition, essay, works)


def _sheaf(edition: Edition, essay: Essay, works: Sequence[Cited]) -> Sheaf:
    return bind(essay.slug, documents_of(edition, essay, works))


def _inputs(edition: Edition, essay: Essay, cited: Sequence[Cited]) -> tuple[str, ...]:
    """Return all that an essay's sheaf follows from, as texts."""
    works = [
        (place_of_source(edition, work, uses), work.said("title"), work.said("author"))
        for work, uses in cited
    ]
    statuses = [edition.standing.statuses[each.key] for each in essay.statements]
    tags = {tag.casefold(): "" for each in essay.statements for tag in each.tags}
    spelling = [edition.spelling[tag] for tag in tags]
    written = edition.library.written[essay.slug]
    hashed = sha256(pack((written, statuses, spelling, works))).hexdigest()
    return "the sheaf of an essay", code(), hashed


def finish_of(library: Library) -> Finish | None:
    """Return what makes further files of all pages: Pagefind, where the site uses it.

    It raises `SetupError` where Pagefind is not installed.
    """
    return pagefind_about if library.site.search is Search.PAGEFIND else None
