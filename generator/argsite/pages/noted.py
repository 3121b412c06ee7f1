"""What a page looked at, noted while it is made, so that a later build knows when it is stale.

The keys of statements, the folders of essays and the templates that a job asks for are noted. How
statements are joined is not: that is told by the shape of the essays around (`inputs.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

EVERYTHING = "*"
"""Noted where a job looks through all there is."""

ESSAY = "§"
"""Marks the folder of an essay among what was noted; no key begins with it."""

TEMPLATE = "%"
"""Marks a template among what was noted; no key begins with it."""

Value = TypeVar("Value")


class Noted(Mapping[str, Value]):
    """A mapping that notes which keys were asked for, also those that it lacks."""

    __slots__ = ("_content", "_mark", "_note")

    def __init__(
        self, content: Mapping[str, Value], note: Callable[[str], None], mark: str = ""
    ) -> None:
        """Tell `note` each key, with `mark` before it."""
        self._content = content
        self._note = note
        self._mark = mark

    def __getitem__(self, key: str) -> Value:
        """Return the value of a key."""
        self._note(self._mark + key)
        return self._content[key]

    def __contains__(self, key: object) -> bool:
        """Say whether there is such a key."""
        self._note(f"{self._mark}{key}")
        return key in self._content

    def __iter__(self) -> Iterator[str]:
        """Go through all keys."""
        self._note(EVERYTHING)
        return iter(self._content)

    def __len__(self) -> int:
        """Return how many keys there are."""
        self._note(EVERYTHING)
        return len(self._content)


class Remembered(dict[str, Value]):
    """A mapping whose values are made when they are asked for, each once."""

    def __init__(self, keys: Mapping[str, object], make: Callable[[str], Value]) -> None:
        """Make the value of each of the keys with `make`."""
        super().__init__()
        self._keys = keys
        self._make = make

    def __missing__(self, key: str) -> Value:
        """Make a value; KeyError where there is no such key."""
        if key not in self._keys:
            raise KeyError(key)
        made = self[key] = self._make(key)
        return made

    def __contains__(self, key: object) -> bool:
        """Say whether there is such a key."""
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """Go through all keys."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._keys)
