"""`argsite import`: a plain essay becomes a mapped one, as a first draft."""

from __future__ import annotations

from pathlib import Path

import click

from argsite.cli import options, report
from argsite.errors import SetupError

_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt", ".text")


@click.command(
    "import",
    short_help="Draft a mapped essay from a text of numbered points.",
    epilog="Example: argsite import essay.txt && argsite build",
)
@click.argument("essay", metavar="ESSAY", type=click.Path(path_type=Path))
@click.option(
    "-d",
    "--into",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The site's folder, made where it is not there; by default the site you are in, "
    "or the current folder.",
)
@click.option("--id", "name", metavar="NAME", help="Name of the essay's folder and of its address.")
@click.option("--title", metavar="TEXT", help="Title, where it is not the first line.")
@click.option("--language", metavar="TAG", help="Language, such as en, uk, de, fr; else guessed.")
@options.quiet
@options.debug
def import_(  # noqa: PLR0913 - one parameter an option
    essay: Path,
    into: Path | None,
    name: str | None,
    title: str | None,
    language: str | None,
    *,
    quiet: bool,
) -> int:
    """Draft a mapped essay from ESSAY, a text of numbered points (.txt or .md).

    Writes content/NAME/ with one file for each point: its prose word for word, each sentence a
    candidate statement, and a first guess at claims, premises and rebuttals from words such as
    "because" and "however". Each guess is marked for you to keep or change. Nothing that is there
    is overwritten.

    Points may be numbered 1., 1), (1), I., a), • 1 •, ## 1 or Point 1:, with or without headings. A
    Markdown text without numbers gets one point for each heading.
    """
    _check(name, title, language)
    into = _home() if into is None else into
    is_markdown = _is_markdown(essay)
    from argsite.cli.essay_folder import plant_essay, read_essay_file, refuse_taken
    from argsite.cli.rewrite import finish_earlier
    from argsite.draft import Wishes, draft, write_site
    from argsite.outcome import Outcome
    from argsite.problems import Problem, in_order

    finish_earlier(into, quiet=quiet)
    problems: list[Problem] = []
    manuscript = read_essay_file(essay)
    wishes = Wishes(is_markdown, " ".join((title or "").split()), language or "", name or "")
    drafted = draft(manuscript, wishes, problems.append)
    if drafted:
        refuse_taken(into, drafted.folder)
    outcome = Outcome(tuple(in_order(problems)), {manuscript.path: manuscript})
    report.show(outcome, essay.parent)
    if drafted is None:
        report.say(report.unwritten(stands=False), to_errors=True)
        return 1
    made_site = plant_essay(
        into, drafted.folder, drafted.files, lambda is_first: write_site(drafted, is_first=is_first)
    )
    if not quiet:
        report.say(report.imported(drafted, essay, into, made_site=made_site))
    return 0


def _home() -> Path:
    """Return the site that the current folder belongs to, or else the current folder."""
    try:
        return options.find_site(Path())
    except SetupError:
        return Path()


def _check(name: str | None, title: str | None, language: str | None) -> None:
    """Refuse options that no site could have."""
    from argsite.formats import ids
    from argsite.formats.yaml.languages import LANGUAGE
    from argsite.formats.yaml.nodes import Scalar
    from argsite.problems import Problem
    from argsite.source import Location

    if name is not None and not ids.is_good(name, ids.ESSAY_RESERVED):
        better = ids.suggest(name, ids.ESSAY_RESERVED)
        hint = f"; '{better}' would do" if better else ""
        raise click.BadParameter(f"'{name}' cannot be a folder's name{hint}", param_hint="--id")
    _check_title(title or "")
    problems: list[Problem] = []
    if language is not None and not language.strip():
        message = "it is empty; write a tag such as en, pt-BR or zh-Hant, or leave the option out"
        raise click.BadParameter(message, param_hint="--language")
    if language is not None:
        LANGUAGE.read("--language", Scalar(language, Location("")), problems.append)
    for problem in problems:
        message = f"{problem.message}; {problem.hint}"
        raise click.BadParameter(message, param_hint="--language")


def _check_title(title: str) -> None:
    from argsite.draft.titles import LONGEST
    from argsite.formats.characters import FORBIDDEN

    message = ""
    if FORBIDDEN.search(title):
        message = "it holds a character that cannot stand in a text"
    elif len(title) > LONGEST:
        message = f"it has {len(title):,} characters; at most {LONGEST:,} are read"
    if message:
        raise click.BadParameter(message, param_hint="--title")


def _is_markdown(essay: Path) -> bool:
    """Say whether the essay's name is that of a Markdown file; refuse what is no text."""
    ending = essay.suffix.lower()
    if ending in _MARKDOWN + _PLAIN or essay.is_dir():
        return ending in _MARKDOWN
    message = f"'{essay.name}' does not end with .txt or .md; save the essay as one of these"
    raise click.BadParameter(message, param_hint="ESSAY")
