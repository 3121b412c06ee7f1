"""A new id for a statement, wherever it is named; the old one stays as an alias."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argsite.editing.edits import Edit
from argsite.editing.mentions import Mention, Use, mentions
from argsite.editing.naming import fault_of
from argsite.editing.writing import Writing
from argsite.formats import ids
from argsite.formats.yaml.letters import offset
from argsite.formats.yaml.nodes import Mapping, Sequence
from argsite.formats.yaml.tree import Leaf, find_leaf
from argsite.model import Library, Statement
from argsite.source import Location, Manuscript


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new id asks for, or why it cannot be given."""

    edits: tuple[Edit, ...] = ()
    """The changes, by place."""

    fault: str = ""
    """What stands in the way, in one line; empty where nothing does."""


class _CannotTellError(Exception):
    """A place cannot be edited safely; its text says which, and why."""


def rename(library: Library, key: str, new: str) -> Renaming:
    """Return the edits that give the statement `key` the id `new`.

    KeyError where there is no such statement. A statement without an id of its own gets one.
    """
    statement = library.graph.statements[key]
    fault = fault_of(library, statement, new)
    if fault:
        return Renaming(fault=fault)
    try:
        edits = _edits(library, statement, new)
    except _CannotTellError as error:
        return Renaming(fault=str(error))
    return Renaming(tuple(sorted(set(edits))))


def _edits(library: Library, statement: Statement, new: str) -> list[Edit]:
    found = mentions(library, statement.key)
    own = found[0]
    older = {alias.text for alias in statement.aliases}
    edits = [
        _exchange(each, new)
        for each in found
        if each.use in {Use.ID, Use.REF, Use.LINK, Use.ROLE} and each.name not in older
    ]
    alias = "" if ids.fold(new) == ids.fold(statement.id) else statement.id
    back = [
        each for each in found if each.use is Use.ALIAS and ids.fold(each.name) == ids.fold(new)
    ]
    if back:
        edits += [_exchange(each, alias) for each in back]
        alias = ""
    return [*edits, *_definition(library, statement, own, new, alias)]


def _exchange(mention: Mention, new: str) -> Edit:
    at = mention.at
    if not mention.is_exact:
        place = f"{at.path}:{at.line}:{at.column}"
        what = f"the text at {place} names it in a way that cannot be changed safely"
        raise _CannotTellError(f"{what}; write '{mention.name}' there without escapes")
    return Edit(at.path, at.line, at.column, mention.name, new)


def _definition(
    library: Library, statement: Statement, own: Mention, new: str, alias: str
) -> Iterator[Edit]:
    """Yield what writes the id, where there is none, and the alias, where one is to be added."""
    manuscript = library.manuscripts[statement.at.path]
    node = Writing(library.manuscripts).mapping(statement.at)
    if node is None:
        yield from _mapping_of_bare(manuscript, statement.at, _keys(new, alias))
        return
    aliases = node.entries["aliases"].value if "aliases" in node.entries else None
    if own.use is Use.START:
        yield _before(manuscript, node, _keys(new, "" if aliases else alias))
    elif alias and aliases is None:
        yield _after(manuscript, node, own, alias)
    if alias and isinstance(aliases, Sequence):
        yield _item(manuscript, aliases, alias)


def _keys(new: str, alias: str) -> list[str]:
    return [f"id: {new}", *([f"aliases: [{alias}]"] if alias else [])]


def _before(manuscript: Manuscript, node: Mapping, keys: list[str]) -> Edit:
    """Write keys before the first one of a mapping."""
    path, line, column, _ = node.at
    if manuscript.text[offset(manuscript, node.at)] == "{":
        return Edit(path, line, column + 1, "", "".join(f"{each}, " for each in keys))
    margin = " " * (column - 1)
    return Edit(path, line, column, "", "".join(f"{each}\n{margin}" for each in keys))


def _after(manuscript: Manuscript, node: Mapping, own: Mention, alias: str) -> Edit:
    """Write the alias after the id of a mapping."""
    path, line, column, width = own.at
    row = manuscript.line(line)
    end = column + width
    if manuscript.text[offset(manuscript, node.at)] == "{":
        end += row[end - 1 : end] in {'"', "'"}
        return Edit(path, line, end, "", f", aliases: [{alias}]")
    margin = " " * (node.entries["id"].key_at.column - 1)
    return Edit(path, line, len(row) + 1, "", f"\n{margin}aliases: [{alias}]")


def _item(manuscript: Manuscript, aliases: Sequence, alias: str) -> Edit:
    """Write the alias before the first one of a list."""
    path, line, column, _ = aliases.at
    if manuscript.text[offset(manuscript, aliases.at)] == "[":
        return Edit(path, line, column + 1, "", f"{alias}, " if aliases.items else alias)
    return Edit(path, line, column, "", f"- {alias}\n{' ' * (column - 1)}")


def _mapping_of_bare(manuscript: Manuscript, at: Location, keys: list[str]) -> Iterator[Edit]:
    """Make a mapping of a statement that is a text alone."""
    entry, is_flow = find_leaf(manuscript, offset(manuscript, at))
    leaf = entry.value
    if not isinstance(leaf, Leaf):
        raise TypeError("a bare statement is a leaf")
    if is_flow:
        inside = "".join(f"{each}, " for each in keys)
        yield Edit(at.path, at.line, at.column, "", f"{{{inside}text: ")
        last = manuscript.text.count("\n", 0, leaf.end)
        end = leaf.end - (manuscript.text.rfind("\n", 0, leaf.end) + 1)
        yield Edit(at.path, last + 1, end + 1, "", "}")
        return
    before = manuscript.line(at.line)[: at.column - 1]
    margin = " " * (entry.column + 2)
    if before.strip() and entry.key:
        gap = before[len(before.rstrip()) :]
        lines = "".join(f"\n{margin}{each}" for each in [*keys, "text: "])
        yield Edit(at.path, at.line, at.column - len(gap), gap, lines)
    else:
        margin = " " * len(before)
        lines = "".join(f"{each}\n{margin}" for each in keys)
        yield Edit(at.path, at.line, at.column, "", f"{lines}text: ")
    shift = " " * (len(margin) - entry.column)
    for index, row in enumerate(leaf.raw.rstrip().split("\n")[1:], at.line + 1):
        if row.strip():
            yield Edit(at.path, index, 1, "", shift)
