"""`argsite new`: a small complete site to start from."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import options, report
from argsite.cli.starter import plant


@click.command(
    short_help="Make a small complete site to start from.", epilog="Example: argsite new my-site"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@options.quiet
@options.debug
def new(folder: Path, *, quiet: bool) -> None:
    """Make a small complete site in DIR to start from.

    DIR must be empty, or not there yet.
    """
    plant(folder)
    if not quiet:
        report.say(report.planted(folder))
