"""Jobs for the press: which files they give, known before one of them is made.

A build does all jobs in order, a preview those whose files somebody looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from argsite.pages.figure import Draughtsman, Figure, Sketch, figures
from argsite.pages.press import Page


class Job(NamedTuple):
    """Files of a site that are made together. There are as many as statements, and more."""

    paths: tuple[str, ...]
    """Where they belong, in the order in which they are made."""

    make: Callable[[Sequence[Figure]], Iterable[Page]]
    """Makes them, with the diagrams that were drawn."""

    sketches: Callable[[], Sequence[Sketch]] | None = None
    """Gives the diagrams that must be drawn first; None where there can be none."""

    basis: str = ""
    """What the job was given beside what it looks at, such as the keys on its page of a list.

    Where it is empty and the job belongs to no essay, it is about the whole site.
    """

    essay: str = ""
    """The folder of the essay that it belongs to, where its files depend on how that argues."""

    statement: str = ""
    """Key of the statement that it is about; without one it is about its essay as a whole."""


class Group(NamedTuple):
    """Jobs that are listed together, and only where one of their files may be asked for."""

    beginnings: tuple[str, ...]
    """What the paths of their files begin with."""

    ending: str
    """What they end with."""

    jobs: Callable[[], Iterable[Job]]
    """Lists them."""

    def may_hold(self, path: str) -> bool:
        """Say whether the file at `path` may be one of theirs."""
        return path.startswith(self.beginnings) and path.endswith(self.ending)


def single(
    path: str, make: Callable[[], Page], basis: str = "", essay: str = "", statement: str = ""
) -> Job:
    """Return the job for one file without diagrams."""
    return Job((path,), lambda _: (make(),), basis=basis, essay=essay, statement=statement)


def several(
    paths: Iterable[str], make: Callable[[], Iterable[Page]], basis: str = "", essay: str = ""
) -> Job:
    """Return the job for files without diagrams that are made together."""
    return Job(tuple(paths), lambda _: make(), basis=basis, essay=essay)


def paths_of(jobs: Iterable[Job]) -> Iterator[str]:
    """Yield the paths of all files that jobs give."""
    return (path for job in jobs for path in job.paths)


def made(job: Job, engine: Draughtsman) -> Iterator[Page]:
    """Do a job, its diagrams first; yield its files."""
    drawn = list(figures(engine, job.sketches())) if job.sketches else []
    yield from job.make(drawn)
