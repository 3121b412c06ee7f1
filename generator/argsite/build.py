"""The pipeline, from an author's folder to a site. Read this first.

content/ ─ load ─▶ Library ─ stand ─▶ Standing ─ check ─▶ Problems
Library + Standing ─ pages (with diagrams) ─▶ bytes ─ publish ─▶ site/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from argsite import stamp
from argsite.analysis import Standing, fares_alike, stood
from argsite.cache import FOLDER as CACHE
from argsite.cache import Cache
from argsite.check import check as check_library
from argsite.check.beside import beside
from argsite.consequences import without_consequences
from argsite.formats import lock
from argsite.garbage import uncollected
from argsite.load import Digests, Memory, load
from argsite.making import Crew, Making, Order, gather, make
from argsite.model import Graph, Library
from argsite.outcome import Outcome
from argsite.output import (
    MANIFEST,
    Entry,
    Intake,
    Recorded,
    fill,
    record,
    refuse_unsafe,
)
from argsite.pages import Edition, Inputs, Press, catalogue, finish_of, recall_open
from argsite.problems import Problem, Severity, in_order, is_error
from argsite.severities import AS_USUAL, Settings, judged
from argsite.stopwatch import Stopwatch
from argsite.theme import Theme, choose
from argsite.unchanged import stamp_of
from argsite.version import code

Progress = Callable[[str, int, int], None]
"""Told what is being made, how many are done, and how many there will be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A site as it was read and checked, ready to be set in pages."""

    outcome: Outcome
    """The author's mistakes."""

    library: Library | None = None
    """The content; None where a file could not be read at all."""

    standing: Standing | None = None
    """How its statements fare; None without a library."""

    theme: Theme | None = None
    """What its pages look like; None where the theme has a mistake."""

    found: tuple[Problem, ...] = ()
    """All that was found, not judged yet."""

    checks: Settings = field(default_factory=lambda: AS_USUAL)
    """How much each kind of problem matters to the site."""

    digests: Mapping[str, Digests] = field(default_factory=dict)
    """What is written in each essay, by folder, as digests."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Ignore how far the work is."""


@uncollected()
def build(  # noqa: PLR0913 - all but two have a name and a default
    root: Path,
    out: Path,
    progress: Progress = silent,
    *,
    workers: int = 0,
    watch: Stopwatch | None = None,
    crew: Crew | None = None,
    seen: stamp.Seen | None = None,
) -> Outcome:
    """Build the site at `root` (the folder that holds `content/`) into the folder `out`.

    Only what is not as an earlier build left it is made, by `workers` processes; 0 stands for as
    many as there are processors, and a `crew` does it elsewhere. `watch` measures the stages. What
    was `seen` of the site before is not looked at again.
    Where an author's mistake stands in the way nothing is written.
    Raises an `ArgsiteError` where the machine or the set-up does.
    """
    watch = watch or Stopwatch()
    refuse_unsafe(root, out)
    cache = Cache(root / CACHE)
    seen = seen or stamp.look(root, cache, out)
    reading = read(root, Memory(cache), least=Severity.ERROR, cache=cache, watch=watch)
    library, standing, theme = reading.library, reading.standing, reading.theme
    if reading.outcome.failed or library is None or standing is None or theme is None:
        return with_warnings(reading)
    making = Making()
    # Warnings take as long as planning and a few pages; a second processor has time for them.
    with beside(library, standing, least=Severity.WARNING, done=Severity.ERROR) as warnings:
        with watch.stage("planning"):
            edition = Edition.of(library, standing, cache.made)
            recall_open(edition, _argued(reading.digests), cache.made)
            gather(edition, cache, workers)
            press = Press(theme, edition.noted.add)
            jobs = catalogue(press, edition, theme, cache)
            inputs = Inputs(edition, reading.digests, code(), press.setting, press.templates)
        order = Order(jobs, inputs, cache, out, seen.standing, workers, finish_of(library), crew)
        with watch.stage("making pages and putting them in place"):
            written = fill(out, partial(_made, order, making, watch, progress))
        outcome = _judged(reading, warnings())
    cache.prune()
    recorded = None
    if library.site.url or lock.NAME in library.manuscripts:
        recorded = _record(root, library)
    outcome = replace(outcome, written=written, recorded=recorded, reasons=making.reasons)
    known = {path: seen.stamp.files[path] for path in seen.standing - making.written - {MANIFEST}}
    left = stamp_of(seen.inputs, outcome)
    stamp.write(root, cache, out, left, (*making.paths, MANIFEST), known)
    return outcome


