"""What a shell offers while a command is typed: essays, statements, kinds of problem.

A shell that asks must get an answer soon and no complaint, so files are read and nothing else is
done, and where they cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from argsite.cli import options
from argsite.errors import ArgsiteError

if TYPE_CHECKING:  # loaded only where a shell asks: every command knows this module
    from argsite.model import Library

_LONGEST = 60
"""Letters of a statement that a shell shows beside its id."""


def essays(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the essays of the site, with their titles."""
    library = _library(ctx)
    if library is None:
        return []
    return [
        CompletionItem(essay.slug, help=_shown(essay.title))
        for essay in library.essays
        if essay.slug.startswith(incomplete)
    ]


def statements(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the ids of the site's statements, with their texts.

    An id that several essays have is offered with each of these, as is every id once a slash is
    typed.
    """
    library = _library(ctx)
    if library is None:
        return []
    everything = [each for essay in library.essays for each in essay.statements]
    uses = Counter(each.id for each in everything)
    named = (
        (each.key if "/" in incomplete or uses[each.id] > 1 else each.id, each)
        for each in everything
    )
    return [
        CompletionItem(name, help=_shown(each.text.text))
        for name, each in named
        if name.startswith(incomplete) or (name == each.key and each.id.startswith(incomplete))
    ]


def codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the kinds of problem; of several with commas between, the last is completed."""
    from argsite.problems import Code

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{code}") for code in Code if code.value.startswith(last)
    ]


def _library(ctx: click.Context) -> Library | None:
    """Return the content of the site that the command so far is about; None without one."""
    from argsite.load import load

    start = ctx.params.get("start") or ctx.params.get("folder") or Path()
    try:
        return load(options.find_site(Path(start)), _ignore).library
    except (ArgsiteError, OSError):
        return None


def _ignore(_problem: object) -> None:
    """Say nothing: whoever types a command has not asked for a check."""


def _shown(text: str) -> str:
    from argsite.cli.terminal import clean

    line = clean(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"
