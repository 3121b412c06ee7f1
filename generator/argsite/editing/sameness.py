"""Whether two readings of the same content say the same, wherever it is written in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from argsite.model import Essay, Library, Site
from argsite.source import Location, Passage


def is_same(one: Essay | Site | None, other: Essay | Site | None) -> bool:
    """Say whether two readings differ at most in places, and in who gave the ids."""
    return _placeless(one) == _placeless(other)


def is_renamed(before: Library, after: Library, key: str, new: str) -> bool:
    """Say whether two readings of a site are the same argument, where `new` is the id of `key`."""
    return _shape(before, {key: f"{key.partition('/')[0]}/{new}"}) == _shape(after, {})


def _placeless(value: object) -> object:
    if isinstance(value, Location):
        return None
    if isinstance(value, Passage):
        return value.text
    if is_dataclass(value):
        return tuple(
            _placeless(getattr(value, each.name))
            for each in fields(value)
            if each.name != "id_is_derived"
        )
    if isinstance(value, tuple):
        return tuple(_placeless(each) for each in value)
    return dict(value) if isinstance(value, Mapping) else value


def _shape(library: Library, names: Mapping[str, str]) -> object:
    """Return statements and arguments by their keys, in the order of writing."""
    order = {key: index for index, key in enumerate(library.graph.arguments)}

    def name(key: str) -> object:
        return order.get(key, names.get(key, key))

    statements = [
        (name(key), each.role, each.point) for key, each in library.graph.statements.items()
    ]
    arguments = [
        (
            [name(premise) for premise in each.premises],
            name(each.target),
            {name(premise): role for premise, role in each.roles.items()},
            (each.kind, each.point, each.weight, each.scheme, each.label),
        )
        for each in library.graph.arguments.values()
    ]
    return statements, arguments, [name(essay.contention) for essay in library.essays]
