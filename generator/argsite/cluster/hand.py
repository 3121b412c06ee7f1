"""What a worker of a cluster does: it reads the site itself, once, and does chunks of jobs.

A chunk may be done twice, by two workers or by one that was thought lost. So what is handed in has
a name of its own each time, and which of them counts is said by the answer alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from uuid import uuid4

from argsite.build import read
from argsite.cache import site_cache
from argsite.cluster.order import Spec, program, state_of
from argsite.diagram import Engine, Layouts
from argsite.errors import SetupError
from argsite.load import Memory
from argsite.making.doing import Chunk, Names, Result, do
from argsite.output import Entry, File, Intake
from argsite.output.file import digest
from argsite.output.intake import spellings
from argsite.output.refusal import known
from argsite.pages import Edition, Inputs, Press, catalogue
from argsite.pages.job import Job
from argsite.problems import Severity
from argsite.remote import Address, is_address, parse


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker sends back."""

    result: Result
    """What came of the chunk."""

    files: Sequence[File] = ()
    """The pages themselves, where no folder is shared."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A site as this process has read it."""

    spec: Spec
    edition: Edition
    jobs: Sequence[Job]
    names: Names
    layouts: Layouts
    intake: Intake | None
    """Where pages are handed in; None where they are sent back."""


_alone = Lock()  # a worker has threads, and neither Graphviz nor an edition is made for several
_newest: list[_Site] = []


def work(spec: Spec, chunk: Chunk) -> Answer:
    """Do a chunk of jobs of a site.

    SetupError where this machine has another Argsite, sees another state of the site, or does not
    reach the output folder.
    """
    with _alone:
        if not _newest or _newest[0].spec != spec:
            _newest.clear()
            _newest.append(_prepared(spec))
        site = _newest[0]
        files: list[File] = []
        intake = site.intake.for_worker(f"{uuid4().hex}-") if site.intake else None

        def send_back(file: File) -> Entry:
            files.append(file)
            return Entry(file.path, digest(file.data))

        take = intake.take if intake else send_back
        with Engine(layouts=site.layouts) as engine:
            result = do(chunk, site.jobs, site.edition, site.names, engine, take)
        return Answer(result, files)


def _prepared(spec: Spec) -> _Site:
    if program() != spec.program:
        raise SetupError(f"it has another Argsite or other packages ({program()})")
    intake = _intake(spec) if spec.out else None
    root = _root(spec.site)
    cache = site_cache(root)
    reading = read(root, Memory(cache), least=Severity.ERROR)
    library, standing, theme = reading.library, reading.standing, reading.theme
    other = SetupError(f"it sees another state of the site at {spec.site}")
    if reading.outcome.failed or library is None or standing is None or theme is None:
        raise other
    edition = Edition.of(library, standing)
    press = Press(theme, edition.noted.add)
    inputs = Inputs(edition, reading.digests, "", press.setting, press.templates)
    if state_of(inputs) != spec.state:
        raise other
    jobs = catalogue(press, edition, theme, cache)
    return _Site(spec, edition, jobs, Names(library.graph.statements), Layouts(), intake)


def _intake(spec: Spec) -> Intake:
    staging, out = Path(spec.staging), Path(spec.out)
    if not staging.is_dir():
        raise SetupError(f"it does not reach {staging}; all machines must share the output folder")
    return Intake(out, staging, spellings(known(out)))


def _root(site: str) -> Path:
    place = parse(site) if is_address(site) else Path(site)
    if isinstance(place, Address):
        from argsite.remote.fetch import fetched

        return fetched(place)
    if not (place / "content").is_dir():
        raise SetupError(f"it does not reach {place}; all machines must share the site's folder")
    return place
