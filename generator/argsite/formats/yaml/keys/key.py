"""What a key, a table of keys and a choice between tables are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from argsite.formats.yaml.fragments import Fragment
from argsite.formats.yaml.values import Value

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Key(Generic[T_co]):
    """A key, the kind of value it takes, and what it means."""

    name: str
    """How it is written."""

    value: Value[T_co]
    """What it is set to."""

    words: str
    """What it means, in Markdown, for the guide and for editors."""

    example: str = ""
    """How it is written, as YAML; empty where the example of its table shows it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The keys that one kind of mapping may have."""

    name: str
    """What it is called in the schema and by the values that hold such a mapping."""

    what: str
    """The mapping in a message: `a statement`."""

    keys: tuple[Key[object], ...]
    """Its keys, in the order in which they are best written."""

    words: str
    """What such a mapping is, in Markdown, for the guide and for editors."""

    needs: tuple[Key[object], ...] = ()
    """Keys that cannot be left out."""

    rules: Fragment = field(default_factory=dict)
    """What else holds between its keys, in JSON Schema; the code beside it reports it."""

    misplaced: frozenset[str] = frozenset()
    """Keys that belong beside or around it, and are taken for its own now and then."""

    reason: str = ""
    """Why they do not belong here; `{key}` stands for the key."""

    hint: str = ""
    """Where to write them."""

    others: frozenset[str] = frozenset()
    """Keys that would make it a mapping of another kind: one misspelt is named in the hint."""

    names: frozenset[str] = field(init=False)
    """The names of its keys."""

    def __post_init__(self) -> None:
        """Gather the names once: they are asked for at each mapping of each file."""
        object.__setattr__(self, "names", names(self.keys))


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be written as a text alone or as one of several kinds of mapping."""

    name: str
    """What it is called in the schema and by the values that hold such a thing."""

    text: Value[object]
    """The text alone."""

    tables: tuple[Table, ...]
    """The mappings; all but the last are known by their first key."""

    words: str
    """What it is, in Markdown."""


def names(keys: tuple[Key[object], ...]) -> frozenset[str]:
    """Return the names of the keys."""
    return frozenset(key.name for key in keys)
