"""What was published once is still there, as an id or as an alias: links from elsewhere hold."""

from __future__ import annotations

from collections.abc import Mapping

from argsite.analysis.standing import Standing
from argsite.formats.naming import Namer
from argsite.model import Essay, Library, Statement
from argsite.problems import Code, Problem, Report, Severity, did_you_mean
from argsite.source import Location

_MOST_COMPARED = 20_000
"""Pairs of ids that are compared for the nearest; beyond that, only equal ones are found."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each address in the lock file that no statement has, once for a whole essay."""
    lost: dict[str, dict[str, Location]] = {}
    alive = _alive(library)
    for key, at in library.published.items():
        if key not in alive:
            slug, _, name = key.partition("/")
            lost.setdefault(slug, {})[name] = at
    essays = {essay.slug: essay for essay in library.essays}
    for slug, names in lost.items():
        if slug in essays:
            _report_ids(essays[slug], names, library, report)
        else:
            _report_essay(slug, names, sorted(essays), report)


def _alive(library: Library) -> set[str]:
    keys = set(library.graph.statements)
    for statement in library.graph.statements.values():
        keys.update(f"{statement.essay}/{alias.text}" for alias in statement.aliases)
    return keys


def _report_essay(
    slug: str, names: Mapping[str, Location], essays: list[str], report: Report
) -> None:
    count = f"{len(names):,} {'id' if len(names) == 1 else 'ids'}"
    near = did_you_mean(slug, essays).replace("did you mean", "is it now").rstrip("?")
    ask = f"{near}? " if near else ""
    hint = f"{ask}give the folder its old name again, or remove its lines if nothing links there"
    message = f"essay '{slug[:80]}' is gone: {count}"
    report(Problem(Code.LOST_ID, min(names.values()), message, hint, Severity.WARNING))


def _report_ids(
    essay: Essay, names: Mapping[str, Location], library: Library, report: Report
) -> None:
    by_name = _by_name(essay)
    new = [each for each in essay.statements if each.key not in library.published]
    elsewhere = {each.id: each.key for each in library.graph.statements.values()}
    for name, at in names.items():
        successor = _nearest(name, by_name, few=len(names) * len(by_name) <= _MOST_COMPARED)
        if successor is None and len(names) == len(new) == 1:
            successor = new[0]
        message = f"'{essay.slug}/{name[:80]}' was published, and no statement has this id now"
        hint = _hint(name, successor, elsewhere.get(name, ""))
        report(Problem(Code.LOST_ID, at, message, hint, Severity.WARNING))


def _by_name(essay: Essay) -> dict[str, Statement]:
    """Return the statements by what they are called, or would be if they had no id."""
    derived = {Namer().name(each.text.text): each for each in essay.statements}
    return derived | {each.id: each for each in essay.statements}


def _nearest(name: str, by_name: Mapping[str, Statement], *, few: bool) -> Statement | None:
    """Return the statement called most like a lost id; of many only one called the same."""
    from difflib import get_close_matches

    near = get_close_matches(name, by_name, 1) if few else [name] * (name in by_name)
    return by_name[near[0]] if near else None


def _hint(name: str, successor: Statement | None, moved: str) -> str:
    """Say what to do about a lost id."""
    if moved:
        return f"it is '{moved}' now; remove this line if nothing links to the old address"
    write = f"write 'aliases: [{name[:80]}]' at the statement that took its place"
    if successor:
        write += f" ('{successor.id}', {successor.at.path}:{successor.at.line}?)"
    return f"{write}, or remove this line if nothing links there"
