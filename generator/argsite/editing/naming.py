"""Which statement is meant by what someone types, and whether it can have a new id."""

from __future__ import annotations

from typing import NamedTuple

from argsite.formats import ids
from argsite.load.link import nearest
from argsite.model import Library, Statement
from argsite.problems import Problem
from argsite.source import Location


class Meant(NamedTuple):
    """The statement that is meant, or why that cannot be said."""

    key: str = ""
    """The statement's key; empty where there is none."""

    fault: str = ""
    """What is wrong, in one line; empty where nothing is."""


def find_statement(library: Library, name: str) -> Meant:
    """Return the statement that `name` means: an id of one essay only, or `essay/id`."""
    name = name.removeprefix("#").replace("#", "/")  # as in a link
    slug, slash, id_ = name.partition("/")
    slugs = [essay.slug for essay in library.essays]
    if name.rstrip("/") in slugs:
        essay = name.rstrip("/")
        return Meant("", f"'{essay}' is an essay, whose name is that of its folder content/{essay}")
    if slash and slug not in slugs:
        hint = nearest(slug, slugs) or f"there are: {', '.join(slugs[:8])}"
        return Meant("", f"unknown essay '{slug[:80]}'; {hint}")
    id_ = id_ if slash else name
    found = [slug] if slash else slugs
    keys = [f"{each}/{id_}" for each in found if f"{each}/{id_}" in library.graph.statements]
    if len(keys) == 1:
        return Meant(keys[0])
    if keys:
        return Meant("", f"'{id_}' is in several essays; write {' or '.join(keys)}")
    return Meant("", _unknown(library, found, id_, f"{slug}/" if slash else ""))


def fault_of(library: Library, statement: Statement, new: str) -> str:
    """Say why a statement cannot have `new` for its id; empty where it can."""
    found: list[Problem] = []
    if not ids.check(new, Location(""), found.append, ids.STATEMENT_RESERVED):
        return f"{found[0].message}; {found[0].hint}"
    if new == statement.id and not statement.id_is_derived:
        return f"'{new}' is its id already"
    folded = ids.fold(new)
    for other in library.essay(statement.essay).statements:
        if other.key != statement.key:
            names = {other.id: other.at} | {each.text: each.at for each in other.aliases}
            for name, at in names.items():
                if ids.fold(name) == folded:
                    what = "an older id of" if name != other.id else "the id of"
                    return f"'{name}' is {what} the statement at {at.path}:{at.line}:{at.column}"
    return ""


def _unknown(library: Library, slugs: list[str], name: str, prefix: str) -> str:
    statements = [each for each in library.graph.statements.values() if each.essay in slugs]
    for each in statements:
        if name in {alias.text for alias in each.aliases}:
            return f"'{name}' is an older id of '{each.id}'; write {prefix}{each.id}"
    hint = nearest(name, {each.id: None for each in statements})
    where = f" in essay '{slugs[0]}'" if prefix else ""
    hint = hint or "`argsite tree` shows the ids of all statements"
    return f"there is no statement '{name[:80]}'{where}; {hint}"
