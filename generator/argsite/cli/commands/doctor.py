"""`argsite doctor`: whether everything that Argsite needs is there."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import options, report
from argsite.errors import SetupError


@click.command(
    short_help="Look for everything that Argsite needs on this machine.",
    epilog="Example: argsite doctor my-site",
)
@options.folder
@options.start
@options.form
@options.debug
def doctor(folder: Path | None, start: Path | None, form: str) -> int:
    """Look for everything that Argsite needs, and say how to get what is missing.

    What is said here helps when you report a problem. In a site, or with DIR, the site is looked at
    too. The exit code is 1 where something that is needed is missing.
    """
    from argsite.cli.health import State, examine
    from argsite.cli.verdict import data, text

    site: Path | None
    try:
        site = options.site(folder, start)
    except SetupError:
        site = None
    groups = list(examine(site))
    missing = any(each.state is State.MISSING for group in groups for each in group.findings)
    if form == "json":
        report.say_data(data(groups))
    else:
        from argsite.cli.terminal import screen

        shown = screen()
        report.say("\n".join(text(groups, shown)), coloured=shown.coloured)
    return 1 if missing else 0
