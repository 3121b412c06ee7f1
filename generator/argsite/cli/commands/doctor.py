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
@click.option(
    "--report",
    "is_report",
    is_flag=True,
    help="Write a bug report to send, in Markdown, without private text.",
)
@options.debug
def doctor(folder: Path | None, start: Path | None, form: str, *, is_report: bool) -> int:
    """Look for everything that Argsite needs, and say how to get what is missing.

    What is said here helps when you report a problem. In a site, or with DIR, the site is looked at
    too. The exit code is 1 where something that is needed is missing.

    With --report it is put so that it can be sent to strangers: versions, counts and kinds of
    problems, and where in Argsite the last bug arose. No text of the site is in it, no name of a
    file, a person or a machine.
    """
    from argsite.cli.health import State, examine
    from argsite.cli.verdict import data, text

    if is_report and form == "json":
        raise click.UsageError("--report is Markdown; leave --format json out")
    site: Path | None
    try:
        site = options.site(folder, start)
    except SetupError:
        site = None
    if is_report:
        from argsite.cli.diagnosis import write

        report.say(write(site).rstrip())
        return 0
    groups = list(examine(site))
    missing = any(each.state is State.MISSING for group in groups for each in group.findings)
    if form == "json":
        report.say_data(data(groups))
    else:
        from argsite.cli.terminal import screen

        shown = screen()
        report.say("\n".join(text(groups, shown)), coloured=shown.coloured)
    return 1 if missing else 0
