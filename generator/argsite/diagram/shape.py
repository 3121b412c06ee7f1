"""What a chart's drawing depends on beside its texts: how many boxes there are, and their steps.

Charts of one shape are laid out alike; texts only decide how tall the boxes are.
"""

from __future__ import annotations

from typing import NamedTuple

from argsite.diagram.chart import Chart
from argsite.model import Kind


class Bond(NamedTuple):
    """A step by the numbers of what it joins."""

    premises: tuple[int, ...]
    """Numbers of boxes, from 0."""

    target: int
    """Number of a box; for a step that is undercut its own number, turned by `~`, below 0."""

    kind: Kind
    """How it bears on its target."""

    indirect: bool
    """It stands for a way of several steps."""


class Shape(NamedTuple):
    """What charts that differ in their texts alone have in common."""

    boxes: int
    """How many boxes there are."""

    bonds: tuple[Bond, ...]
    """The steps, as written."""

    def size(self) -> int:
        """Return how many boxes and ends of lines there are, to tell what is large."""
        return self.boxes + sum(len(bond.premises) + 1 for bond in self.bonds)


def shape_of(chart: Chart) -> Shape:
    """Return the shape of a chart."""
    numbers = {node.key: number for number, node in enumerate(chart.nodes)}
    steps = {step.key: ~number for number, step in enumerate(chart.steps)}
    numbered = numbers.__getitem__
    bonds = [
        Bond(
            tuple(map(numbered, step.premises)),
            numbers[step.target] if step.target in numbers else steps[step.target],
            step.kind,
            step.indirect,
        )
        for step in chart.steps
    ]
    return Shape(len(chart.nodes), tuple(bonds))
