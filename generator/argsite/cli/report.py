"""What the commands say: problems, counts and summaries, as text."""

from __future__ import annotations

import os
import shlex
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argsite.errors import OutputError
from argsite.problems import Problem, Severity, render

if TYPE_CHECKING:  # the pipeline is loaded by the command that needs it: `--help` must be fast
    from argsite.build import Outcome
    from argsite.output import Written
    from argsite.serve import News

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

_MOST_NAMED = 3
"""How many files are named of those that changed."""

_UNSAFE = dict.fromkeys(
    (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)),
    "\N{REPLACEMENT CHARACTER}",
)
"""What could make a terminal show something else than what was written: controls, overrides."""


def say(text: str, *, to_errors: bool = False) -> None:
    """Write lines to stdout or, as news of what is wrong, to stderr.

    OutputError where they cannot be written, for instance to a full disk.
    """
    try:
        click.echo(text, err=to_errors, color=_is_coloured() if to_errors else False)
    except BrokenPipeError:
        raise  # nobody reads any more, which click knows how to end
    except OSError as error:
        raise OutputError(f"cannot say what was done: {error.strerror}") from error


def show(outcome: Outcome, folder: Path) -> None:
    """Write the problems of the site in `folder` to stderr, by place, and how many there are.

    Files are named as they are reached from the current folder, so that an editor finds them.
    """
    problems = outcome.problems
    if not problems:
        return
    lines = [_paint(each, render(each, outcome.manuscripts), folder) for each in problems]
    say("\n".join([*lines, _count(problems)]), to_errors=True)


def unwritten(*, stands: bool) -> str:
    """Say that a build stopped; `stands` where an earlier site is still there."""
    return "nothing was written" + ("; the site that stood there still stands" if stands else "")


def built(outcome: Outcome, written: Written, out: Path, seconds: float) -> str:
    """Sum up a build in one line."""
    parts = (
        _number(outcome.essays, "essay"),
        _number(outcome.statements, "statement"),
        _number(written.written + written.unchanged, "file"),
    )
    changes = f"{written.written:,} written, {written.unchanged:,} unchanged"
    return (
        f"Built {', '.join(parts)} in {seconds:.2f} s → {out}"
        f" ({changes}, {written.removed:,} removed)"
    )


def checked(outcome: Outcome, seconds: float) -> str:
    """Sum up a check without errors in one line."""
    parts = (
        _number(outcome.essays, "essay"),
        _number(outcome.statements, "statement"),
        _number(outcome.arguments, "argument"),
    )
    found = _count(outcome.problems) if outcome.problems else "no problems"
    return f"Checked {', '.join(parts)} in {seconds:.2f} s: {found}"


def serving(folder: Path, address: str) -> str:
    """Say where a preview is, and how it ends."""
    return f"Showing {folder} at {address} (Ctrl-C ends it)"


def previewed(news: News) -> str:
    """Sum up in one line what changed and what came of it."""
    names = ", ".join(news.changed[:_MOST_NAMED])
    more = len(news.changed) - _MOST_NAMED
    what = f"{names} and {_number(more, 'other file')}" if more > 0 else names
    outcome = news.outcome
    if outcome is None:
        said = f"not shown: {news.fault}"
    elif outcome.failed:
        said = f"not shown; {_count(outcome.problems)}"
    elif news.changed:
        said = f"shown in {news.seconds:.2f} s"
    else:
        counts = _number(outcome.essays, "essay"), _number(outcome.statements, "statement")
        said = f"{', '.join(counts)}, read in {news.seconds:.2f} s"
    return f"{what}: {said}".translate(_UNSAFE) if what else said.translate(_UNSAFE)


def planted(folder: Path) -> str:
    """Say what to do with a new site."""
    go = "" if folder.resolve() == Path.cwd() else f"  cd {shlex.quote(str(folder))}\n"
    return (
        f"Made a small site in {folder}. What to do next:\n\n{go}  argsite build\n\n"
        "Then open site/index.html in a browser, and write in content/."
    )


def _paint(problem: Problem, text: str, folder: Path) -> str:
    at, severity = problem.at, str(problem.severity)
    place = f"{at.path}:{at.line}:{at.column}: "
    rest = text.removeprefix(place).removeprefix(severity).translate(_UNSAFE)
    shown = f"{(folder / at.path).as_posix()}:{at.line}:{at.column}:".translate(_UNSAFE)
    severity = click.style(severity, fg=_COLOURS[problem.severity])
    return f"{click.style(shown, bold=True)} {severity}{rest}"


def _count(problems: tuple[Problem, ...]) -> str:
    found = Counter(each.severity for each in problems)
    return ", ".join(_number(found[each], each.value) for each in Severity if found[each])


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _is_coloured() -> bool:
    """Say whether stderr is a terminal whose owner has not asked for no colour."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")
