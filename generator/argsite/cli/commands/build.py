"""`argsite build`: the site, written."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from argsite.cli import options, places, report
from argsite.cli.meter import Meter
from argsite.remote import Address


@click.command(
    short_help="Write the site as plain files, ready to publish.",
    epilog="Example: argsite build my-site -o public",
)
@places.folder
@options.start
@places.output
@options.quiet
@options.debug
def build(
    folder: Path | Address | None,
    start: Path | None,
    output: Path | Address | None,
    *,
    quiet: bool,
) -> int:
    """Build the site in DIR, the folder that holds content/; by default the one you are in.

    DIR and OUT may be addresses, such as s3://bucket/my-site.

    Where a file has an error nothing is written, and the site that stood there still stands.
    """
    began = perf_counter()
    at = places.find(folder, start, output)
    from argsite.build import build as build_site

    with Meter(shown=not quiet) as progress, at.called_by_address():
        outcome = build_site(at.site, at.out, progress)
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
    return 0
