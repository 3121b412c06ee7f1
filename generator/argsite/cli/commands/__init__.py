"""The commands, one module each, listed in COMMANDS and loaded when its command is asked for.

A new command is one module of its name, which holds a click command of its name, and one line in
the table. A name that is a word of Python's own has an underscore behind it there: `import_`.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from argsite.version import version

COMMANDS = (
    "new",
    "import",
    "build",
    "serve",
    "check",
    "tree",
    "why",
    "stats",
    "fmt",
    "rename",
    "schema",
    "lsp",
    "doctor",
    "completion",
)
"""Every command, in the order of the help."""


_MEANT = {
    **dict.fromkeys(("init", "create", "start"), "argsite new DIR"),
    **dict.fromkeys(("draft", "convert"), "argsite import ESSAY"),
    **dict.fromkeys(("preview", "watch", "dev", "run"), "argsite serve"),
    **dict.fromkeys(("lint", "validate", "test"), "argsite check"),
    **dict.fromkeys(("publish", "deploy"), "argsite build"),
    **dict.fromkeys(("format", "fix"), "argsite fmt"),
    "help": "argsite --help",
    "version": "argsite --version",
}
"""What is meant by the names that commands like these have in other programs."""


class Commands(click.Group):
    """Finds a command in its module, so that no command waits for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own form
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return the command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found = getattr(import_module(f"{__name__}.{name}"), name)
        if not isinstance(found, click.Command):
            raise TypeError(f"{__name__}.{name} holds no command of its name")
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; where there is none, name the nearest."""
        asked = args[0]
        if asked in COMMANDS or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if meant := _MEANT.get(asked.lower()):
            raise click.UsageError(f"No such command '{asked}'. Did you mean '{meant}'?", ctx)
        from argsite.problems import did_you_mean

        hint = did_you_mean(asked.lower(), COMMANDS) or f"there are: {', '.join(COMMANDS)}"
        raise click.UsageError(f"No such command '{asked}'. {hint[0].upper()}{hint[1:]}", ctx)


def _show_version(ctx: click.Context, _option: click.Parameter, asked: object) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"argsite {version()}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: argsite new my-site && argsite serve my-site --open",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def argsite() -> None:
    """Turn essays, mapped as claims, premises and rebuttals in YAML, into a linked site."""
