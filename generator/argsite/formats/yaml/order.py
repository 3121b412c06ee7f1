"""One order of keys, and ids for statements that have none, in a file's tree.

The order is that of the tables in `keys`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from argsite.formats.yaml import keys
from argsite.formats.yaml.keys import Key, Table
from argsite.formats.yaml.tree import Branch, Entry, Leaf, Tree


class Kind(NamedTuple):
    """A kind of mapping."""

    table: Table
    """Its keys."""

    below: Mapping[str, str]
    """Key to the name of the kind that its value is, or that the items of its list are."""


def _kind(table: Table, **below: str) -> Kind:
    return Kind(table, below)


_ARGUED = {"premises": "item", "rebuttals": "item", "undercuts": "item", "sources": "source"}

KINDS: Mapping[str, Kind] = {
    "site": _kind(keys.SITE, options="options"),
    "options": _kind(keys.OPTIONS, accent="accent", fonts="fonts"),
    "accent": _kind(keys.SCHEMES),
    "fonts": _kind(keys.FONT_LISTS),
    "essay": _kind(keys.ESSAY, contention="statement", points="point"),
    "point": _kind(keys.POINT, claim="statement", claims="statement"),
    "statement": _kind(keys.ITEM_STATEMENT, **_ARGUED),
    "item": _kind(keys.ITEM_STATEMENT, **_ARGUED),
    "ref": _kind(keys.ITEM_REF, undercuts="item"),
    "together": _kind(keys.ITEM_TOGETHER, together="item", undercuts="item"),
    "source": _kind(keys.SOURCE),
}
"""Each kind of mapping by name."""

Names = Mapping[int, str]
"""Where a statement begins in its file, in characters, to the id that is written for it."""


def arrange(root: Branch, kind: str, names: Names) -> None:
    """Put the keys of a file in order, and write ids, all in place; `kind` is that of its root."""
    work: list[tuple[Branch, str]] = [(root, kind)]
    while work:
        branch, kind = work.pop()
        if not branch.is_mapping:
            for entry in branch.entries:
                entry.value = _named(entry, names, is_flow=branch.is_flow)
                if isinstance(entry.value, Branch):
                    work.append((entry.value, _kind_of(entry.value, kind)))
            continue
        _sort(branch, KINDS[kind].table)
        for entry in branch.entries:
            below = KINDS[kind].below.get(entry.key.text if entry.key else "")
            if below:
                entry.value = _named(entry, names, is_flow=branch.is_flow)
                if isinstance(entry.value, Branch):
                    work.append((entry.value, _kind_of(entry.value, below)))


def _kind_of(branch: Branch, kind: str) -> str:
    """Return the kind of an item: a statement, a ref or linked premises."""
    if kind == "item" and branch.is_mapping:
        written = {entry.key.text for entry in branch.entries if entry.key}
        for each in (keys.TOGETHER, keys.REF):
            if each.name in written:
                return each.name
    return kind


def _sort(branch: Branch, table: Table) -> None:
    rank = {key.name: index for index, key in enumerate(table.keys)}
    branch.entries.sort(key=lambda entry: rank.get(entry.key.text if entry.key else "", len(rank)))


def _named(entry: Entry, names: Names, *, is_flow: bool) -> Tree:
    """Return the value of an entry, with the id that it is to have as a statement."""
    value = entry.value
    name = names.get(value.start)
    if name is None:
        return value
    written = Entry(Leaf(name), _new(keys.ID))
    if isinstance(value, Branch):
        value.entries.insert(0, written)
        return value
    text = Entry(value, _new(keys.TEXT), beside=entry.beside)
    entry.beside = []
    return Branch([written, text], is_flow, is_mapping=True, start=value.start)


def _new(key: Key[object]) -> Leaf:
    return Leaf(key.name)
