"""A diagram's skeleton as DOT, the language of Graphviz.

The text holds opaque names and sizes only, nothing that an author wrote, so no text can break it,
and diagrams of the same shape share one layout. Heights are ours to set (`place.py`); Graphviz
says how far from the left everything stands, with siblings in the author's order.
"""

from __future__ import annotations

from itertools import pairwise

from argsite.diagram.skeleton import Skeleton

PER_INCH = 72
"""Graphviz counts in inches; a pixel of ours is a point of its."""

BESIDE = 20
"""Free room between two boxes, px."""

JUNCTION = 10
"""Width of a junction, px."""

LOOP = 26
"""Room that a line from a box to itself takes beside it, px."""

_PASSING = 6
"""Width of a line's place between boxes, px; `BESIDE` keeps its neighbours away."""

_STRAIGHT = "weight=8"
"""A line that passes several ranks does so upright."""

_BESIDE_PREMISES = "weight=2"
"""An undercut, told from a linked premise, since it does not move its junction (`centre.py`)."""


def rows_of(skeleton: Skeleton, across: int) -> list[str]:
    """Return the rows of the DOT text in which skeletons of boxes `across` px wide differ."""
    body = [
        f"\t{name}\n" if breadth == across else f"\t{name} [width={_inches(breadth)}]\n"
        for name, breadth in breadths(skeleton, across).items()
    ]
    rows = {rank: row for row, rank in enumerate(sorted(set(skeleton.ranks.values())))}
    # Two steps may join the same boxes: their edge is written once, where it comes first.
    edges: dict[str, str] = {}
    for line in skeleton.lines:
        for lower, upper in pairwise((line.lower, *line.passing, line.upper)):
            length = rows[skeleton.ranks[lower]] - rows[skeleton.ranks[upper]]
            attributes = [f"minlen={length}"] if length > 1 else []
            if lower[0] == upper[0] == "p":
                attributes.append(_STRAIGHT)
            elif line.reaches and upper[0] == "j":
                attributes.append(_BESIDE_PREMISES)
            edges[f"{lower} -> {upper}"] = f" [{' '.join(attributes)}]" if attributes else ""
    return [*body, *(f"\t{edge}{attributes}\n" for edge, attributes in edges.items())]


def write_dot(skeleton: Skeleton, across: int) -> str:
    """Return the DOT text of a skeleton whose boxes are `across` px wide."""
    import graphviz  # slow to load, and most maps are trees, which come without

    out = graphviz.Digraph(
        graph_attr={
            "nodesep": _inches(BESIDE),
            "ordering": "in",
            "rankdir": "BT",
            "ranksep": _inches(10),
            "splines": "none",
        },
        node_attr={
            "fixedsize": "true",
            "height": _inches(4),
            "label": "",
            "shape": "box",
            "width": _inches(across),
        },
        body=rows_of(skeleton, across),
    )
    return str(out.source)


def breadths(skeleton: Skeleton, across: int) -> dict[str, int]:
    """Return how wide everything in a skeleton is, px."""
    found = {
        name: across if name[0] == "n" else JUNCTION if name[0] == "j" else _PASSING
        for name in skeleton.ranks
    }
    for node in skeleton.loops.values():
        found[f"n{node}"] = across + 2 * LOOP
    return found


def _inches(pixels: int) -> str:
    return f"{pixels / PER_INCH:.4f}"
