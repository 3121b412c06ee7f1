"""`argsite stats`: how much there is of what."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import options, report


@click.command(
    short_help="Count points, statements, arguments, statuses and words.",
    epilog="Example: argsite stats --format json",
)
@options.folder
@options.start
@options.form
@options.debug
def stats(folder: Path | None, start: Path | None, form: str) -> None:
    """Count what the site in DIR holds, essay by essay.

    "linked" are steps with linked premises, "unanswered" are objections that nothing answers,
    "depth" is the number of steps from the contention to the deepest statement, "widest" the most
    arguments on one statement, "in the map" the words that link to a statement or are quoted.
    """
    site = options.site(folder, start)
    from argsite.analysis import census, together
    from argsite.cli import content, figures
    from argsite.cli.terminal import screen

    found = content.read(site)
    library, standing = found.library, found.standing
    rows = {each.slug: census(library.graph, standing, each) for each in library.essays}
    everything = together(list(rows.values()))
    if form == "json":
        essays = [{"essay": slug} | figures.data(each) for slug, each in rows.items()]
        report.say_data({"essays": essays, "all": figures.data(everything)})
        return
    coloured = screen().coloured
    if len(rows) > 1:
        rows["in all"] = everything
    report.say("\n".join(figures.tables(rows, coloured=coloured)), coloured=coloured)
