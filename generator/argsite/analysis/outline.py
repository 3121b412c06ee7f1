"""The argument as nested lists, flat: a sequence of rows that a template renders by looping.

An *item* is one argument: its premises, linked where there are several, each with the list of what
bears on it, then the undercuts of the step as a list of their own. A statement that the outline
starts from is an item too. Each statement is unfolded where it is first met; later rows of it say
`again`. In Jinja, where `close` maps "premise" to `</ul></details>`, "undercuts" to `</ul>` and
"item" to `</li>`:

    <ul>
    {% for row in rows %}
      {% if row.begins_undercuts %}<ul class="undercuts">{% endif %}
      {% if row.begins_item %}<li class="{{ row.kind or 'root' }}">{% endif %}
      {% if row.opens %}<details open><summary>{{ title(row) }}</summary><ul>
      {% else %}<p>{{ title(row) }}</p>{% endif %}
      {% for part in row.closes %}{{ close[part] }}{% endfor %}
    {% endfor %}
    </ul>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import repeat
from typing import NamedTuple

from argsite.analysis.descent import steps_below
from argsite.analysis.objections import counts
from argsite.analysis.reach import Reach
from argsite.analysis.room import room_for
from argsite.model import Argument, Graph, Kind


class Part(StrEnum):
    """What can end after a row."""

    PREMISE = "premise"
    """The list of what bears on a premise, opened by the row that `opens`."""

    UNDERCUTS = "undercuts"
    """The list of what undercuts a step, opened by the row that `begins_undercuts`."""

    ITEM = "item"
    """An argument, opened by the row that `begins_item`."""


class Row(NamedTuple):
    """One use of a statement."""

    depth: int
    """How many lists it is nested in; 0 for those the outline starts from."""

    statement: str
    """Key of the statement."""

    argument: str | None
    """Key of the argument that it is a premise of here; None where the outline starts from it."""

    kind: Kind | None
    """How that argument bears on what stands above."""

    position: int
    """Its place among the linked premises, from 0."""

    pro: int
    """How many arguments speak for the statement."""

    con: int
    """How many speak against it."""

    begins_item: bool
    """Whether an item begins before the row."""

    begins_undercuts: bool
    """Whether a list of undercuts begins before that."""

    opens: bool
    """Whether the list of what bears on the statement follows."""

    closes: tuple[Part, ...]
    """What ends after the row, in this order."""

    again: bool
    """Whether the statement is unfolded elsewhere, at an earlier row."""

    continues: bool
    """Whether it lies too deep to be unfolded here and begins anew at depth 0 further down."""

    hidden: int
    """How many statements below it the outline leaves out, for want of room."""


def outline(
    graph: Graph,
    roots: Iterable[str],
    deepest: int = 50,
    limit: int | None = None,
    reach: Reach | None = None,
) -> tuple[Row, ...]:
    """Return what bears on the statements `roots`, as rows in the order of reading.

    What would lie deeper than `deepest` follows after the rest as if its statement were a root,
    but for undercuts, which stay with their step. With a `limit` of rows the levels are added whole
    while there is room, of the first at least as much as fits.
    """
    roots = tuple(roots)
    chosen = None if limit is None else room_for(graph, roots, limit)
    met = _Walk(graph, max(deepest, 1), chosen).through(roots)
    hidden = repeat(0) if chosen is None else _hidden(met, chosen, reach or Reach(graph))
    return tuple(map(_row, repeat(graph), met, hidden))


class _Use(NamedTuple):
    """A statement to come."""

    statement: str
    depth: int
    argument: Argument | None = None
    position: int = 0
    begins_undercuts: bool = False


class _Item(NamedTuple):
    """An argument to come: its premises, then its undercuts."""

    argument: Argument
    depth: int
    begins_undercuts: bool = False


@dataclass(slots=True)
class _Met:
    """A statement that the walk has come to."""

    use: _Use
    again: bool
    opens: bool
    continues: bool
    closes: list[Part] = field(default_factory=list)


class _Walk:
    """A walk through the argument in the order of reading, with a stack in place of recursion."""

    def __init__(self, graph: Graph, deepest: int, chosen: AbstractSet[str] | None) -> None:
        self._graph = graph
        self._deepest = deepest
        self._chosen = chosen
        self._known: set[str] = set()
        self._too_deep: list[str] = []

    def through(self, roots: Sequence[str]) -> list[_Met]:
        met: list[_Met] = []
        while roots:
            ahead: list[_Use | _Item | Part] = []
            for root in reversed(roots):
                ahead += (Part.ITEM, _Use(root, 0))
            while ahead:
                now = ahead.pop()
                if isinstance(now, Part):
                    met[-1].closes.append(now)
                elif isinstance(now, _Item):
                    ahead.extend(reversed(self._parts(now)))
                else:
                    below = self._bearing_on(now.statement)
                    met.append(self._meet(now, unfolds=bool(below)))
                    if met[-1].opens:
                        ahead.append(Part.PREMISE)
                        ahead.extend([_Item(each, now.depth + 1) for each in reversed(below)])
            roots, self._too_deep = self._too_deep, []
            self._known.difference_update(roots)
        return met

    def _parts(self, item: _Item) -> list[_Use | _Item | Part]:
        step, depth, begins = item
        undercuts = self._bearing_on(step.key)
        parts: list[_Use | _Item | Part] = [
            _Use(key, depth, step, place, begins and not place)
            for place, key in enumerate(step.premises)
        ]
        if undercuts:
            parts += [_Item(each, depth + 1, each is undercuts[0]) for each in undercuts]
            parts.append(Part.UNDERCUTS)
        parts.append(Part.ITEM)
        return parts

    def _meet(self, use: _Use, *, unfolds: bool) -> _Met:
        again = use.statement in self._known
        self._known.add(use.statement)
        unfolds = unfolds and not again
        continues = unfolds and use.depth >= self._deepest
        if continues:
            self._too_deep.append(use.statement)
        return _Met(use, again, unfolds and not continues, continues)

    def _bearing_on(self, key: str) -> Sequence[Argument]:
        bearing = self._graph.bearing_on(key)
        if self._chosen is None:
            return bearing
        return [each for each in bearing if each.key in self._chosen]


def _hidden(met: Sequence[_Met], chosen: AbstractSet[str], reach: Reach) -> Iterator[int]:
    """Yield how much is left out below each statement whose own list was cut."""
    shown = {each.use.statement for each in met}
    for each in met:
        key = each.use.statement
        below = () if each.again else steps_below(reach.graph, key)
        cut = any(step.key not in chosen for step in below)
        yield reach.hidden(key, shown) if cut else 0


def _row(graph: Graph, met: _Met, hidden: int) -> Row:
    key, depth, step, position, begins_undercuts = met.use
    pro, con = counts(graph, key)
    return Row(
        depth=depth,
        statement=key,
        argument=step.key if step else None,
        kind=step.kind if step else None,
        position=position,
        pro=pro,
        con=con,
        begins_item=not position,
        begins_undercuts=begins_undercuts,
        opens=met.opens,
        closes=tuple(met.closes),
        again=met.again,
        continues=met.continues,
        hidden=hidden,
    )
