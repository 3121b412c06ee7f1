"""Making a site's files: which are due, by which processes, and what is remembered of them.

due.py      which jobs are not as they were, and why
workers.py  processes that do them
gathering.py  what goes into the search index
ledger.py   what was made of what, kept for the next build
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from argsite.cache import Cache
from argsite.diagram import Engine, Layouts, Portion
from argsite.fork import processors
from argsite.making import ledger as ledgers
from argsite.making.due import Agenda, around_of, basis_of, plan
from argsite.making.gathering import gather
from argsite.making.ledger import Ledger, Made
from argsite.making.standing import standing_files
from argsite.making.workers import share
from argsite.output import Entry, File, Intake
from argsite.pages.inputs import Inputs, digest
from argsite.pages.job import Job, made
from argsite.pages.press import Page

__all__ = ["Making", "Order", "gather", "make"]

Finish = Callable[[Iterable[Page]], Iterator[Page]]
"""Makes further files of all pages."""

_FINISH = "*"
"""Stands for it in the ledger, where no path can be so called."""

_LAYOUTS = ("layouts",)
"""What layouts are kept under; they say themselves which Graphviz made them."""

_FEW = 48
"""So many jobs are done sooner than a process is started."""

_MOST_IN_CHUNK = 128


@dataclass(frozen=True, slots=True)
class Order:
    """What a build asks for."""

    jobs: Sequence[Job]
    """Every file of the site."""

    inputs: Inputs
    """What they are made of."""

    cache: Cache
    """What earlier builds left."""

    out: Path
    """Where the files are going to stand."""

    standing: Collection[str] = ()
    """Paths of the files that stand there as the last build left them."""

    workers: int = 0
    """How many processes do the work; 0 for as many as there are processors."""

    finish: Finish | None = None
    """Makes further files of all others, once they are there."""


@dataclass(slots=True)
class Making:
    """What came of the making; it grows while files are handed in."""

    reasons: dict[str, str] = field(default_factory=dict)
    """Path of each job's first file that was made, and why it was."""

    paths: list[str] = field(default_factory=list)
    """Where all files of the site stand."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What a worker did with one job."""

    job: int
    entries: tuple[Entry, ...]
    noted: tuple[int, ...]
    others: tuple[str, ...]
    """What it looked at that is no statement."""


def make(order: Order, intake: Intake, told: Making) -> Iterator[Entry]:
    """Yield every file of the site: those that stand as they should, then those made anew.

    Raises as `pages.job.made` and `workers.share` do. What was made is remembered at the end.
    """
    before = ledgers.read(order.cache, order.out)
    standing = standing_files(before, order.out, order.standing)
    agenda = plan(order.jobs, order.inputs, before, standing)
    names = _Names(order.inputs.edition.library.graph.statements)
    moved = [names.number(name) for name in before.names] if agenda.kept else []
    jobs = {each.paths[0]: _renumbered(each, moved) for each in agenda.kept.values()}
    handed = [entry for each in jobs.values() for entry in map(Entry, each.paths, each.hashes)]
    yield from handed
    for done in _done(order, agenda, intake, names):
        job = order.jobs[done.job]
        basis, around = basis_of(job, order.inputs), around_of(job, order.inputs)
        noted = (*done.noted, *map(names.number, done.others))
        jobs[job.paths[0]] = _made(done.entries, basis, around, noted)
        told.reasons[job.paths[0]] = agenda.due[done.job]
        handed += done.entries
        yield from done.entries
    if order.finish:
        known = before.jobs.get(_FINISH)
        known = known if known and standing.issuperset(known.paths) else None
        entries, jobs[_FINISH] = _finished(order.finish, intake, handed, known)
        handed += entries
        yield from entries
    told.paths += (each.path for each in handed)
    digests = tuple(map(order.inputs.noted, names))
    ledgers.write(order.cache, order.out, Ledger(order.inputs.frame, tuple(names), digests, jobs))


def _renumbered(made_before: Made, moved: Sequence[int]) -> Made:
    """Return what was made with the present numbers of what it looked at."""
    noted = tuple(moved[each] for each in made_before.noted)
    return made_before if noted == made_before.noted else replace(made_before, noted=noted)


def _made(
    entries: Sequence[Entry], basis: bytes, around: bytes = b"", noted: tuple[int, ...] = ()
) -> Made:
    paths = tuple(each.path for each in entries)
    return Made(paths, tuple(each.hashed for each in entries), basis, around, noted)


def _finished(
    finish: Finish, intake: Intake, handed: Sequence[Entry], before: Made | None
) -> tuple[list[Entry], Made]:
    """Return the files that are made of all others: those from before, where none has changed."""
    basis = digest(repr(sorted((each.path, each.hashed) for each in handed)))
    if before and before.basis == basis:
        return list(map(Entry, before.paths, before.hashes)), before
    pages = (Page(each.path, intake.read(each)) for each in handed)
    entries = [intake.take(File(*page)) for page in finish(pages)]
    return entries, _made(entries, basis)


class _Names:
    """Numbers for what jobs look at: statements first, in their order, then whatever comes."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Begin with the keys of statements, which all processes know alike."""
        self._numbers = {key: number for number, key in enumerate(keys)}

    def number(self, name: str) -> int:
        """Return the number of a name, a new one where it has none."""
        return self._numbers.setdefault(name, len(self._numbers))

    def split(self, noted: Iterable[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return the numbers of some names, and the names that have none yet."""
        numbers, others = [], []
        for name in noted:
            number = self._numbers.get(name)
            if number is None:
                others.append(name)
            else:
                numbers.append(number)
        return tuple(sorted(numbers)), tuple(sorted(others))

    def __iter__(self) -> Iterator[str]:
        """Go through the names in the order of their numbers."""
        return iter(self._numbers)


def _done(order: Order, agenda: Agenda, intake: Intake, names: _Names) -> Iterator[_Done]:
    """Do what is due, here or in processes beside this one; keep the layouts that were found."""
    edition = order.inputs.edition
    layouts = Layouts.from_bytes(order.cache.recall(_LAYOUTS) or b"")

    def do(worker: int, chunk: Sequence[int]) -> tuple[list[_Done], Portion]:
        own = intake.for_worker(f"{worker}-{chunk[0]}-")
        edition.forget()
        found = []
        for place in chunk:
            job = order.jobs[place]
            edition.noted.clear()
            files = [own.take(File(*page)) for page in made(job, engine)]
            found.append(_Done(place, tuple(files), *names.split(edition.noted)))
        return found, engine.layouts.portion()

    workers = 1 if len(agenda.due) <= _FEW else order.workers or processors()
    with Engine(layouts=layouts) as engine:
        for several, portion in share(_chunks(order.jobs, agenda.due), do, workers):
            layouts.take(portion)
            yield from several
    if agenda.due:
        order.cache.keep(_LAYOUTS, layouts.to_bytes())


def _chunks(jobs: Sequence[Job], due: Iterable[int]) -> list[list[int]]:
    """Return the places of jobs that are done together: those of one essay, not too many.

    What belongs to no essay comes first, since it takes longest.
    """
    chunks: list[list[int]] = []
    ordered = sorted(due, key=lambda place: (jobs[place].essay, place))
    for essay, group in groupby(ordered, key=lambda place: jobs[place].essay):
        places = list(group)
        most = _MOST_IN_CHUNK if essay else 1
        chunks += [places[start : start + most] for start in range(0, len(places), most)]
    return chunks
