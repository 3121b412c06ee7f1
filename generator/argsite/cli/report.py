"""What the commands say: problems, counts and summaries, as text."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argsite.cli.terminal import clean, is_coloured, spelt
from argsite.deeds import Recorded, Written
from argsite.errors import OutputError
from argsite.problems import Problem, Severity, one_line, render

if TYPE_CHECKING:  # the pipeline is loaded by the command that needs it: `--help` must be fast
    from argsite.draft import Draft
    from argsite.outcome import Outcome
    from argsite.serve import News

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

LOCK = "argsite.lock"
"""The name of the lock file; `formats.lock` has it, too, and takes longer to load."""

_MOST_NAMED = 3
"""How many files are named of those that changed."""


def say(text: str, *, to_errors: bool = False, coloured: bool = False) -> None:
    """Write lines to stdout or, as news of what is wrong, to stderr.

    Styles are kept only where the text is `coloured`: a caller that styles a text has cleaned what
    is in it. Of any other text a terminal shows all and obeys nothing; a file gets it as it is.
    OutputError where they cannot be written, for instance to a full disk.
    """
    try:
        stream = sys.stderr if to_errors else sys.stdout
        if not coloured and (to_errors or stream.isatty()):
            text = clean(text)
        click.echo(spelt(text, stream), err=to_errors, color=coloured)
    except BrokenPipeError:
        raise  # nobody reads any more, which click knows how to end
    except OSError as error:
        raise OutputError(f"cannot say what was done: {error.strerror}") from error


def say_data(data: object) -> None:
    """Write JSON to stdout; it is ASCII, so that no terminal and no encoding spoils it."""
    import json

    say(json.dumps(data, indent=2))


def show(outcome: Outcome, folder: Path) -> None:
    """Write the problems of the site in `folder` to stderr, by place, and how many there are.

    Files are named as they are reached from the current folder, so that an editor finds them.
    """
    problems = outcome.problems
    if not problems:
        return
    lines = [_paint(each, render(each, outcome.manuscripts), folder) for each in problems]
    coloured = is_coloured(sys.stderr)
    text = "\n".join([*lines, _count(problems)])
    say(text if coloured else click.unstyle(text), to_errors=True, coloured=coloured)


def show_page(text: str) -> None:
    """Write Markdown to stdout: laid out on a terminal, elsewhere as it is."""
    if not sys.stdout.isatty():
        say(text.rstrip())
        return
    from rich.console import Console
    from rich.markdown import Markdown

    # A terminal shows no name of a file that stands behind a fence's language, so it goes above.
    named = re.sub(r"^```(\w+) (\S+)$", r"`\2`\n\n```\1", text, flags=re.MULTILINE)
    Console(no_color=True if os.environ.get("NO_COLOR") else None).print(Markdown(named))


def unwritten(*, stands: bool) -> str:
    """Say that a build stopped; `stands` where an earlier site is still there."""
    return "nothing was written" + ("; the site that stood there still stands" if stands else "")


def built(outcome: Outcome, written: Written, out: object, seconds: float) -> str:
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


def recorded(done: Recorded) -> str:
    """Say in one line what was done to the lock file."""
    if done.is_new:
        return f"Made {LOCK} with {_number(done.added, 'id')}; keep it beside content/"
    return f"Added {_number(done.added, 'id')} to {LOCK}" if done.added else f"{LOCK} is complete"


def serving(folder: Path, address: str) -> str:
    """Say where a preview is, and how it ends."""
    what = "this site" if folder == Path() else str(folder)
    return f"Showing {what} at {address} (Ctrl-C ends it)"


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
    line = f"{what}: {said}" if what else said
    return clean(one_line(line))


def planted(folder: Path) -> str:
    """Say what to do with a new site."""
    go = "" if folder.resolve() == Path.cwd() else f"  cd {_quoted(str(folder))}\n"
    return (
        f"Made a small site in {folder}. What to do next:\n\n{go}  argsite serve --open\n\n"
        "Then write in content/: each time you save, the browser shows it.\n"
        "`argsite build` writes the pages to site/."
    )


def imported(drafted: Draft, essay: Path, folder: Path, *, made_site: bool) -> str:
    """Say what an import made, how it read the essay, and what to do next."""
    where = folder / "content" / drafted.folder
    counts = (
        _number(drafted.points, "point"),
        _number(drafted.sentences, "sentence"),
        _number(drafted.guesses, "guess", "guesses"),
    )
    site = f"Made {folder / 'content' / 'site.yaml'}, which holds for the whole site.\n"
    go = "" if folder.resolve() == Path.cwd() else f" {_quoted(str(folder))}"
    return (
        f"Made {where} from {essay}: {', '.join(counts)}.\n"
        f"{site if made_site else ''}{_points(drafted)}\n{_language(drafted)}\n\n"
        f"What to do next:\n\n  argsite build{go}\n\n"
        f'Then look through the lines marked "# guess" in {where}: keep each, or change it.'
    )


def _points(drafted: Draft) -> str:
    """Say how the points were found."""
    from argsite.draft.division import By
    from argsite.formats.yaml.values import LONGEST_PROSE

    if drafted.by is By.NOTHING and drafted.cuts:
        return (
            "Points: the essay has no numbers and is too long for one point"
            f" (over {LONGEST_PROSE:,} characters),"
            f" so it was cut at ends of paragraphs into {drafted.points} points."
        )
    found = {
        By.NUMBERS: f"Points: by their numbers, written as in '{drafted.style}'.",
        By.HEADINGS: "Points: the essay has no numbers, so each heading became a point.",
        By.NOTHING: "Points: the essay has no numbers, so all of it became one point.",
    }[drafted.by]
    return "\n".join([found, *(_cut(*each, LONGEST_PROSE) for each in drafted.cuts)])


def _cut(number: int, pieces: int, longest: int) -> str:
    """Say that a point was too long; 0 is the opening."""
    too_long = f"is too long (over {longest:,} characters) and was cut at ends of paragraphs"
    if not number:
        return f"The opening {too_long}: the rest of it became {_number(pieces - 1, 'point')}."
    return f"Point {number} of the text {too_long}: it became {pieces} points."


def _language(drafted: Draft) -> str:
    """Say which language was taken, and whether its indicator words are known."""
    if not drafted.is_language_guessed:
        unknown = "; its indicator words are not known, so there are few guesses"
        return f"Language: {drafted.language}{'' if drafted.is_language_known else unknown}."
    if drafted.is_language_known:
        return f"Language: {drafted.language}, a guess; --language says another."
    return f"Language: could not be told, so {drafted.language} was taken; say it with --language."


def schemas(folder: Path) -> str:
    """Say what to do with the schemas in `folder`."""
    return (
        f"Wrote the schemas into {folder}. An editor with a YAML language server reads the one\n"
        "that the first line of a file names; in content/<essay>/essay.yaml, for instance:\n\n"
        f"{_modeline()}"
    )


def _modeline() -> str:
    from argsite.formats.yaml.schema import modeline

    return f"# {modeline('essay', 2)}"


def _paint(problem: Problem, text: str, folder: Path) -> str:
    at, severity = problem.at, str(problem.severity)
    place = one_line(f"{at.path}:{at.line}:{at.column}: ")
    rest = clean(text.removeprefix(place).removeprefix(severity))
    shown = clean(one_line(f"{(folder / at.path).as_posix()}:{at.line}:{at.column}:"))
    severity = click.style(severity, fg=_COLOURS[problem.severity])
    return f"{click.style(shown, bold=True)} {severity}{rest}"


def _count(problems: tuple[Problem, ...]) -> str:
    found = Counter(each.severity for each in problems)
    return ", ".join(_number(found[each], each.value) for each in Severity if found[each])


def _number(count: int, noun: str, plural: str = "") -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {plural or f'{noun}s'}"


def _quoted(folder: str) -> str:
    import shlex

    return shlex.quote(folder)
