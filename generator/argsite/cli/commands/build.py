"""`argsite build`: the site, written."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from argsite.cache import site_cache
from argsite.cli import account, options, places, report
from argsite.cli.meter import Meter
from argsite.errors import OutputError, SetupError
from argsite.outcome import Outcome
from argsite.remote import Address
from argsite.stamp import Seen, look
from argsite.stopwatch import Stopwatch
from argsite.unchanged import unchanged

if TYPE_CHECKING:  # the pipeline is loaded where there is something to do
    from argsite.making import Crew


@click.command(
    short_help="Write the site as plain files, ready to publish.",
    epilog="Example: argsite build my-site -o public",
)
@places.folder
@options.start
@places.output
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    help="Make pages in N processes; by default one for each processor.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Make pages on the Dask cluster whose scheduler is at ADDRESS, such as tcp://host:8786.",
)
@click.option("--explain", is_flag=True, help="Say of each page that was made why it was.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@click.option(
    "--profile",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Make everything in one process and write to FILE where its time went, for pstats.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="Write nothing: make all anew in a scratch folder and say where OUT holds anything else.",
)
@options.quiet
@options.debug
def build(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path | Address | None,
    start: Path | None,
    output: Path | Address | None,
    workers: int | None,
    cluster: str | None,
    profile: Path | None,
    *,
    explain: bool,
    timings: bool,
    verify: bool,
    quiet: bool,
) -> int:
    """Build the site in DIR, the folder that holds content/; by default the one you are in.

    DIR and OUT may be addresses, such as s3://bucket/my-site.

    Only pages that are not as an earlier build left them are made. Where a file has an error
    nothing is written, and the site that stood there still stands.

    With --verify nothing is written either way: the exit code says whether OUT holds what a build
    makes (0) or not (1).
    """
    began = perf_counter()
    _refuse_both(cluster, workers, profile)
    if verify:
        _refuse_with_verify(cluster, profile, output, explain=explain)
    at = places.find(folder, start, output)
    watch = Stopwatch()
    if verify:
        return _verified(at, workers, watch if timings else None, quiet=quiet)
    with at.called_by_address():
        with watch.stage("looking for changes"):
            seen = look(at.site, site_cache(at.site), at.out)
            outcome = unchanged(at.site, at.out, seen) if profile is None else None
        if outcome is None:
            with Meter(shown=not quiet) as progress:
                crew = _crew(cluster, at) if cluster is not None else None
                outcome = _built(at, progress, workers, crew, profile, watch, seen)
    report.show(outcome, at.named_from)
    if outcome.written is None:
        stands = at.out.exists() and any(at.out.iterdir())
        report.say(report.unwritten(stands=stands), to_errors=True)
        return 1
    with Meter(shown=not quiet) as progress:
        written = at.sent(outcome.written, progress)
    done = at.recorded(outcome.recorded)
    if done and done.fault:
        report.say(f"warning: {done.fault}", to_errors=True)
    if not quiet:
        report.say(report.built(outcome, written, at.output, perf_counter() - began))
        if done and done.added:
            report.say(report.recorded(done))
    if explain:
        report.say(account.explained(outcome))
    if timings:
        report.say(account.timed(watch))
    return 0


def _refuse_both(cluster: str | None, workers: int | None, profile: Path | None) -> None:
    """Raise UsageError where work is asked for both here and elsewhere."""
    if cluster is None:
        return
    if workers is not None:
        raise click.UsageError("--workers is about this machine; leave it out with --cluster")
    if profile is not None:
        raise click.UsageError("--profile is about this machine; leave it out with --cluster")


def _refuse_with_verify(
    cluster: str | None, profile: Path | None, output: Path | Address | None, *, explain: bool
) -> None:
    """Raise UsageError where --verify is given with an option that it has no use for."""
    given = {"--cluster": cluster, "--profile": profile, "--explain": explain}
    for name in (name for name, value in given.items() if value):
        raise click.UsageError(f"--verify makes everything here and anew; leave out {name}")
    if isinstance(output, Address):
        raise click.UsageError("--verify compares with a folder of this machine; name it with -o")


def _verified(
    at: places.Places, workers: int | None, watch: Stopwatch | None, *, quiet: bool
) -> int:
    """Say whether the output folder holds what a build makes; return the exit code."""
    from argsite.cli import comparison  # here, as a build where nothing changed has no use for it
    from argsite.verification import verify

    if at.target is not None:  # where a site at an address would go by default
        raise click.UsageError("--verify compares with a folder of this machine; name it with -o")
    began = perf_counter()
    with at.called_by_address(), Meter(shown=not quiet) as progress:
        outcome, found = verify(at.site, at.out, progress, workers=workers or 0, watch=watch)
    report.show(outcome, at.named_from)
    if found is None:
        report.say("nothing was compared", to_errors=True)
        return 1
    if not found.is_equal:
        report.say(comparison.different(found, at.output), to_errors=True)
        return 1
    if not quiet:
        report.say(comparison.equal(found, at.output, perf_counter() - began))
    if watch:
        report.say(account.timed(watch))
    return 0


def _crew(address: str, at: places.Places) -> Crew:
    """Return a cluster that reads and writes where this build does."""
    from importlib.util import find_spec

    if not find_spec("distributed"):
        raise SetupError(
            "--cluster needs packages that are not installed; run: pip install 'argsite[cluster]'"
        )
    from argsite.cluster import Cluster

    site = str(at.source or at.site.resolve())
    return Cluster(address, site, shares_output=at.target is None).do


def _built(  # noqa: PLR0913, PLR0917 - what the command was asked, handed on
    at: places.Places,
    progress: Meter,
    workers: int | None,
    crew: Crew | None,
    profile: Path | None,
    watch: Stopwatch,
    seen: Seen,
) -> Outcome:
    from argsite.build import build as build_site

    if profile is None:
        count = workers or 0
        return build_site(
            at.site, at.out, progress, workers=count, watch=watch, crew=crew, seen=seen
        )
    from cProfile import Profile

    profiler = Profile()
    outcome = profiler.runcall(build_site, at.site, at.out, progress, workers=1, watch=watch)
    try:
        profiler.dump_stats(profile)
    except OSError as error:
        raise OutputError(f"cannot write {profile}: {error.strerror}") from error
    return outcome
