"""The commands and their options."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from argsite.cli import report
from argsite.cli.meter import Meter
from argsite.cli.starter import plant
from argsite.errors import SetupError

_folder = click.argument(
    "folder",
    metavar="[DIR]",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
_quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and warnings.")
_debug = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show where in the program a fault arose."
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: argsite new my-site && argsite build my-site",
)
@click.version_option(package_name="argsite", message="%(prog)s %(version)s")
def argsite() -> None:
    """Turn essays, mapped as claims, premises and rebuttals in YAML, into a linked site."""


@argsite.command(epilog="Example: argsite new my-site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_debug
def new(folder: Path) -> None:
    """Make a small complete site in DIR to start from.

    DIR must be empty, or not there yet.
    """
    plant(folder)
    report.say(report.planted(folder))


@argsite.command(epilog="Example: argsite build my-site -o public")
@_folder
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Where to write the site; by default DIR/site.",
)
@_quiet
@_debug
def build(folder: Path, output: Path | None, *, quiet: bool) -> int:
    """Build the site in DIR, the folder that holds content/; by default the current one.

    Where a file has an error nothing is written, and the site that stood there still stands.
    """
    began = perf_counter()
    _require_content(folder)
    from argsite.build import build as build_site

    out = folder / "site" if output is None else output
    with Meter(shown=not quiet) as progress:
        outcome = build_site(folder, out, progress)
    report.show(outcome, folder)
    if outcome.written is None:
        stands = out.exists() and any(out.iterdir())
        report.say(report.unwritten(stands=stands), to_errors=True)
        return 1
    if not quiet:
        report.say(report.built(outcome, outcome.written, out, perf_counter() - began))
    return 0


@argsite.command(epilog="Example: argsite check my-site")
@_folder
@_quiet
@_debug
def check(folder: Path, *, quiet: bool) -> int:
    """Show every problem of the site in DIR; write nothing."""
    began = perf_counter()
    _require_content(folder)
    from argsite.build import check as check_site

    outcome = check_site(folder)
    report.show(outcome, folder)
    if outcome.failed:
        return 1
    if not quiet:
        report.say(report.checked(outcome, perf_counter() - began))
    return 0


def _require_content(folder: Path) -> None:
    if (folder / "content").is_dir():
        return
    if (folder / "site.yaml").is_file():
        raise SetupError(f"name the folder that holds content/: {folder.resolve().parent}")
    raise SetupError(
        f"there is no folder content/ in {folder}; `argsite new DIR` makes a site to start from"
    )