def check(root: Path) -> Outcome:
    """Read and check the site at `root`; write nothing."""
    return read(root).outcome


def check_and_record(root: Path) -> Outcome:
    """Read and check the site at `root`, and add what it publishes to its lock file.

    Where there is a mistake the lock file stays as it is.
    """
    reading = read(root)
    if reading.outcome.failed or reading.library is None:
        return reading.outcome
    return replace(reading.outcome, recorded=_record(root, reading.library))


def read(  # noqa: PLR0913 - all but the first have a name and a default
    root: Path,
    memory: Memory | None = None,
    unsaved: Mapping[str, str] = MappingProxyType({}),
    *,
    least: Severity = Severity.NOTE,
    before: Reading | None = None,
    cache: Cache | None = None,
    watch: Stopwatch | None = None,
) -> Reading:
    """Read and check the site at `root`; `memory` and `unsaved` are those of `load`.

    What the reading `before` found out holds again where nothing changed that it depends on; how
    statements fare is remembered by a `cache`, too.

    Problems are judged as `site.yaml` says. What matters less than `least` is not looked for, which
    is faster; nor are notes where a file has a mistake.
    """
    watch = watch or Stopwatch()
    problems: list[Problem] = []
    with watch.stage("reading"):
        loaded = load(root, problems.append, memory, unsaved)
    library = loaded.library
    if library is None:
        known = without_consequences(problems, loaded.manuscripts)
        found = judged(known, loaded.checks, least=least)
        outcome = Outcome(tuple(in_order(found)), loaded.manuscripts, is_complete=False)
        return Reading(outcome, found=tuple(known), checks=loaded.checks)
    with watch.stage("working out what stands"):
        standing = _standing(library.graph, loaded.digests, before, cache or Cache())
    # Where a mistake was found something was left out; notes on the rest would mislead.
    if any(is_error(each) for each in problems) and least is Severity.NOTE:
        least = Severity.WARNING
    with watch.stage("checking"):
        check_library(library, standing, problems.append, least=least)
    manuscripts = dict(loaded.manuscripts)
    theme = choose(library, root, problems.append, manuscripts, memory)
    known = without_consequences(problems, manuscripts)
    outcome = Outcome(
        tuple(in_order(judged(known, loaded.checks, least=least))),
        manuscripts,
        essays=len(library.essays),
        statements=len(library.graph.statements),
        arguments=len(library.graph.arguments),
    )
    return Reading(outcome, library, standing, theme, tuple(known), loaded.checks, loaded.digests)


def with_warnings(reading: Reading) -> Outcome:
    """Return what came of a reading for errors alone, with the warnings that it left out."""
    library, standing = reading.library, reading.standing
    problems: list[Problem] = []
    if library and standing:
        check_library(
            library, standing, problems.append, least=Severity.WARNING, done=Severity.ERROR
        )
    return _judged(reading, problems)


def _judged(reading: Reading, warnings: Iterable[Problem]) -> Outcome:
    """Return what came of a reading for errors alone, with further warnings."""
    # What follows from another mistake may follow from one that was found first.
    known = without_consequences([*reading.found, *warnings], reading.outcome.manuscripts)
    found = judged(known, reading.checks, least=Severity.WARNING)
    return replace(reading.outcome, problems=tuple(in_order(found)))


def _standing(
    graph: Graph, digests: Mapping[str, Digests], before: Reading | None, cache: Cache
) -> Standing:
    """Return how the statements fare: as before, where nothing that matters has changed."""
    if before and before.library and before.standing and fares_alike(before.library.graph, graph):
        return before.standing
    return stood(graph, _argued(digests), cache.made)


def _argued(digests: Mapping[str, Digests]) -> list[str]:
    """Return what tells all that is argued from anything else."""
    return [code(), *(f"{slug} {each.shape.hex()}" for slug, each in digests.items())]


def _record(root: Path, library: Library) -> Recorded:
    """Add the ids of all statements to the lock file."""
    manuscript = library.manuscripts.get(lock.NAME)
    if manuscript and library.graph.statements.keys() <= library.published.keys():
        return Recorded(0)
    return record(root, manuscript.text if manuscript else None, library.graph.statements)


def _made(
    order: Order, making: Making, watch: Stopwatch, progress: Progress, intake: Intake
) -> Iterator[Entry]:
    """Make a site's files, measure how long that takes, and tell how far it is."""
    total = sum(len(job.paths) for job in order.jobs)
    with watch.stage("making pages"):
        for done, entry in enumerate(make(order, intake, making), 1):
            progress("pages", done, max(done, total))
            yield entry
