"""The commands, one module each, listed in COMMANDS and loaded when its command is asked for.

A new command is one module of its name, which holds a click command of its name, and one line in
the table.
"""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = ("new", "build", "check", "fmt", "rename", "lsp")
"""Every command, in the order of the help."""


class Commands(click.Group):
    """Finds a command in its module, so that no command waits for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own form
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return the command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        if not isinstance(found, click.Command):
            raise TypeError(f"{__name__}.{cmd_name} holds no command of its name")
        return found


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: argsite new my-site && argsite build my-site",
)
@click.version_option(package_name="argsite", message="%(prog)s %(version)s")
def argsite() -> None:
    """Turn essays, mapped as claims, premises and rebuttals in YAML, into a linked site."""
