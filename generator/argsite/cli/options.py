"""The options and arguments that several commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click

from argsite.errors import SetupError
from argsite.remote import is_address


class Folder(click.Path):
    """A folder of this machine, which has to be there."""

    def __init__(self) -> None:
        super().__init__(exists=True, file_okay=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return the path; say who takes an address."""
        if is_address(str(value)):
            self.fail("only `argsite build` and `argsite check` take an address", param, ctx)
        return Path(os.fsdecode(super().convert(value, param, ctx)))


folder = click.argument("folder", metavar="[DIR]", required=False, type=Folder())
"""The folder that holds `content/`; where it is left out, `site` looks for one."""

start = click.option(
    "-C",
    "--dir",
    "start",
    metavar="DIR",
    type=Folder(),
    help="Look for the site in DIR and the folders above it; by default the current one.",
)
"""Where to begin to look for the site, alike for all commands."""

form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to say it.",
)
"""Text for people, or JSON for programs."""

quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and warnings.")
"""Silence."""

debug = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show where in the program a fault arose."
)
"""A traceback; `main` looks for it."""


def require_content(folder: Path) -> None:
    """Raise SetupError where the folder holds no `content/`."""
    if (folder / "content").is_dir():
        return
    if (folder / "site.yaml").is_file():
        raise SetupError(f"name the folder that holds content/: {folder.resolve().parent}")
    raise SetupError(
        f"there is no folder content/ in {folder}; `argsite new DIR` makes a site to start from"
    )


def site(folder: Path | None, start: Path | None) -> Path:
    """Return the site's folder: `folder` itself, or else the nearest with `content/` at `start`.

    SetupError where it is no site, UsageError where both are given.
    """
    if folder is None:
        return find_site(start or Path())
    if start is not None:
        raise click.UsageError("name the site once: with DIR, or with -C")
    require_content(folder)
    return folder


def find_site(start: Path) -> Path:
    """Return the nearest folder, `start` or one above it, that holds `content/`.

    SetupError where there is none.
    """
    for folder in (start, *start.resolve().parents):
        if (folder / "content").is_dir():
            return folder if folder == start else _as_reached(folder)
    raise SetupError(
        f"there is no folder content/ in {start.resolve()} or above it; "
        "name the site's folder with -C DIR, or make a site with `argsite new DIR`"
    )


def _as_reached(folder: Path) -> Path:
    """Return a folder as it is named from the current one, where that can be said."""
    here = Path.cwd()
    return Path(os.path.relpath(folder, here)) if folder.drive == here.drive else folder
