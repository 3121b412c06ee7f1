"""Pieces of HTML that many pages show alike, each set once: the filters `once` and `each`.

`{{ link|once(parts.stated) }}` is what the macro `parts.stated` makes of a value; `each` is the same
of all values of a list, joined. Next time the same object gives the same text without the macro
being asked. So that macro may depend on nothing but the value, and the value may not change: what
is remembered are frozen dataclasses and named tuples, of which pages are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from weakref import WeakKeyDictionary

from markupsafe import Markup

Set = Callable[[object], str]
"""A macro: it sets a value as HTML."""

_MOST = 20_000
"""Pieces that are remembered at a time."""


class Fragments:
    """What macros made of values in one language."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        # By macro: one that is defined on a page goes away with it.
        self._made: MutableMapping[Set, dict[int, str]] = WeakKeyDictionary()
        self._values: list[object] = []
        self._frozen: dict[type, bool] = {}

    def once(self, value: object, macro: Set) -> Markup:
        """Return what a macro makes of a value."""
        return Markup(self._known(macro).get(id(value)) or self._set(value, macro))  # noqa: S704 - a macro's

    def each(self, values: Iterable[object], macro: Set) -> Markup:
        """Return what a macro makes of several values, joined."""
        known = self._known(macro)
        parts = [known.get(id(value)) or self._set(value, macro) for value in values]
        return Markup("".join(parts))  # noqa: S704 - a macro's

    def _known(self, macro: Set) -> dict[int, str]:
        """Return what a macro made, by the identity of the values, which are kept meanwhile."""
        known = self._made.get(macro)
        if known is None:
            known = self._made[macro] = {}
        return known

    def _set(self, value: object, macro: Set) -> str:
        made = str(macro(value))
        if self._is_frozen(type(value)):
            if len(self._values) >= _MOST:
                self._forget()
            self._values.append(value)
            self._known(macro)[id(value)] = made
        return made

    def _forget(self) -> None:
        # What is known goes first: without its value an identity may become another's.
        for known in self._made.values():
            known.clear()
        self._values.clear()

    def _is_frozen(self, kind: type) -> bool:
        known = self._frozen.get(kind)
        if known is None:
            described = getattr(kind, "__dataclass_params__", None)
            is_named = issubclass(kind, tuple) and hasattr(kind, "_fields")
            known = self._frozen[kind] = is_named or bool(described and described.frozen)
        return known
