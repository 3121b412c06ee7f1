"""The content of a site for commands that show it: read, and found by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from argsite.analysis import Standing, stand
from argsite.cli import report
from argsite.cli.terminal import clean
from argsite.load import load
from argsite.load.link import Names, nearest
from argsite.model import Essay, Library, Point, Statement
from argsite.problems import Problem, in_order, is_error

_MOST_NAMED = 8
"""How many names a message holds."""

_LONGEST = 80
"""Letters of a name that a message repeats."""


@dataclass(frozen=True, slots=True)
class Content:
    """A site's content and how its statements fare."""

    library: Library
    """What its authors wrote."""

    standing: Standing
    """How it fares."""


def read(root: Path) -> Content:
    """Read the site at `root`; where its files have errors, show them and end with code 1.

    What only a check would find is not looked for: a map can be shown also where it is not yet
    what its author expects.
    """
    problems: list[Problem] = []
    loaded = load(root, problems.append)
    errors = tuple(in_order(each for each in problems if is_error(each)))
    if errors or loaded.library is None:
        from argsite.outcome import Outcome

        report.show(Outcome(errors, loaded.manuscripts), root)
        raise click.exceptions.Exit(1)
    return Content(loaded.library, stand(loaded.library.graph))


def essay_named(library: Library, name: str) -> Essay:
    """Return the essay in folder `name`; UsageError that names the nearest where there is none."""
    found = {essay.slug: essay for essay in library.essays}
    if name in found:
        return found[name]
    hint = _meant(name, found) or f"there are: {', '.join(list(found)[:_MOST_NAMED])}"
    raise click.UsageError(f"there is no essay '{_shown(name)}'; {hint}")


def point_numbered(essay: Essay, number: int) -> Point:
    """Return a point of an essay; UsageError that says which there are where there is none."""
    for each in essay.points:
        if each.number == number:
            return each
    last = len(essay.points)
    there = f"its points are 1 to {last}" if last > 1 else f"it has {last or 'no'} point"
    raise click.UsageError(f"essay '{essay.slug}' has no point {number}; {there}")


@dataclass(frozen=True, slots=True)
class Named:
    """A statement that was asked for by name."""

    statement: Statement
    """The statement."""

    by_older_id: bool = False
    """Whether the name is one that it had earlier."""


def statement_named(library: Library, name: str) -> Named:
    """Return the statement called `name`: an id, an older id, or either as `essay/id`.

    UsageError, with what could be meant, where there is none or several.
    """
    slug, _, id_ = name.lstrip("#").replace("#", "/").rpartition("/")
    essays = [essay_named(library, slug)] if slug else list(library.essays)
    own = [each for essay in essays for each in essay.statements if each.id == id_]
    older = [
        each
        for essay in essays
        for each in essay.statements
        if any(alias.text == id_ for alias in each.aliases)
    ]
    found = own or older
    if len(found) > 1:
        keys = ", ".join(each.key for each in found)
        raise click.UsageError(f"several essays have a statement '{_shown(id_)}'; name one: {keys}")
    if found:
        return Named(found[0], by_older_id=not own)
    raise click.UsageError(_unknown(library, slug, id_))


def _unknown(library: Library, slug: str, name: str) -> str:
    """Say that there is no such statement, and what could be meant."""
    names = Names.of(library.essays)
    if slug:
        there = f"there is no statement '{_shown(name)}' in essay '{slug}'"
        elsewhere = [each for each, ids in names.ids.items() if name in ids]
        if elsewhere:
            return f"{there}; there is one in essay '{elsewhere[0]}': {elsewhere[0]}/{name}"
        hint = _meant(name, names.ids[slug])
    else:
        there = f"there is no statement '{_shown(name)}'"
        hint = _meant(name, {each: None for ids in names.ids.values() for each in ids})
    return f"{there}; {hint or '`argsite tree` shows the ids of all statements'}"


def _meant(name: str, known: Mapping[str, object]) -> str:
    """Return a hint that names what could be meant, or nothing."""
    folded = name.casefold()
    same = next((each for each in known if each.casefold() == folded), "")
    if same:
        return f"did you mean '{same}'?"
    holding = [each for each in known if name and folded in each.casefold()]
    if len(holding) > 1:
        more = " and others" if len(holding) > _MOST_NAMED else ""
        return f"did you mean one of these? {', '.join(holding[:_MOST_NAMED])}{more}"
    return f"did you mean '{holding[0]}'?" if holding else nearest(name, known)


def _shown(name: str) -> str:
    """Return a name that somebody typed as a message can hold it."""
    return clean(name[:_LONGEST])
