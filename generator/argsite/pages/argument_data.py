"""The argument as the site's scripts reckon with it: what bears on what, without any words.

A file for each essay, loaded only where a reader asks "what if" (`scripts/what-if-graph.js`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argsite import addresses
from argsite.model import Argument, Essay, Graph, Statement
from argsite.pages.edition import Edition
from argsite.pages.job import Job, single
from argsite.pages.press import Page
from argsite.pages.script_data import Json, script

MOST_JOINED = 32
"""Joined essays that each of their files names; of more, a file of its own does."""

Entry = list[object]
"""One statement or argument, by position; what is missing at the end has its usual value."""

Families = dict[str, set[str]]
"""Folder of an essay to those of all essays that arguments join with it."""


def argument_data(edition: Edition) -> Iterator[Job]:
    """Yield a job for each essay's file.

    Statements are `[id, presumed, accepted]`, arguments `[id, premises, target, kind, weight]`;
    what belongs to another essay is named by its whole key. `with` names the essays whose statuses
    can depend on this one's, or this one's on theirs, in the order of the site; it is among them.
    Very many are named once, in a file beside that of the first, and `family` is that one's folder.
    `aliases` are `[older id, id]`, where there are any.
    """
    families = _families(edition.library.graph)
    members: dict[int, list[str]] = {}
    for essay in edition.library.essays:
        if essay.slug in families:
            members.setdefault(id(families[essay.slug]), []).append(essay.slug)
    for essay in edition.library.essays:
        family = families.get(essay.slug)
        joined = [essay.slug] if family is None else members[id(family)]
        large = len(joined) > MOST_JOINED
        named: Json = {"family": joined[0]} if large else {"with": joined}
        path = addresses.argument_data(essay.slug)
        make = partial(_file, edition, essay, path, named)
        yield single(path, make, basis=repr(named), essay=essay.slug)
        if large and essay.slug == joined[0]:
            path = addresses.family(essay.slug)
            yield single(path, partial(script, path, joined), basis=" ".join(joined))


def _file(edition: Edition, essay: Essay, path: str, family: Json) -> Page:
    data: Json = {
        **family,
        "statements": [_statement(each) for each in essay.statements],
        "arguments": [_argument(each, essay) for each in edition.arguments(essay)],
    }
    aliases = [[alias.text, each.id] for each in essay.statements for alias in each.aliases]
    if aliases:
        data["aliases"] = aliases
    return script(path, data)


def _families(graph: Graph) -> Families:
    """Return for each essay those joined with it by arguments, directly or through others.

    Joined essays have the same set. The smaller of two sets is always put into the larger, so that
    each essay moves a few times at most.
    """
    families: Families = {}
    for argument in graph.arguments.values():
        first, *others = {_essay_of(key) for key in (argument.target, *argument.premises)} | {
            argument.essay
        }
        for other in others:
            one = families.setdefault(first, {first})
            two = families.setdefault(other, {other})
            if one is not two:
                small, large = sorted((one, two), key=len)
                large |= small
                families.update(dict.fromkeys(small, large))
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
