"""Making a site's files: which are due, by which processes, and what is remembered of them.

due.py      which jobs are not as they were, and why
doing.py    jobs done in chunks
workers.py  processes that do them
gathering.py  what goes into the search index
ledger.py   what was made of what, kept for the next build
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path

from argsite.addresses import essay_map
from argsite.cache import Cache
from argsite.diagram import Engine, Layouts
from argsite.fork import processors
from argsite.making import ledger as ledgers
from argsite.making.doing import Chunk, Done, Names, Result, do
from argsite.making.due import Agenda, around_of, basis_of, plan
from argsite.making.gathering import gather
from argsite.making.ledger import Ledger, Made
from argsite.making.standing import standing_files
from argsite.making.workers import share
from argsite.numbers import packed, unpacked
from argsite.output import Entry, File, Intake
from argsite.pages.inputs import Inputs, digest
from argsite.pages.job import Job
from argsite.pages.press import Page

__all__ = ["Crew", "Making", "Order", "gather", "make"]

Finish = Callable[[Iterable[Page]], Iterator[Page]]
"""Makes further files of all pages."""

Crew = Callable[[Sequence[Chunk], Inputs, Intake], Iterator[Result]]
"""Does chunks elsewhere; it is told of which state of the site, and where files are handed in."""

_FINISH = "*"
"""Stands for it in the ledger, where no path can be so called."""

_LAYOUTS = ("layouts",)
"""What layouts are kept under; they say themselves which Graphviz made them."""

_FEW = 48
"""So many jobs are done sooner than a process is started."""

_MOST_IN_CHUNK = 128

_FIRST, _LAST = 10, 5
"""So many jobs of an essay are a sample: the first are about statements, the last about itself."""


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

    crew: Crew | None = None
    """Does the work instead of processes of this machine."""


@dataclass(slots=True)
class Making:
    """What came of the making; it grows while files are handed in."""

    reasons: dict[str, str] = field(default_factory=dict)
    """Path of each job's first file that was made, and why it was."""

    paths: list[str] = field(default_factory=list)
    """Where all files of the site stand."""

    written: set[str] = field(default_factory=set)
    """Where those stand that were not there yet as they are now."""


def make(order: Order, intake: Intake, told: Making) -> Iterator[Entry]:
    """Yield every file of the site: those that stand as they should, then those made anew.

    Raises as `pages.job.made` and `workers.share` do. What was made is remembered at the end.
    """
    before = ledgers.read(order.cache, order.out)
    standing = standing_files(before, order.out, order.standing)
    agenda = plan(order.jobs, order.inputs, before, standing)
    names = _names(before, order.inputs.edition.library.graph.statements)
    jobs = {each.paths[0]: each for each in _renumbered(agenda.kept.values(), before.names, names)}
    handed = [entry for each in jobs.values() for entry in map(Entry, each.paths, each.hashes)]
    yield from handed
    for done in _done(order, agenda, intake, names):
        job = order.jobs[done.job]
        basis, around = basis_of(job, order.inputs), around_of(job, order.inputs)
        noted = done.noted + packed(map(names.number, done.others))
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
    told.written.update(each.path for each in handed if each.waits)
    inputs = order.inputs
    found = agenda.digests
    digests = tuple([found[name] if name in found else inputs.noted(name) for name in names])
    now = Ledger(inputs.frame, tuple(names), digests, inputs.facts, jobs)
    ledgers.write(order.cache, order.out, now)


def _names(before: Ledger, statements: Collection[str]) -> Names:
    """Return the names that are known at the beginning, those of all statements first."""
    names = Names(statements)
    if before.names[: len(statements)] == tuple(statements):
        for each in before.names:  # so that nothing has to be renumbered
            names.number(each)
    return names


def _renumbered(kept: Collection[Made], before: Sequence[str], names: Names) -> Iterable[Made]:
    """Return what was made before, with the present numbers of what it looked at."""
    if tuple(islice(names, len(before))) == before:
        return kept
    used = sorted({*unpacked(b"".join(each.noted for each in kept))})
    moved = {each: names.number(before[each]) for each in used}
    if all(old == new for old, new in moved.items()):
        return kept
    return (
        each._replace(noted=packed(map(moved.__getitem__, unpacked(each.noted)))) for each in kept
    )


def _made(entries: Sequence[Entry], basis: bytes, around: bytes = b"", noted: bytes = b"") -> Made:
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


def _done(order: Order, agenda: Agenda, intake: Intake, names: Names) -> Iterator[Done]:
    """Do what is due, here or in processes beside this one; keep the layouts that were found."""
    if not agenda.due:
        return  # without Graphviz, which is slow to load
    edition = order.inputs.edition
    layouts = Layouts(order.cache.recall(_LAYOUTS) or b"")

    def work(worker: int, chunk: Chunk) -> Result:
        own = intake.for_worker(f"{worker}-{chunk[0]}-")
        return do(chunk, order.jobs, edition, names, engine, own.take)

    workers = 1 if len(agenda.due) <= _FEW else order.workers or processors()
    chunks = _chunks(order.jobs, agenda.due)
    if workers > 1:
        layouts.open()
    with Engine(layouts=layouts) as engine:
        if order.crew and chunks:
            results = order.crew(chunks, order.inputs, intake)
        else:
            results = _shared(chunks, order.jobs, work, workers, engine)
        for several, portion in results:
            layouts.take(portion)
            yield from several
    if layouts.are_new:
        order.cache.keep(_LAYOUTS, layouts.to_bytes())


def _shared(
    chunks: Sequence[Chunk],
    jobs: Sequence[Job],
    work: Callable[[int, Chunk], Result],
    workers: int,
    engine: Engine,
) -> Iterator[Result]:
    """Do chunks in processes beside this one, a sample of them before: those are copies of it.

    What the sample loads and remembers none of them has to load, nor to hold for itself.
    """
    if workers > 1:
        *chunks, last = chunks
        sample = _sample(last, jobs)
        yield work(0, sample)
        engine.close()  # it may have threads, which would not be copied
        rest = [each for each in last if each not in sample]
        chunks += [rest] if rest else []
    yield from share(chunks, work, workers)


def _sample(chunk: Chunk, jobs: Sequence[Job]) -> Chunk:
    """Return jobs of a chunk that look at most kinds of things, and soon are done."""
    slow = {essay_map(jobs[chunk[0]].essay)}
    quick = [each for each in chunk if slow.isdisjoint(jobs[each].paths)] or chunk
    return [*quick[:_FIRST], *quick[_FIRST:][-_LAST:]]


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
