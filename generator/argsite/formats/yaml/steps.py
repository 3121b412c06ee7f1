"""The statements and steps of an essay as they are nested in its files, in the order of writing.

A first walk finds where everything stands; ids and values are read afterwards, since an id made
of a text must give way to one that is written further down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from argsite.formats.yaml.keys import (
    CLAIM_STATEMENT,
    ITEM_REF,
    ITEM_STATEMENT,
    ITEM_TOGETHER,
    LINKED_REF,
    LINKED_STATEMENT,
    Table,
    argument,
    check_keys,
    statement,
    take,
)
from argsite.formats.yaml.keys.items import REF, TOGETHER
from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence
from argsite.model import Kind, Role
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Passage

DEEPEST = 100
"""How many levels statements may nest."""


class Written(NamedTuple):
    """A statement as it stands in a file."""

    node: Scalar | Mapping
    """A bare text, or a mapping of keys."""

    role: Role
    """What it does there."""

    point: int
    """The point it stands in."""


@dataclass(slots=True)
class Step:
    """An argument as it stands in a file; its premises are filled in as the walk comes to them."""

    node: Mapping | None
    """The mapping that holds its keys; None for a bare text."""

    kind: Kind
    """How it bears on its target."""

    target: int
    """The index of a statement, or of a step where the kind is an undercut."""

    point: int
    """The point it stands in."""

    at: Location
    """Where it begins."""

    premises: list[int | Passage] = field(default_factory=list)
    """Indexes of statements, and refs."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the walk found."""

    statements: list[Written]
    """In the order of writing."""

    steps: list[Step]
    """In the order of writing."""


class Item(NamedTuple):
    """Work: an item under `premises`, `rebuttals` or `undercuts`."""

    node: Node
    kind: Kind
    target: int
    point: int
    level: int


class Premise(NamedTuple):
    """Work: a claim (then it is a premise of no step), or one premise of a step."""

    node: Node
    role: Role
    step: Step | None
    table: Table
    point: int
    level: int


Work: TypeAlias = Item | Premise

_ROLE = {Kind.FOR: Role.PREMISE, Kind.AGAINST: Role.REBUTTAL, Kind.UNDERCUT: Role.UNDERCUT}
_KIND = {statement.PREMISES.name: Kind.FOR, statement.REBUTTALS.name: Kind.AGAINST}
_NO_CLAIM = {REF.name, TOGETHER.name}
_LISTS = {key.name: key for key in (statement.PREMISES, statement.REBUTTALS)}


def root(node: Node, role: Role, point: int) -> Premise:
    """Return the work that a contention or a point's claim is."""
    return Premise(node, role, None, CLAIM_STATEMENT, point, 1)


def walk(roots: Iterable[Premise], report: Report) -> Draft:
    """Return all statements and steps from the roots down."""
    draft = Draft([], [])
    work: list[Work] = []
    work.extend([*roots][::-1])
    while work:
        task = work.pop()
        below = (
            _item(task, draft, report) if isinstance(task, Item) else _premise(task, draft, report)
        )
        work.extend(below[::-1])
    return draft


def _item(item: Item, draft: Draft, report: Report) -> list[Work]:
    node, kind, _, point, level = item
    if isinstance(node, Sequence):
        hint = "write 'together:' before a list of linked premises"
        report(Problem(Code.WRONG_TYPE, node.at, "an item cannot be a list of its own", hint))
        return []
    step = Step(node if isinstance(node, Mapping) else None, kind, item.target, point, node.at)
    index = len(draft.steps)
    draft.steps.append(step)
    if isinstance(node, Scalar):
        return [Premise(node, _ROLE[kind], step, ITEM_STATEMENT, point, level)]
    if TOGETHER.name in node.entries:
        check_keys(node, ITEM_TOGETHER, report)
        table = LINKED_STATEMENT
        members = _linked(node, report)
    else:
        table = ITEM_STATEMENT
        members = [node]
    below: list[Work] = [Premise(each, _ROLE[kind], step, table, point, level) for each in members]
    undercuts = take(node, argument.UNDERCUTS, report)
    if undercuts:
        below += [Item(each, Kind.UNDERCUT, index, point, level + 1) for each in undercuts.items]
    return below


def _linked(node: Mapping, report: Report) -> list[Node]:
    members = take(node, TOGETHER, report)
    if members is not None and not members.items:
        hint = "write the premises below it, each after '- '"
        report(Problem(Code.WRONG_TYPE, members.at, "'together' is an empty list", hint))
    return members.items if members else []


def _premise(premise: Premise, draft: Draft, report: Report) -> list[Work]:
    node, role, step, table, point, level = premise
    if isinstance(node, Sequence):
        message = f"{table.what} must be a text or a mapping, not a list"
        hint = "write it as a text, or as keys such as 'text: …'"
        report(Problem(Code.WRONG_TYPE, node.at, message, hint))
        return []
    if level > DEEPEST:
        message = f"nested too deeply: statements nest over {DEEPEST} levels"
        hint = "give a statement an id and go on in another place with 'ref'"
        report(Problem(Code.TOO_DEEP, node.at, message, hint))
        return []
    if step is None and isinstance(node, Mapping) and node.entries.keys() & _NO_CLAIM:
        message = "a claim is written out; 'ref' and 'together' are for premises and rebuttals"
        hint = "write 'text: …' here, and the rest on an item under 'premises'"
        report(Problem(Code.WRONG_TYPE, node.at, message, hint))
        return []
    if isinstance(node, Mapping) and REF.name in node.entries and step is not None:
        is_linked = table is LINKED_STATEMENT
        check_keys(node, LINKED_REF if is_linked else ITEM_REF, report)
        ref = take(node, REF, report)
        if ref:
            step.premises.append(ref)
        return []
    index = len(draft.statements)
    draft.statements.append(Written(node, role, point))
    if step is not None:
        step.premises.append(index)
    if isinstance(node, Scalar):
        return []
    check_keys(node, table, report)
    below: list[Work] = []
    for name in node.entries:
        if name in _KIND:
            written = take(node, _LISTS[name], report)
            items = written.items if written else []
            below += [Item(each, _KIND[name], index, point, level + 1) for each in items]
    return below
