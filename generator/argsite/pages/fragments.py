"""Pieces of HTML that many pages show alike, each set once: the filters `once` and `each`.

`{{ link|once(parts.stated) }}` is what the macro `parts.stated` makes of a value; `each` is the
same of all values of a list, joined. Next time the same object gives the same text without the
macro being asked, where it is of a kind that pages have in common. So that macro may depend on
nothing but the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from weakref import WeakKeyDictionary

from markupsafe import Markup

from argsite.pages.composition import html

Set = Callable[[object], str]
"""A macro: it sets a value as HTML."""

_MOST = 20_000
"""Pieces that are remembered at a time."""


class Fragments:
    """What macros made of values in one language."""

    def __init__(self, *kinds: type) -> None:
        """Remember nothing yet, later what is made of values of these kinds, which never change."""
        self._kinds = frozenset(kinds)
        # By macro: one that is defined on a page goes away with it.
        self._made: MutableMapping[Set, dict[int, str]] = WeakKeyDictionary()
        self._values: list[object] = []

    def once(self, value: object, macro: Set) -> Markup:
        """Return what a macro makes of a value."""
        return html(self._known(macro).get(id(value)) or self._set(value, macro))

    def each(self, values: Iterable[object], macro: Set) -> Markup:
        """Return what a macro makes of several values, joined."""
        known = self._known(macro)
        return html("".join([known.get(id(value)) or self._set(value, macro) for value in values]))

    def _known(self, macro: Set) -> dict[int, str]:
        """Return what a macro made, by the identity of the values, which are kept meanwhile."""
        known = self._made.get(macro)
        if known is None:
            known = self._made[macro] = {}
        return known

    def _set(self, value: object, macro: Set) -> str:
        made = str(macro(value))
        if type(value) in self._kinds:
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
