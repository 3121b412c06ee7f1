"""How statements fare, remembered from build to build: it follows from what is argued alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from argsite.analysis.standing import Label, Standing, stand
from argsite.model import Graph, Status
from argsite.packing import pack, unpack

Made = Callable[[Sequence[str], Callable[[], bytes]], bytes]
"""Returns what a function gives that depends on some texts alone, perhaps from an earlier build."""


class _Fates(NamedTuple):
    """A standing without keys, which the graph has in the same order."""

    labels: tuple[Label, ...]
    """Of the statements, then of the arguments."""

    statuses: tuple[Status, ...]
    """Of the statements."""


def stood(graph: Graph, argued: Sequence[str], made: Made) -> Standing:
    """Return how the statements of a graph fare, whose arguments `argued` tells from any others."""
    fates = unpack(made(("fates", *argued), lambda: pack(_fates(graph))), _Fates)
    known = len(graph.statements) + len(graph.arguments)
    if fates is None or (len(fates.labels), len(fates.statuses)) != (known, len(graph.statements)):
        return stand(graph)
    labels = zip(chain(graph.statements, graph.arguments), fates.labels, strict=True)
    return Standing(dict(labels), dict(zip(graph.statements, fates.statuses, strict=True)))


def _fates(graph: Graph) -> _Fates:
    found = stand(graph)
    keys = chain(graph.statements, graph.arguments)
    labels = tuple(map(found.labels.__getitem__, keys))
    return _Fates(labels, tuple(map(found.statuses.__getitem__, graph.statements)))
