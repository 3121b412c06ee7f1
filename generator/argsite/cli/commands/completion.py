"""`argsite completion`: the script by which a shell completes commands, options and ids."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from argsite.cli import options, report


@click.command(
    short_help="Print the script with which a shell completes commands and ids.",
    epilog="Example: argsite completion bash > ~/.argsite-completion.bash",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@options.debug
def completion(shell: str) -> None:
    """Print the script that completes commands, options, essays and ids in a shell.

    To have it in each new shell:

    \b
    bash, in ~/.bashrc:
      eval "$(argsite completion bash)"
    zsh, in ~/.zshrc, below the line with compinit:
      eval "$(argsite completion zsh)"
    fish, once:
      argsite completion fish > ~/.config/fish/completions/argsite.fish
    """  # noqa: D301 - click takes the backspace for "keep these lines"
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"there is no completion for {shell}")
    context = click.get_current_context().find_root()
    report.say(found(context.command, {}, "argsite", "_ARGSITE_COMPLETE").source())
