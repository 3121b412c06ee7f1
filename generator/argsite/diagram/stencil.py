"""Texts of SVG in which only where they stand is still to be filled in.

A box and its words are prepared once and drawn in many places.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import add
from typing import NamedTuple


class Stencil(NamedTuple):
    """A text with gaps for places, each so far from the left and so far from the top."""

    text: str
    """The text, with a place for a number, as of the operator `%`, in each gap."""

    offsets: tuple[float, ...]
    """How far right of the stencil's left upper corner, how far below, and so on in turn, px."""

    def at(self, corner: tuple[int, int]) -> str:
        """Return the text where the corner is at a place."""
        places = corner * (len(self.offsets) // 2)
        return self.text % tuple(map(add, places, self.offsets))


def joined(stencils: Iterable[Stencil]) -> Stencil:
    """Return stencils of one corner one after the other."""
    texts, offsets = zip(*stencils, strict=True)
    return Stencil("".join(texts), tuple(chain.from_iterable(offsets)))


def plain(text: str) -> str:
    """Return a text as it stands in a stencil's."""
    return text.replace("%", "%%")
