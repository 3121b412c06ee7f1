"""`argsite check`: every problem, nothing written but, where asked for, the lock file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from argsite.cli import codes, options, places, report
from argsite.errors import OutputError
from argsite.problems import Code, Severity
from argsite.remote import Address

if TYPE_CHECKING:  # the pipeline is loaded when a site is read: `--help` must be fast
    from argsite.outcome import Outcome

_TEXT = "text"
_FORMATS = (_TEXT, "json", "github", "sarif")


@click.command(
    short_help="Show what is wrong, what is doubtful and what could be better.",
    epilog="Example: argsite check my-site --strict --select derived-id,circular-support",
)
@places.folder
@options.start
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=_TEXT,
    show_default=True,
    help="How to show what is found: as text on stderr, or for other programs on stdout.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check as errors do.")
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=codes.to_codes,
    help="Show and count only these kinds of problems, with commas between them.",
)
@click.option(
    "--ignore",
    metavar="CODES",
    multiple=True,
    callback=codes.to_codes,
    help="Neither show nor count these kinds of problems.",
)
@click.option(
    "--lock",
    is_flag=True,
    help="Write the ids of the site into argsite.lock, so that a lost one is noticed.",
)
@click.option("--list", "listing", is_flag=True, help="List every kind of problem, and end.")
@click.option(
    "--explain",
    metavar="CODE",
    callback=codes.to_code,
    help="Explain one kind of problem, and end.",
)
@options.quiet
@options.debug
def check(  # noqa: PLR0913 - one parameter for each option
    folder: Path | Address | None,
    start: Path | None,
    *,
    form: str,
    select: frozenset[Code],
    ignore: frozenset[Code],
    explain: Code | None,
    strict: bool,
    lock: bool,
    listing: bool,
    quiet: bool,
) -> int:
    """Show every problem of the site in DIR, a folder or an address; change none of its files.

    What site.yaml sets under 'checks' holds here, too. Where a file cannot be read at all, nothing
    can be checked: then its errors are shown whatever --select and --ignore say.

    Exit code 1 where there is an error or, with --strict, a warning; notes never fail a check.
    """
    if explain:
        report.show_page(codes.explained(explain))
        return 0
    if listing:
        report.say(codes.listed())
        return 0
    began = perf_counter()
    at = places.find(folder, start)
    from argsite import build

    outcome = build.check_and_record(at.site) if lock else build.check(at.site)
    outcome = replace(outcome, recorded=at.recorded(outcome.recorded))
    if outcome.is_complete:
        outcome = replace(outcome, problems=codes.chosen(outcome.problems, select, ignore))
    if form == _TEXT:
        report.show(_without_notes(outcome) if quiet else outcome, at.named_from)
    else:
        _tell(outcome, at.named_from, form)
    if lock:
        _tell_lock(outcome, quiet=quiet or form != _TEXT)
    if outcome.failed:
        return 1
    if strict and _warns(outcome):
        if form == _TEXT:
            report.say("with --strict a warning fails the check", to_errors=True)
        return 1
    if form == _TEXT and not quiet:
        report.say(report.checked(outcome, perf_counter() - began))
    return 0


def _without_notes(outcome: Outcome) -> Outcome:
    """Return what is said although nothing but errors and warnings shall be."""
    kept = tuple(each for each in outcome.problems if each.severity is not Severity.NOTE)
    return replace(outcome, problems=kept)


def _tell(outcome: Outcome, folder: Path, form: str) -> None:
    """Write what was found as other programs read it."""
    from argsite.cli.findings import FORMATS, gather

    text = FORMATS[form](gather(outcome.problems, outcome.manuscripts, folder))
    if text:
        report.say(text)


def _tell_lock(outcome: Outcome, *, quiet: bool) -> None:
    """Say what was done to the lock file; OutputError where it cannot be written."""
    done = outcome.recorded
    if done is None:
        report.say(f"{report.LOCK} was left as it is", to_errors=True)
    elif done.fault:
        raise OutputError(done.fault)
    elif not quiet:
        report.say(report.recorded(done))


def _warns(outcome: Outcome) -> bool:
    return any(each.severity is Severity.WARNING for each in outcome.problems)
