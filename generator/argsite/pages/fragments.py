"""Pieces of HTML that many pages show alike, each set once: the filters `once` and `each`.

`{{ link|once(parts.stated) }}` is what the macro `parts.stated` makes of a value; `each` is the
same of all values of a list, joined. Next time the same object gives the same text without the
macro being asked, where it is of a kind that pages have in common. So that macro may depend on
nothing but the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from weakref import ReferenceType, ref

from markupsafe import Markup

from argsite.pages.runtime import html

Set = Callable[[object], str]
"""A macro: it sets a value as HTML."""

_MOST = 20_000
"""Pieces that are remembered at a time."""


class Fragments:
    """What macros made of values in one language."""

    def __init__(self, *kinds: type) -> None:
        """Remember nothing yet, later what is made of values of these kinds, which never change."""
        self._kinds = frozenset(kinds)
        # By a macro's identity: one that is defined on a page goes away with it.
        self._made: dict[int, tuple[ReferenceType[Set], dict[int, str]]] = {}
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
        identity = id(macro)
        found = self._made.get(identity)
        if found is None:
            gone = partial(_gone, self._made, identity)
            found = self._made[identity] = ref(macro, gone), {}
        return found[1]

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
        for _, known in self._made.values():
            known.clear()
        self._values.clear()


def _gone(made: dict[int, Any], identity: int, _macro: ReferenceType[Set]) -> None:
    """Forget what a macro made, before another has its identity."""
    made.pop(identity, None)
