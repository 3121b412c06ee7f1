"""Which part of the graph a diagram shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from argsite.analysis.descent import premises_of, steps_below
from argsite.analysis.paths import paths
from argsite.analysis.reach import Reach, Use
from argsite.model import Argument, Essay, Graph, Kind

MOST_IN_LOCAL_VIEW = 30
"""How many statements a local view shows at most."""

MOST_ON_PATHS = 12
"""How many statements of a local view stand above the statement it is about, or beside those."""

MOST_CHILDREN = 12
"""How many statements a local view shows directly below, where it cannot show all."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """A way from one statement in view up to another, of which no step is in view."""

    premise: str
    """Key of the lower statement."""

    target: str
    """Key of the upper one."""

    kind: Kind
    """Whether the way as a whole speaks for or against the upper one."""


@dataclass(frozen=True, slots=True)
class View:
    """A part of the graph, small enough to draw."""

    focus: str
    """Key of the statement that the view is about."""

    statements: tuple[str, ...]
    """Keys in view; what is argued for stands before its arguments, siblings as written."""

    arguments: tuple[str, ...]
    """Keys of arguments whose premises and target are all in view, as written."""

    hidden: Mapping[str, int]
    """Key of a statement to how many statements below it are left out, where there are any."""

    bridges: tuple[Bridge, ...] = ()
    """Ways that join what would otherwise hang in the air, in the order of the statements."""


def local_view(graph: Graph, key: str, root: str, reach: Reach | None = None) -> View:
    """Return the surroundings of a statement: its ways to the contention, and two levels below.

    `root` is the contention. Along the ways only the steps taken are shown. All ways are there
    while they take no more than MOST_ON_PATHS statements, else the end of the shortest. The
    second level is left out where there would be more than MOST_IN_LOCAL_VIEW statements, then
    what exceeds MOST_CHILDREN on the first. Give the same `reach` to each call for the same graph.
    """
    reach = reach or Reach(graph)
    shown = dict.fromkeys((*_ways(graph, key, root, reach), key))
    children = reach.near(key)
    all_levels = dict(shown) | dict.fromkeys(children)
    for child in children:
        all_levels |= dict.fromkeys(reach.near(child))
    if len(all_levels) <= MOST_IN_LOCAL_VIEW:
        shown = all_levels
    elif len(shown.keys() | set(children)) <= MOST_IN_LOCAL_VIEW:
        shown |= dict.fromkeys(children)
    else:
        first = steps_below(graph, key)
        shown |= dict.fromkeys(whole_steps(graph, first, shown.keys(), MOST_CHILDREN))
    return view_of(key, shown, reach)


def point_view(
    graph: Graph, claims: Sequence[str], limit: int = 40, reach: Reach | None = None
) -> View:
    """Return the argument of a numbered point: its claims and, level by level, what bears on them.

    Levels are added whole while there are no more than `limit` statements; of the first at least
    as much as fits. What is written in another point is shown, but not what bears on it.
    """
    home = {_place(graph, each) for each in claims}
    shown = dict.fromkeys(claims)
    level = list(shown)
    while level:
        steps = [step for each in level for step in steps_below(graph, each)]
        found = [each for each in premises_of(steps) if each not in shown]
        if len(shown) + len(found) > limit:
            if shown.keys() == set(claims):
                shown |= dict.fromkeys(whole_steps(graph, steps, shown.keys(), limit))
            break
        shown |= dict.fromkeys(found)
        level = [each for each in found if _place(graph, each) in home]
    return view_of(claims[0], shown, reach or Reach(graph))


def whole_view(graph: Graph, essay: Essay, reach: Reach | None = None) -> View:
    """Return all that is written in the essay and all that bears on it, whoever wrote it."""
    reach = reach or Reach(graph)
    claims = [each for point in essay.points for each in point.claims]
    ahead = [essay.contention, *claims, *(each.key for each in essay.statements)]
    shown = dict.fromkeys(ahead)
    while ahead:
        found = [each for each in reach.near(ahead.pop()) if each not in shown]
        shown |= dict.fromkeys(found)
        ahead.extend(found)
    return View(essay.contention, *_arrange(shown, reach), {})


def _ways(graph: Graph, key: str, root: str, reach: Reach) -> Collection[str]:
    """Return what stands above `key` in its local view, the highest first."""
    ways = paths(graph, key, root, longest=MOST_ON_PATHS + 1, reach=reach)
    while ways:
        above = _along(reach, ways)
        if len(above.keys() - {key}) <= MOST_ON_PATHS:
            return above
        ways = ways[:1] if len(ways) > 1 else (ways[0][1:],)
    return ()


def _along(reach: Reach, ways: Iterable[Sequence[str]]) -> dict[str, None]:
    """Return the statements of some ways, and those linked with them in the steps taken."""
    along: dict[str, None] = {}
    taken: set[tuple[str, str]] = set()
    for way in ways:
        along.update(dict.fromkeys(way))
        for pair in pairwise(way):
            if pair not in taken:
                taken.add(pair)
                for each in reach.linked(*pair):
                    along[each] = None
    return along


def whole_steps(
    graph: Graph, steps: Iterable[Argument], shown: AbstractSet[str], limit: int
) -> tuple[str, ...]:
    """Return premises that `shown` lacks: of the first steps, each whole, up to `limit`."""
    found: dict[str, None] = {}
    taken: set[str] = set()
    for step in steps:
        more = [each for each in dict.fromkeys(step.premises) if each not in shown | found.keys()]
        in_view = step.target in graph.statements or step.target in taken
        if in_view and len(found) + len(more) <= limit:
            found |= dict.fromkeys(more)
            taken.add(step.key)
    return tuple(found)


def view_of(
    focus: str, shown: Mapping[str, None], reach: Reach, bridges: tuple[Bridge, ...] = ()
) -> View:
    """Return the view of the statements `shown`, with what joins them and what they hide."""
    hidden = zip(shown, reach.hidden_of(shown, shown.keys()), strict=True)
    below = {key: number for key, number in hidden if number}
    return View(focus, *_arrange(shown, reach), below, bridges)


def _arrange(shown: Mapping[str, None], reach: Reach) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the statements, each before those it is argued for with, and the arguments."""
    uses = uses_within(shown.keys(), reach)
    children = _children(uses)
    lower = {premise for use in uses for premise in use.step.premises}
    tops = [each for each in shown if each not in lower]
    # A depth-first search that lists each statement when all below it are listed; turned round,
    # that puts it before them. What only cycles lead to is reached last, hence listed first.
    listed: dict[str, None] = {}
    entered: set[str] = set()
    for start in (*reversed(tops), *shown):
        ahead = [] if start in entered else [start]
        while ahead:
            key = ahead[-1]
            if key in entered:
                listed.setdefault(ahead.pop())
                continue
            entered.add(key)
            if key in children:
                ahead.extend([each for each in children[key] if each not in entered])
    return tuple(reversed(listed)), tuple([use.key for use in uses])


def uses_within(shown: AbstractSet[str], reach: Reach) -> list[Use]:
    """Return the arguments that have their premises and their target in view, as written."""
    near: dict[int, Use] = {}
    for key in shown:
        uses = reach.uses(key)
        if len(uses) > len(shown):
            uses = [use for above in shown for use in reach.uses_between(above, key)]
        for use in uses:
            near[use.rank] = use
    kept: dict[str, Use] = {}
    for rank in sorted(near):
        use = near[rank]
        step = use.step
        if (step.target in shown or step.target in kept) and (
            len(step.premises) == 1 or all(each in shown for each in step.premises)
        ):
            kept[use.key] = use
    return list(kept.values())


def _children(uses: Iterable[Use]) -> dict[str, dict[str, None]]:
    """Return, of each statement that is concluded, the premises given for or against it."""
    children: dict[str, dict[str, None]] = {}
    for use in uses:
        children.setdefault(use.concluded, {}).update(dict.fromkeys(use.step.premises))
    return children


def _place(graph: Graph, key: str) -> tuple[str, int]:
    statement = graph.statements[key]
    return statement.essay, statement.point
