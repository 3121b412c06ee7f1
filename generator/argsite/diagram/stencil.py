"""Texts of SVG in which only where they stand is still to be filled in.

A map's boxes and lines are prepared once and drawn in many places: what differs are a few numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

_MARK = re.compile(r"<@(\d+) (-?\d+)>|%")
"""A number to come. Nothing else in a drawing begins with `<@`: what an author wrote is escaped."""


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A whole number of px that is not known yet: one that will be given, and so much more."""

    given: int
    """Its place among those that will be given."""

    more: int = 0
    """What is added to it."""

    def __add__(self, more: int) -> Gap:
        """Return what is so much more."""
        return Gap(self.given, self.more + more)

    def __sub__(self, less: int) -> Gap:
        """Return what is so much less."""
        return Gap(self.given, self.more - less)

    def __str__(self) -> str:
        """Return a mark for a text that becomes a stencil."""
        return f"<@{self.given} {self.more}>"


class Stencil(NamedTuple):
    """A text with gaps."""

    text: str
    """The text, with a place for a number, as of the operator `%`, in each gap."""

    gaps: tuple[tuple[int, float], ...]
    """What comes there: a place among the numbers that are given, and what is added to it."""

    @classmethod
    def of(cls, text: str) -> Stencil:
        """Return the stencil of a text that holds gaps as they write themselves."""
        gaps: list[tuple[int, float]] = []

        def opened(found: re.Match[str]) -> str:
            if found[0] == "%":
                return "%%"
            gaps.append((int(found[1]), int(found[2])))
            return "%d"

        return cls(_MARK.sub(opened, text), tuple(gaps))

    def filled(self, given: Sequence[int]) -> str:
        """Return the text with its numbers."""
        return self.text % tuple([given[place] + more for place, more in self.gaps])


def joined(stencils: Iterable[Stencil]) -> Stencil:
    """Return stencils one after the other."""
    texts, gaps = zip(*stencils, strict=True)
    return Stencil("".join(texts), tuple(chain.from_iterable(gaps)))


def plain(text: str) -> str:
    """Return a text as it stands in a stencil's."""
    return text.replace("%", "%%")
