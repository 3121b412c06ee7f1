"""`argsite check`: every problem, nothing written."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from argsite.cli import options, report


@click.command(epilog="Example: argsite check my-site")
@options.folder
@options.quiet
@options.debug
def check(folder: Path, *, quiet: bool) -> int:
    """Show every problem of the site in DIR; write nothing."""
    began = perf_counter()
    options.require_content(folder)
    from argsite.build import check as check_site

    outcome = check_site(folder)
    report.show(outcome, folder)
    if outcome.failed:
        return 1
    if not quiet:
        report.say(report.checked(outcome, perf_counter() - began))
    return 0
