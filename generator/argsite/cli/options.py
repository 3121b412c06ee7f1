"""The options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.errors import SetupError

folder = click.argument(
    "folder",
    metavar="[DIR]",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
"""The folder that holds `content/`; by default the current one."""

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
