"""`argsite fmt`: ids, order and line width as they should be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from argsite.cli import changes, options, report
from argsite.cli.chosen import Chosen, choose
from argsite.errors import SetupError
from argsite.problems import Problem, is_error
from argsite.source import Manuscript


@click.command(
    short_help="Write the files in one style, and ids where they are missing.",
    epilog="Example: argsite fmt my-site",
)
@click.argument(
    "places",
    metavar="[DIR or FILES]...",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where something would change.")
@click.option("--diff", is_flag=True, help="Show what would change, line by line; write nothing.")
@options.start
@options.quiet
@options.debug
def fmt(
    places: tuple[Path, ...], start: Path | None, *, check: bool, diff: bool, quiet: bool
) -> int:
    """Write essays and site.yaml in one style, without a change of what they say.

    Statements without an id get the one that their address has now. Keys are put in one order,
    long texts are folded at 100 characters, needless quotes go. Comments stay with what they stand
    above or beside. The words of a `prose: |` stay as they are.

    DIR is the folder that holds content/; without it all of the site is formatted, from any folder
    in it. An essay with an error is left as it is.
    """
    if places and start is not None:
        raise click.UsageError("name what to format, or the site with -C; not both")
    chosen = choose(places or (options.site(None, start),))
    if not check and not diff:
        from argsite.cli.rewrite import finish_earlier, rewrite, tell_links

        for one in chosen:
            finish_earlier(one.root, quiet=quiet)
    sites = [_format(each) for each in chosen]
    changed = [(each.root / text.path).as_posix() for each in sites for text in each.texts]
    if diff:
        shown = [changes.diff(each.root, each.before, each.texts) for each in sites]
        if any(shown):
            report.say("\n".join(each for each in shown if each))
    elif not check:
        for each in sites:
            tell_links(each.root, rewrite(each.root, each.before.values(), each.texts))
    if not quiet and not diff:
        report.say(_told(changed, sum(each.files for each in sites), check=check))
    failed = any(each.failed for each in sites)
    return 1 if failed or (check and changed) else 0


class _Site(NamedTuple):
    """What formatting a site's files came to."""

    root: Path
    """The site's folder."""

    before: Mapping[str, Manuscript]
    """Its files as they were read."""

    texts: tuple[Manuscript, ...]
    """Those that change, with their new texts."""

    files: int
    """How many files are in that style now, or would be."""

    failed: bool
    """True where a file was left as it is."""


def _format(chosen: Chosen) -> _Site:
    """Format the chosen files of a site; say which are left as they are, and why."""
    options.require_content(chosen.root)
    from argsite.build import read
    from argsite.editing.formatting import format_files, is_formatted, is_sound

    outcome = read(chosen.root).outcome
    files = [each for each in outcome.manuscripts if is_formatted(each) and chosen.holds(each)]
    errors = [each for each in outcome.problems if is_error(each)]
    for prefix in chosen.prefixes:
        place = chosen.root / prefix
        if place.is_file() and not is_formatted(prefix):
            raise SetupError(
                f"{place} is not formatted: only site.yaml and the files of essays are"
            )
    faulty = {each.at.path for each in errors}
    formatted = format_files(outcome.manuscripts, faulty, chosen.holds)
    folders = {each.rpartition("/")[0] for each in files}
    own = tuple(
        each
        for each in errors
        if chosen.holds(each.at.path) or folders & {each.at.path, _folder(each)}
    )
    report.show(replace(outcome, problems=own), chosen.root)
    if own:
        report.say("what has an error is left as it is", to_errors=True)
    for fault in formatted.faults:
        left = (chosen.root / fault.path).as_posix()
        report.say(f"{left} is left as it is: {fault.reason}", to_errors=True)
    failed = bool(own or formatted.faults)
    sound = sum(is_sound(each, faulty) for each in files) - len(formatted.faults)
    return _Site(chosen.root, outcome.manuscripts, formatted.texts, sound, failed)


def _folder(problem: Problem) -> str:
    return problem.at.path.rpartition("/")[0]


def _told(changed: list[str], files: int, *, check: bool) -> str:
    """Say which files were changed, or would be."""
    word = "would change" if check else "changed"
    lines = [f"{word}: {each}" for each in changed]
    number, rest = changes.count(len(changed), "file"), files - len(changed)
    return "\n".join((*lines, f"{number} {word}, {rest:,} formatted already"))
