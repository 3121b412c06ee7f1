"""`argsite build`: the site, written."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from argsite.cli import options, report
from argsite.cli.meter import Meter


@click.command(
    short_help="Write the site as plain files, ready to publish.",
    epilog="Example: argsite build my-site -o public",
)
@options.folder
@options.start
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Where to write the site; by default DIR/site.",
)
@options.quiet
@options.debug
def build(folder: Path | None, start: Path | None, output: Path | None, *, quiet: bool) -> int:
    """Build the site in DIR, the folder that holds content/; by default the one you are in.

    Where a file has an error nothing is written, and the site that stood there still stands.
    """
    began = perf_counter()
    site = options.site(folder, start)
    from argsite.build import build as build_site

    out = site / "site" if output is None else output
    with Meter(shown=not quiet) as progress:
        outcome = build_site(site, out, progress)
    report.show(outcome, site)
    if outcome.written is None:
        stands = out.exists() and any(out.iterdir())
        report.say(report.unwritten(stands=stands), to_errors=True)
        return 1
    done = outcome.recorded
    if done and done.fault:
        report.say(f"warning: {done.fault}", to_errors=True)
    if not quiet:
        report.say(report.built(outcome, outcome.written, out, perf_counter() - began))
        if done and done.added:
            report.say(report.recorded(done))
    return 0
