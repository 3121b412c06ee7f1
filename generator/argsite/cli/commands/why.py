"""`argsite why`: what the status of a statement rests on, step by step."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import complete, options, report


@click.command(
    short_help="Explain why a statement has its status, step by step.",
    epilog="Example: argsite why park/keep-open",
)
@click.argument("name", metavar="ID", shell_complete=complete.statements)
@options.start
@click.option("--short", is_flag=True, help="Say it in one line.")
@options.form
@options.debug
def why(name: str, start: Path | None, form: str, *, short: bool) -> None:
    """Explain why the statement ID has its status, down to the statements that decide it.

    ID is the id of a statement or, where several essays have one of that id, ESSAY/ID.
    """
    if short and form == "json":
        raise click.UsageError("--short is for text; JSON holds the reason too")
    site = options.site(None, start)
    from argsite.cli import content
    from argsite.cli.explanation import Explanation
    from argsite.cli.terminal import clean, screen

    found = content.read(site)
    named = content.statement_named(found.library, name)
    explanation = Explanation(found.library, found.standing, named.statement)
    if named.by_older_id:
        now = named.statement.key
        report.say(f"'{clean(name)}' is an older id of {now}", to_errors=True)
    if form == "json":
        report.say_data(explanation.data())
    elif short:
        report.say(clean(explanation.short()))
    else:
        shown = screen()
        report.say("\n".join(explanation.text(shown)), coloured=shown.coloured)
