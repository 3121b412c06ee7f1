"""The view of a whole essay that fits on its page: the contention and what the points claim."""

from __future__ import annotations

from math import prod

from argsite.analysis.descent import steps_below
from argsite.analysis.paths import shortest_path, steps_taken
from argsite.analysis.reach import Reach
from argsite.analysis.view import Bridge, View, uses_within, view_of, whole_steps
from argsite.model import Essay, Graph, Kind

MOST_DIRECT = 20
"""How many statements an overview shows directly below the contention."""

_SIGN = {Kind.FOR: 1, Kind.AGAINST: -1, Kind.UNDERCUT: -1}


def overview(graph: Graph, essay: Essay, reach: Reach | None = None) -> View:
    """Return the contention, what bears directly on it, and the main claim of each point.

    A claim that would hang in the air is joined by a bridge to the nearest statement in view on
    its shortest way to the contention. One that does not bear on the contention stands alone.
    """
    reach = reach or Reach(graph)
    root = essay.contention
    shown = dict.fromkeys([root])
    shown |= dict.fromkeys(whole_steps(graph, steps_below(graph, root), {root}, MOST_DIRECT))
    shown |= dict.fromkeys(point.claims[0] for point in essay.points)
    within = uses_within(shown.keys(), reach)
    used = {premise for use in within for premise in use.step.premises}
    bridges = (_bridge(graph, key, root, shown, reach) for key in shown if key not in used)
    return view_of(root, shown, reach, tuple(bridge for bridge in bridges if bridge))


def _bridge(
    graph: Graph, key: str, root: str, shown: dict[str, None], reach: Reach
) -> Bridge | None:
    way = shortest_path(graph, key, root, reach)
    above = [place for place, each in enumerate(way[:-1]) if each in shown]
    if not above:
        return None
    steps = steps_taken(reach, way[above[-1] :])
    # An objection to an objection speaks for what the first attacks.
    kind = Kind.FOR if prod(_SIGN[step.kind] for step in steps) > 0 else Kind.AGAINST
    return Bridge(key, way[above[-1]], kind)
