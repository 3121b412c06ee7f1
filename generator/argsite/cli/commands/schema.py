"""`argsite schema`: what editors need to complete, explain and check the files."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import options, report
from argsite.cli.starter import write_schemas

KINDS = ("essay", "point", "site", "theme")
"""The kinds of files that authors write; `formats.yaml.schema` has a schema for each."""


@click.command(
    short_help="Print or write what editors need to complete and check files.",
    epilog="Example: argsite schema --write my-site",
)
@click.argument("kind", metavar="[KIND]", required=False, type=click.Choice(KINDS))
@click.option(
    "-w",
    "--write",
    "folder",
    metavar="[DIR]",
    is_flag=False,
    flag_value=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Write all of them into DIR/.argsite/ instead, for the editor; by default ./.argsite/.",
)
@options.debug
def schema(kind: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a kind of file: essay, point, site or theme.

    Without KIND it is one schema for all of them, which tells them by their keys.

    An editor with a YAML language server completes keys, explains them and marks mistakes once it
    knows the schema. `argsite schema --write` puts the schemas into the site, and this line at
    the top of a file names the one for it:

    \b
    # yaml-language-server: $schema=../../.argsite/essay.schema.json
    """  # noqa: D301 - click takes the backspace for "keep these lines"
    from argsite.formats.yaml.schema import FOLDER, schema_text

    if folder is None:
        report.say(schema_text(kind or "").rstrip("\n"))
        return
    if kind:
        raise click.UsageError("give KIND or --write, not both: --write writes every kind")
    site = options.find_site(folder)
    write_schemas(site)
    report.say(report.schemas(site / FOLDER))
