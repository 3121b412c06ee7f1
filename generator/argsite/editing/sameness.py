"""Whether two readings of the same content say the same, wherever it is written in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import cast

from argsite.model import Essay, Library, Site
from argsite.source import Location, Passage


def is_same(one: Essay | Site | None, other: Essay | Site | None) -> bool:
    """Say whether two readings differ at most in places, and in who gave the ids."""
    return _placeless(one) == _placeless(other)


def is_renamed(before: Library, after: Library, key: str, new: str) -> bool:
    """Say whether two readings of a site are the same argument, where `new` is the id of `key`."""
    return _shape(before, {key: f"{key.partition('/')[0]}/{new}"}) == _shape(after, {})


def _placeless(value: object) -> object:
    kind = type(value)
    if kind is Location:
        return None
    if isinstance(value, Passage):
        return value.text
    if kind is tuple:
        return tuple(map(_placeless, cast("tuple[object, ...]", value)))
    names = _names(kind)  # type: ignore[arg-type]  # mypy takes an object's hash for its class's
    if names:
        return tuple([_placeless(getattr(value, name)) for name in names])
    return dict(value) if isinstance(value, Mapping) else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that say something; none of anything else."""
    if not is_dataclass(kind):
        return ()
    return tuple(each.name for each in fields(kind) if each.name != "id_is_derived")


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
