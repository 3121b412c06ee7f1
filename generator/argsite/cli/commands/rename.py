"""`argsite rename`: a new id for a statement, everywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argsite.cli import changes, options, report
from argsite.errors import SetupError
from argsite.problems import is_error
from argsite.source import Manuscript

if TYPE_CHECKING:  # the pipeline is loaded when the command runs: `--help` must be fast
    from argsite.editing.edits import Edit
    from argsite.model import Library


@click.command(
    short_help="Give a statement another id, everywhere.",
    epilog="Example: argsite rename patrols wardens my-site",
)
@click.argument("old")
@click.argument("new")
@options.folder
@options.start
@click.option("-n", "--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option("--diff", is_flag=True, help="Show what would change, line by line; write nothing.")
@options.quiet
@options.debug
def rename(  # noqa: PLR0913 - each is an option of the command line
    old: str,
    new: str,
    folder: Path | None,
    start: Path | None,
    *,
    dry_run: bool,
    diff: bool,
    quiet: bool,
) -> int:
    """Give the statement OLD the id NEW, wherever it is named, and keep OLD as an alias.

    OLD is an id, or essay/id where several essays have a statement of that id. Links, refs, roles
    and plain pages follow, in all essays of the site in DIR. The old address leads to the new one.

    Where the site has an error nothing is written. An essay is renamed by renaming its folder.
    """
    site = options.site(folder, start)
    from argsite.build import read
    from argsite.cli.rewrite import finish_earlier, rewrite, tell_links
    from argsite.editing.edits import apply
    from argsite.editing.renaming import rename as rename_statement

    finished = not dry_run and not diff and finish_earlier(site, quiet=quiet)
    reading = read(site)
    library = reading.library
    if reading.outcome.failed or library is None:
        problems = tuple(each for each in reading.outcome.problems if is_error(each))
        report.show(replace(reading.outcome, problems=problems), site)
        report.say("nothing was renamed; first mend what is wrong", to_errors=True)
        return 1
    if finished and _is_done(library, old, new):
        return 0
    key, name = _meant(library, old, new)
    renaming = rename_statement(library, key, name)
    if renaming.fault:
        raise SetupError(renaming.fault)
    before = library.manuscripts
    after = [
        Manuscript(path, apply(before[path], renaming.edits))
        for path in dict.fromkeys(edit.path for edit in renaming.edits)
    ]
    _require_same(site, library, after, key, name)
    if diff:
        report.say(changes.diff(site, before, after))
        return 0
    if not dry_run:
        tell_links(site, rewrite(site, before.values(), after))
    if not quiet:
        report.say(_told(site, renaming.edits, key, name, dry_run=dry_run))
    return 0


def _meant(library: Library, old: str, new: str) -> tuple[str, str]:
    """Return the key of the statement and its new id."""
    from argsite.editing.naming import find_statement

    found = find_statement(library, old)
    if found.fault:
        raise SetupError(found.fault)
    slug, slash, name = new.rpartition("/")
    if slash and slug != found.key.partition("/")[0]:
        raise SetupError(f"a statement stays in its essay; write '{name}' for the new id")
    return found.key, name


def _is_done(library: Library, old: str, new: str) -> bool:
    """Say whether the statement that had the id `old` has the id `new`."""
    slug, _, name = old.replace("#", "/").rpartition("/")
    return any(
        each.id == new.rpartition("/")[2] and name in {alias.text for alias in each.aliases}
        for each in library.graph.statements.values()
        if slug in {"", each.essay}
    )


def _require_same(
    folder: Path, library: Library, after: list[Manuscript], key: str, new: str
) -> None:
    """Raise SetupError where the site would not be the same but for the name."""
    from argsite.build import read
    from argsite.editing.sameness import is_renamed

    unsaved = {each.path: each.text for each in after}
    reading = read(folder, unsaved=unsaved)
    if reading.library is None or not is_renamed(library, reading.library, key, new):
        raise SetupError(f"'{new}' would change what the essays say; choose another id")
    if reading.outcome.failed:
        problem = next(each for each in reading.outcome.problems if is_error(each))
        at = problem.at
        raise SetupError(
            f"'{new}' would lead to an error at {at.path}:{at.line}: {problem.message}"
        )


def _told(folder: Path, edits: tuple[Edit, ...], key: str, new: str, *, dry_run: bool) -> str:
    places: dict[str, list[int]] = {}
    for edit in edits:
        places.setdefault(edit.path, []).append(edit.line)
    head = f"{'Would rename' if dry_run else 'Renamed'} {key} to {new}"
    number = changes.count(len(edits), "place")
    lines = [f"{head}: {number} in {changes.count(len(places), 'file')}"]
    for path, rows in places.items():
        shown = ", ".join(str(row) for row in dict.fromkeys(rows))
        lines.append(f"  {(folder / path).as_posix()}: line{'s' if ',' in shown else ''} {shown}")
    return "\n".join(lines)
