"""The guide's reference of the command line, from the commands themselves."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from textwrap import fill

import click

from argsite.cli.commands import COMMANDS, argsite

FRAME = Path(__file__).with_name("commands.md")
PAGE = Path(__file__).parents[2] / "content" / "guide" / "command-line.md"

_WIDTH = 100
_OF_ALL = {"-h", "--help", "--debug"}
"""Options that every command has; the frame tells them."""


def page() -> str:
    """Return the page as it should be."""
    return FRAME.read_text(encoding="utf-8").replace("{commands}", "\n\n".join(_commands()))


def _commands() -> list[str]:
    with click.Context(argsite, info_name="argsite") as above:
        return [_command(name, above) for name in COMMANDS]


def _command(name: str, above: click.Context) -> str:
    command = argsite.get_command(above, name)
    assert command is not None
    with click.Context(command, above, info_name=name) as context:
        usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS] ", "")
        options = [
            record
            for each in command.get_params(context)
            if isinstance(each, click.Option) and not set(each.opts) & _OF_ALL
            if (record := each.get_help_record(context))
        ]
    parts = [f"## argsite {name}", f"`argsite {name} {usage}`".replace(" [OPTIONS]", "")]
    parts += _paragraphs(command.help or "")
    parts += [f"`{names}`\n{_wrapped(words, ': ', '  ')}" for names, words in options]
    parts += _paragraphs(command.epilog or "")
    return "\n\n".join(parts)


def _paragraphs(text: str) -> list[str]:
    """Return paragraphs as Markdown; those that click leaves as they are become code."""
    found = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            found.append(f"```text\n{inspect.cleandoc(paragraph[1:])}\n```")
        elif paragraph.startswith("Example: "):
            found.append(f"```text\n{paragraph.removeprefix('Example: ')}\n```")
        else:
            found.append(_wrapped(" ".join(paragraph.split())))
    return found


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    # What begins with a hyphen is an option; what is written in capitals, but for the names of
    # formats, stands for what is typed in its place.
    marked = re.sub(
        r"(?<![\w`])(--?[a-z][\w-]*|(?!JSON|YAML)[A-Z]{2,}(?:/[A-Z]+)?)(?![\w`])", r"`\1`", text
    )
    return fill(
        marked,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
