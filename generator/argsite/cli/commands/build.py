"""`argsite build`: the site, written."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from argsite.cli import account, options, places, report
from argsite.cli.meter import Meter
from argsite.errors import OutputError
from argsite.outcome import Outcome
from argsite.remote import Address
from argsite.stopwatch import Stopwatch
from argsite.unchanged import unchanged


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
@click.option("--explain", is_flag=True, help="Say of each page that was made why it was.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@click.option(
    "--profile",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Make everything in one process and write to FILE where its time went, for pstats.",
)
@options.quiet
@options.debug
def build(  # noqa: PLR0913 - one for each option
    folder: Path | Address | None,
    start: Path | None,
    output: Path | Address | None,
    workers: int | None,
    profile: Path | None,
    *,
    explain: bool,
    timings: bool,
    quiet: bool,
) -> int:
    """Build the site in DIR, the folder that holds content/; by default the one you are in.

    DIR and OUT may be addresses, such as s3://bucket/my-site.

    Only pages that are not as an earlier build left them are made. Where a file has an error
    nothing is written, and the site that stood there still stands.
    """
    began = perf_counter()
    at = places.find(folder, start, output)
    watch = Stopwatch()
    with at.called_by_address():
        with watch.stage("looking for changes"):
            outcome = unchanged(at.site, at.out) if profile is None else None
        if outcome is None:
            with Meter(shown=not quiet) as progress:
                outcome = _built(at.site, at.out, progress, workers, profile, watch)
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


def _built(  # noqa: PLR0913, PLR0917 - what the command was asked, handed on
    site: Path,
    out: Path,
    progress: Meter,
    workers: int | None,
    profile: Path | None,
    watch: Stopwatch,
) -> Outcome:
    from argsite.build import build as build_site

    if profile is None:
        return build_site(site, out, progress, workers=workers or 0, watch=watch)
    from cProfile import Profile

    profiler = Profile()
    outcome = profiler.runcall(build_site, site, out, progress, workers=1, watch=watch)
    try:
        profiler.dump_stats(profile)
    except OSError as error:
        raise OutputError(f"cannot write {profile}: {error.strerror}") from error
    return outcome
