"""The lines of a step as SVG, for all charts of one shape: only heights and names are missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from itertools import chain
from typing import NamedTuple

from argsite.diagram.chart import Step
from argsite.diagram.height import Elastic, Height
from argsite.diagram.place import RADIUS, Columns, Heights
from argsite.diagram.route import Path
from argsite.diagram.shape import Bond, Shape
from argsite.diagram.skeleton import Skeleton
from argsite.model import Kind

_DOTTED = 'stroke-width="2" stroke-linecap="round" stroke-dasharray=".1 4.5"'
_DASHED = 'stroke-width="1.6" stroke-dasharray="6 4"'
_SOLID = 'stroke-width="1.6"'
_INDIRECT = 'stroke-width="1.6" stroke-dasharray="14 4 2 4"'


_NAME = "%%s"
"""Where a name of the chart goes, after the heights."""

_JUNCTION = f'<circle fill="currentColor" cx="{{}}" cy="%d" r="{RADIUS - 1}"/>'

escaped = lru_cache(maxsize=5000)(escape)  # a step's key stands in the maps around it


class Strokes(NamedTuple):
    """The steps of one shape, each a group of its lines and its junction.

    Scripts know it by its key and the numbers of the boxes it joins. An undercut names the argument
    that it attacks, which may have no junction of its own.
    """

    lines: Elastic
    """All of them; where their heights are filled in, it is a text for the operator `%`."""

    bonds: tuple[Bond, ...]
    """What they join."""

    def drawn(self, steps: Sequence[Step], given: Sequence[int]) -> str:
        """Return the steps; `given` are the numbers that fill their heights."""
        names = []
        for step, bond in zip(steps, self.bonds, strict=True):
            names.append(" out" if step.out else "")
            if not bond.indirect:
                names.append(escaped(step.key))
            if bond.target < 0:
                names.append(escaped(step.target))
        return self.lines.filled(given) % tuple(names)


def strokes(
    shape: Shape, skeleton: Skeleton, columns: Columns, heights: Heights, paths: Sequence[Path]
) -> Strokes:
    """Return the lines of the steps of a shape."""
    drawn = [_opening(bond) for bond in shape.bonds]
    missing: list[list[Height]] = [[] for _ in shape.bonds]
    for path in paths:
        line, more = _line(path, shape.bonds[path.step])
        drawn[path.step] += line
        missing[path.step] += more
    for name, rank in skeleton.ranks.items():
        if name[0] == "j":
            step = int(name[1:])
            drawn[step] += _JUNCTION.format(columns.x[name])
            missing[step].append(heights.middle[rank])
    text = "".join(f"{step}</g>" for step in drawn)
    return Strokes(Elastic.of(text, list(chain.from_iterable(missing))), shape.bonds)


def _opening(bond: Bond) -> str:
    indirect = " indirect" if bond.indirect else ""
    key = "" if bond.indirect else f' data-argument="{_NAME}"'
    premises = " ".join(map(str, bond.premises))
    at = f'-step="{_NAME}"' if bond.target < 0 else f'="{bond.target}"'
    classes = f"step {bond.kind}{_NAME}{indirect}"
    return f'<g class="{classes}"{key} data-premises="{premises}" data-target{at}>'


def _line(path: Path, bond: Bond) -> tuple[str, Sequence[Height]]:
    """Return a line with its head, and the heights that are missing in it."""
    if path.tip is None:
        return f'<path {_DOTTED} d="{path.way}"/>', path.heights
    x, y = path.tip
    right, down = path.heading
    look = _INDIRECT if bond.indirect else _SOLID if bond.kind is Kind.FOR else _DASHED
    line = f'<path {look} d="{path.way}"/>'
    if bond.kind is Kind.FOR:
        # A triangle: back along one side, across, and home.
        ends = f"l{-9 * right - 4 * down} {-9 * down - 4 * right}l{8 * down} {8 * right}z"
        head = f'<path stroke="none" fill="currentColor" d="M{x} %d{ends}"/>'
        return line + head, [*path.heights, y]
    x, y = x - 4 * right - 8 * down, y - (4 * down + 8 * right)
    bar = f'<path stroke-width="3" d="M{x} %dl{16 * down} {16 * right}"/>'
    return line + bar, [*path.heights, y]
