"""A site whose files are made when they are asked for, and kept: what a preview shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import starmap

from argsite import addresses
from argsite.analysis import Standing
from argsite.cache import Cache
from argsite.model import Library, Search
from argsite.pages.directory import Directory
from argsite.pages.edition import Edition
from argsite.pages.figure import Draughtsman
from argsite.pages.job import Job, made
from argsite.pages.other_pages import not_found_page
from argsite.pages.press import Page, Press
from argsite.pages.search import finish_of
from argsite.theme import Theme

_PAGEFIND = addresses.pagefind("")


class Shelf:
    """Every file of one state of a site, by its path; each is what a build would write there.

    It is for one thread at a time, as Graphviz is.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of a site, then who makes its files
        self,
        library: Library,
        standing: Standing,
        theme: Theme,
        press: Press,
        draws: Draughtsman,
        known: Iterable[Page] = (),
        before: Edition | None = None,
    ) -> None:
        """Prepare for a site; `press` has the theme's templates, `draws` makes its diagrams.

        `known` are files that were made before, `before` is an earlier state of the site.
        """
        after = partial(Edition.after, before) if before else Edition.of
        self.edition: Edition = after(library, standing)
        """What its pages draw on."""
        self._press = press
        self._draws = draws
        self._directory = Directory(press, self.edition, theme, Cache())
        self._made: dict[str, bytes] = dict(known)

    @property
    def listed(self) -> list[str]:
        """What the paths of each group begin with whose jobs were listed to find one."""
        return self._directory.listed

    def has(self, path: str) -> bool:
        """Say whether the site has a file at `path`."""
        if path in self._made or self._directory.job(path):
            return True
        return self._is_pagefind(path) and path in self._with_pagefind()

    def file(self, path: str) -> bytes | None:
        """Return the file at `path`; None where the site has none there.

        Raises as `pages` does, also where it did so before.
        """
        job = None if path in self._made else self._directory.job(path)
        if job:
            self._do(job)
        if self._is_pagefind(path):
            return self._with_pagefind().get(path)
        return self._made.get(path)

    def not_found(self, address: str) -> bytes:
        """Return the page for an unknown address, whole at any depth of the site at `address`."""
        library = self.edition.library
        site = replace(library.site, url=address)
        edition = Edition.of(replace(library, site=site), self.edition.standing)
        return not_found_page(self._press, edition).data

    def _do(self, job: Job) -> None:
        self._made |= dict(made(job, self._draws))

    def _is_pagefind(self, path: str) -> bool:
        return path.startswith(_PAGEFIND) and self.edition.library.site.search is Search.PAGEFIND

    def _with_pagefind(self) -> dict[str, bytes]:
        """Return all files of the site; those of Pagefind are about all others."""
        if not any(path.startswith(_PAGEFIND) for path in self._made):
            pages = dict(self._all())
            finish = finish_of(self.edition.library)
            more = finish(starmap(Page, pages.items())) if finish else ()
            self._made = pages | dict(more)
        return self._made

    def _all(self) -> Iterator[Page]:
        for path in self._directory.paths():
            yield Page(path, self.file(path) or b"")
