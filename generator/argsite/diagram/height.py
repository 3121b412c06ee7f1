"""Heights that are not known yet, and texts in which they are missing.

How tall its boxes are is all in which drawings of one shape differ. So their lines are drawn once,
with gaps for heights: the bottoms of rows and boxes, and so much below or above.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

Height = int
"""Px from the top: a number that will be given, and so much more.

Lines are drawn with many of these, so each is one plain number to add to and to compare: the place
of what will be given, times `_GIVEN`, and the px. What stands lower has a later place.
"""

_GIVEN = 1 << 20
"""More px than are added to what is given."""


def height_of(given: int, more: int = 0) -> Height:
    """Return the height that will be given at a place, and `more` px."""
    return given * _GIVEN + more


def parts_of(unknown: Height) -> tuple[int, int]:
    """Return the place at which a height will be given, and the px that are added."""
    given = (unknown + _GIVEN // 2) // _GIVEN
    return given, unknown - given * _GIVEN


def half_way(start: Height, end: Height) -> Height:
    """Return where a line is bent on its way between two heights."""
    given, more = parts_of(end)
    return height_of(given, (parts_of(start)[1] + more) // 2)


class Elastic(NamedTuple):
    """A text in which heights are missing."""

    text: str
    """The text, with `%d`, as for the operator `%`, for each."""

    given: tuple[int, ...]
    """The place of each among those that will be given."""

    more: tuple[int, ...]
    """What is added to each."""

    @classmethod
    def of(cls, text: str, heights: Sequence[Height]) -> Elastic:
        """Return the text in which these heights are missing."""
        parts = [parts_of(each) for each in heights]
        return cls(text, tuple([given for given, _ in parts]), tuple([more for _, more in parts]))

    def filled(self, given: Sequence[int]) -> str:
        """Return the text with its heights."""
        return self.text % tuple(map(add, map(given.__getitem__, self.given), self.more))
