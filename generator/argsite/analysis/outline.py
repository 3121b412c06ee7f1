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

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from argsite.analysis.objections import counts
from argsite.analysis.reach import Reach, steps_below
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


@dataclass(frozen=True, slots=True)
class Row:
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
    rows = _Walk(graph, max(deepest, 1), chosen).rows(roots)
    return rows if chosen is None else _with_hidden(rows, chosen, reach or Reach(graph))


@dataclass(frozen=True, slots=True)
class _Use:
    """A statement to come."""

    statement: str
    depth: int
    argument: Argument | None = None
    position: int = 0
    begins_undercuts: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    """An argument to come: its premises, then its undercuts."""

    argument: Argument
    depth: int
    begins_undercuts: bool = False


class _Walk:
    """A walk through the argument in the order of reading, with a stack in place of recursion."""

    def __init__(self, graph: Graph, deepest: int, chosen: AbstractSet[str] | None) -> None:
        self._graph = graph
        self._deepest = deepest
        self._chosen = chosen
        self._met: set[str] = set()
        self._too_deep: list[str] = []

    def rows(self, roots: Sequence[str]) -> tuple[Row, ...]:
        rows: list[Row] = []
        closes: list[list[Part]] = []
        while roots:
            ahead: list[_Use | _Item | Part] = []
            for root in reversed(roots):
                ahead += (Part.ITEM, _Use(root, 0))
            while ahead:
                now = ahead.pop()
                if isinstance(now, Part):
                    closes[-1].append(now)
                elif isinstance(now, _Item):
                    ahead.extend(reversed(self._parts(now)))
                else:
                    rows.append(self._row(now))
                    closes.append([])
                    if rows[-1].opens:
                        below = self._bearing_on(now.statement)
                        ahead.append(Part.PREMISE)
                        ahead.extend(_Item(each, now.depth + 1) for each in reversed(below))
            roots, self._too_deep = self._too_deep, []
            self._met.difference_update(roots)
        return tuple(
            replace(row, closes=tuple(ends)) for row, ends in zip(rows, closes, strict=True)
        )

    def _parts(self, item: _Item) -> list[_Use | _Item | Part]:
        step, depth = item.argument, item.depth
        undercuts = self._bearing_on(step.key)
        return [
            *(
                _Use(key, depth, step, place, item.begins_undercuts and not place)
                for place, key in enumerate(step.premises)
            ),
            *(_Item(each, depth + 1, each is undercuts[0]) for each in undercuts),
            *((Part.UNDERCUTS,) if undercuts else ()),
            Part.ITEM,
        ]

    def _row(self, use: _Use) -> Row:
        key, step = use.statement, use.argument
        again = key in self._met
        self._met.add(key)
        unfolds = not again and bool(self._bearing_on(key))
        continues = unfolds and use.depth >= self._deepest
        if continues:
            self._too_deep.append(key)
        pro, con = counts(self._graph, key)
        return Row(
            depth=use.depth,
            statement=key,
            argument=step.key if step else None,
            kind=step.kind if step else None,
            position=use.position,
            pro=pro,
            con=con,
            begins_item=not use.position,
            begins_undercuts=use.begins_undercuts,
            opens=unfolds and not continues,
            closes=(),
            again=again,
            continues=continues,
            hidden=0,
        )

    def _bearing_on(self, key: str) -> Sequence[Argument]:
        bearing = self._graph.bearing_on(key)
        if self._chosen is None:
            return bearing
        return [each for each in bearing if each.key in self._chosen]


def _with_hidden(rows: Sequence[Row], chosen: AbstractSet[str], reach: Reach) -> tuple[Row, ...]:
    """Count what is left out, on the rows whose own list was cut."""
    shown = {row.statement for row in rows}
    counted = []
    for row in rows:
        below = steps_below(reach.graph, row.statement)
        cut = not row.again and any(each.key not in chosen for each in below)
        hidden = reach.hidden(row.statement, shown) if cut else 0
        counted.append(replace(row, hidden=hidden) if hidden else row)
    return tuple(counted)
