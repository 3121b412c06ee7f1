"""`argsite tree`: the argument with its statuses, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import complete, options, report

_STATUSES = click.Choice(
    [
        *("stands", "presumed", "contested", "open"),
        *("rebutted", "unsupported", "accepted", "rejected"),
    ]
)


@click.command(
    short_help="Print the argument with the status of each statement.",
    epilog="Example: argsite tree park --status contested",
)
@click.argument("essay", required=False, shell_complete=complete.essays)
@options.start
@click.option(
    "--point", metavar="N", type=click.IntRange(min=1), help="Show the claims of point N alone."
)
@click.option(
    "--depth", metavar="N", type=click.IntRange(min=1), help="Show N levels below the first."
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    metavar="STATUS",
    type=_STATUSES,
    help="Show statements of this status, and what they bear on; may be given more than once. "
    f"One of: {', '.join(_STATUSES.choices)}.",
)
@options.debug
def tree(
    essay: str | None,
    start: Path | None,
    point: int | None,
    depth: int | None,
    statuses: tuple[str, ...],
) -> None:
    """Print the argument of ESSAY, by default of each essay, with the status of each statement.

    What stands below a statement bears on it: "Because" speaks for it, "But" against it, "Does not
    follow" attacks the step. In brackets are the ids that `argsite why` explains.
    """
    site = options.site(None, start)
    from argsite.cli import content
    from argsite.cli.argument_tree import Choice, argument_tree
    from argsite.cli.terminal import screen
    from argsite.model import Status

    found = content.read(site)
    library = found.library
    chosen = [content.essay_named(library, essay)] if essay is not None else list(library.essays)
    if point and len(chosen) > 1:
        raise click.UsageError("--point needs an essay: argsite tree ESSAY --point N")
    only = content.point_numbered(chosen[0], point) if point else None
    choice = Choice(only, depth, [Status(each) for each in statuses])
    shown = screen()
    for place, each in enumerate(chosen):
        text = argument_tree(library.graph, found.standing, each, shown, choice)
        report.say(("\n" if place else "") + "\n".join(text), coloured=shown.coloured)
