"""The argument as the site's scripts reckon with it: what bears on what, without any words.

A file for each essay, loaded only where a reader asks "what if" (`scripts/what-if-graph.js`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from argsite import addresses
from argsite.model import Argument, Essay, Graph, Statement
from argsite.pages.edition import Edition
from argsite.pages.job import Job, single
from argsite.pages.press import Page
from argsite.pages.script_data import Json, script

Entry = list[object]
"""One statement or argument, by position; what is missing at the end has its usual value."""

Families = dict[str, set[str]]
"""Folder of an essay to those of all essays that arguments join with it."""


def argument_data(edition: Edition) -> Iterator[Job]:
    """Yield a job for each essay's file.

    Statements are `[id, presumed, accepted]`, arguments `[id, premises, target, kind, weight]`;
    what belongs to another essay is named by its whole key. `with` names the essays whose statuses
    can depend on this one's, or this one's on theirs, in the order of the site; it is among them.
    `aliases` are `[older id, id]`, where there are any.
    """
    families = _families(edition.library.graph)
    for essay in edition.library.essays:
        path = addresses.argument_data(essay.slug)
        family = families.get(essay.slug, {essay.slug})
        joined = [each.slug for each in edition.library.essays if each.slug in family]
        make = partial(_file, edition, essay, path, joined)
        yield single(path, make, basis=" ".join(joined), essay=essay.slug)


def _file(edition: Edition, essay: Essay, path: str, joined: Sequence[str]) -> Page:
    data: Json = {
        "with": joined,
        "statements": [_statement(each) for each in essay.statements],
        "arguments": [_argument(each, essay) for each in edition.arguments(essay)],
    }
    aliases = [[alias.text, each.id] for each in essay.statements for alias in each.aliases]
    if aliases:
        data["aliases"] = aliases
    return script(path, data)


def _families(graph: Graph) -> Families:
    """Return for each essay those joined with it by arguments, directly or through others."""
    families: Families = {}
    for argument in graph.arguments.values():
        ends = {_essay_of(key) for key in (argument.key, argument.target, *argument.premises)}
        if all(families.get(slug, set()) >= ends for slug in ends):
            continue
        joined = ends.union(*(families.get(slug, set()) for slug in ends))
        families.update(dict.fromkeys(joined, joined))
    return families


def _essay_of(key: str) -> str:
    return key.partition("/")[0]


def _statement(statement: Statement) -> Entry:
    return _short([statement.id, statement.presumed, statement.accepted], None)


def _argument(argument: Argument, essay: Essay) -> Entry:
    premises = [essay.name_of(key) for key in argument.premises]
    target = essay.name_of(argument.target)
    return _short([argument.id, premises, target, str(argument.kind), argument.weight], 1)


def _short(entry: Entry, usual: object) -> Entry:
    """Leave out what has its usual value at the end."""
    while entry[-1] == usual:
        entry.pop()
    return entry
