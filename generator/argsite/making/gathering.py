"""What each essay gives to the search index, made by several processes before it is gathered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argsite.cache import Cache
from argsite.fork import processors
from argsite.making.workers import share
from argsite.model import Search
from argsite.pages import Edition, sheaf_makers
from argsite.pages.search.sheaf import Sheaf, bound

Maker = tuple[Sequence[str], Callable[[], Sheaf]]
"""All that an essay's share follows from, and what makes it."""

_IN_CHUNK = 4

_WORTH_IT = 8
"""Essays whose share takes longer than starting processes."""


def gather(edition: Edition, cache: Cache, workers: int) -> None:
    """Put what is missing of the index into the cache; of few essays nothing, which is as fast."""
    if edition.library.site.search is not Search.OWN:
        return
    missing = [each for each in sheaf_makers(edition) if not cache.has(each[0])]
    if len(missing) < _WORTH_IT:
        return
    chunks = [missing[start : start + _IN_CHUNK] for start in range(0, len(missing), _IN_CHUNK)]

    def do(_worker: int, chunk: Sequence[Maker]) -> None:
        for inputs, make in chunk:
            bound(inputs, cache.made, make)

    for _ in share(chunks, do, workers or processors()):
        pass
