"""The job for a path, found by the path's shape: to make one file no list of all is needed."""

from __future__ import annotations

from collections.abc import Iterator

from argsite import addresses
from argsite.cache import Cache
from argsite.pages.assets import assets_job
from argsite.pages.catalogue import catalogue, essay_job, groups, look_of, statement_job, wholes
from argsite.pages.edition import Edition
from argsite.pages.index_page import index_jobs
from argsite.pages.job import Group, Job, paths_of
from argsite.pages.press import Press
from argsite.pages.sitemap import sitemap_jobs
from argsite.theme import Theme


class Directory:
    """Finds jobs of one state of a site, and lists no more of them than it must."""

    def __init__(self, press: Press, edition: Edition, theme: Theme, cache: Cache) -> None:
        """Prepare to find the jobs of the `catalogue` of the same values."""
        self._given = press, edition, theme, cache
        self._whole = wholes(edition)
        self._essays = {essay.slug: essay for essay in edition.library.essays}
        self.listed: list[str] = []
        """What the paths of each group begin with whose jobs were listed."""
        self._found: dict[str, Job] = {}
        look = look_of(theme)

        def assets() -> Job:
            return assets_job(edition.library, theme, look(), keeps=press.keeps)

        self._groups = [
            Group(("assets/",), "", lambda: (assets(),)),
            Group((addresses.INDEX, "statements/essays-"), "", lambda: index_jobs(press, edition)),
            *groups(press, edition, theme, cache, look),
            Group(("sitemap",), ".xml", lambda: sitemap_jobs(edition, paths_of(self._all()))),
        ]

    def job(self, path: str) -> Job | None:
        """Return the job that gives the file at `path`; None where the site has none there."""
        job = self._found.get(path) or self._of_statement(path) or self._of_essay(path)
        if job:
            self._found[path] = job
            return job
        for group in [each for each in self._groups if each.may_hold(path)]:
            self._found |= {each: job for job in group.jobs() for each in job.paths}
            self._groups.remove(group)
            self.listed.append(group.beginnings[0])
            if path in self._found:
                return self._found[path]
        return None

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files that the site has."""
        return paths_of(self._all())

    def _of_statement(self, path: str) -> Job | None:
        press, edition, _, _ = self._given
        key = path.removesuffix(".html")
        if key == path or key not in edition.library.graph.statements:
            return None
        return statement_job(press, edition, key, self._whole)

    def _of_essay(self, path: str) -> Job | None:
        press, edition, _, _ = self._given
        essay = self._essays.get(path.partition("/")[0])
        return essay_job(press, edition, essay, self._whole, path) if essay else None

    def _all(self) -> tuple[Job, ...]:
        return catalogue(*self._given)
