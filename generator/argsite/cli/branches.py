"""A tree drawn with lines: flat twigs in, lines of text out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argsite.cli.paragraph import Run, lines
from argsite.cli.terminal import Screen


class Twig(NamedTuple):
    """One entry of a tree."""

    depth: int
    """How many entries it hangs below; 0 for a root, and never more than one deeper than before."""

    runs: tuple[Run, ...]
    """What it says."""

    more: tuple[Run, ...] = ()
    """What it says on lines of their own after that."""


def draw(twigs: Sequence[Twig], screen: Screen) -> Iterator[str]:
    """Yield the tree line by line; however deep it is, nothing recurses."""
    signs = screen.signs
    followed = _followed(twigs)
    trunks: list[str] = []
    blank = " " * len(signs.trunk)
    for twig, again in zip(twigs, followed, strict=True):
        del trunks[max(twig.depth - 1, 0) :]
        before = "".join(trunks)
        first = rest = ""
        if twig.depth:
            first = before + (signs.fork if again else signs.last)
            trunks.append(signs.trunk if again else blank)
            rest = before + trunks[-1]
        yield from lines(twig.runs, first, rest, screen.width, coloured=screen.coloured)
        if twig.more:
            yield from lines(twig.more, rest, rest, screen.width, coloured=screen.coloured)


def _followed(twigs: Sequence[Twig]) -> list[bool]:
    """Say of each twig whether another hangs below the same one, further down."""
    followed = []
    ahead: list[bool] = []
    for twig in reversed(twigs):
        ahead += [False] * (twig.depth + 1 - len(ahead))
        followed.append(ahead[twig.depth])
        ahead[twig.depth] = True
        del ahead[twig.depth + 1 :]
    return followed[::-1]
