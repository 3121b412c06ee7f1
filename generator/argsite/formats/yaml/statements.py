"""Statements and arguments as values, from what stands in an essay's files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from argsite.formats.yaml.arguments import ArgumentName, read_argument
from argsite.formats.yaml.keys import CLAIM_STATEMENT, ITEM_STATEMENT, need, take
from argsite.formats.yaml.keys import statement as keys
from argsite.formats.yaml.names import Name, name_statements, name_step
from argsite.formats.yaml.nodes import Scalar
from argsite.formats.yaml.sources import read_sources
from argsite.formats.yaml.steps import Draft, Premise, Written, walk
from argsite.formats.yaml.values import bad, short
from argsite.model import Argument, Kind, Role, Statement
from argsite.problems import Code, Problem, Report
from argsite.source import Passage


class Content(NamedTuple):
    """What stands below an essay's contention and claims, in the order of writing."""

    statements: tuple[Statement, ...]
    """Its statements."""

    arguments: tuple[Argument, ...]
    """Its arguments; one with no premise that could be read is left out."""

    refs: tuple[Passage, ...]
    """Every `ref:`."""


def read_statements(slug: str, roots: Iterable[Premise], report: Report) -> Content:
    """Return what stands at the roots and below them."""
    draft = walk(roots, report)
    names = name_statements(draft, report)
    statements = tuple(
        _read_statement(slug, written, name, report)
        for written, name in zip(draft.statements, names, strict=True)
    )
    refs = tuple(
        each for step in draft.steps for each in step.premises if isinstance(each, Passage)
    )
    return Content(statements, _arguments(slug, draft, names, report), refs)


def _read_statement(slug: str, written: Written, name: Name, report: Report) -> Statement:
    node = written.node
    if isinstance(node, Scalar):
        text = _read_bare(node, report) or Passage("", node.at)
        return Statement(
            name.id, slug, text, node.at, written.role, written.point, id_is_derived=True
        )
    table = CLAIM_STATEMENT if written.role in _CLAIMS else ITEM_STATEMENT
    return Statement(
        id=name.id,
        essay=slug,
        text=need(node, keys.TEXT, table, report) or Passage("", node.at),
        at=node.at,
        role=written.role,
        point=written.point,
        id_is_derived=name.is_derived,
        aliases=name.aliases,
        note=take(node, keys.NOTE, report),
        sources=read_sources(node, report) if keys.SOURCES.name in node.entries else (),
        quote=take(node, keys.QUOTE, report),
        by=take(node, keys.BY, report) or "",
        tags=take(node, keys.TAGS, report) or (),
        implicit=take(node, keys.IMPLICIT, report) or False,
        presumed=take(node, keys.PRESUMED, report),
        accepted=take(node, keys.ACCEPTED, report),
        expect=take(node, keys.EXPECT, report),
    )


def _read_bare(node: Scalar, report: Report) -> Passage | None:
    """Return a statement that is a text alone."""
    lost = re.fullmatch(r"ref\s+(\S+)", node.text.strip())
    if lost:
        message = "a ':' is missing after 'ref'"
        bad(node.at, message, report, f"write 'ref: {short(lost[1])}'")
        return None
    if node.text.strip():
        return keys.TEXT.value.read("text", node, report)
    message, hint = "the statement is empty", "write it, or remove it"
    report(Problem(Code.EMPTY_TEXT, node.at, message, hint))
    return None


_CLAIMS = {Role.CONTENTION, Role.CLAIM}


def _arguments(slug: str, draft: Draft, names: list[Name], report: Report) -> tuple[Argument, ...]:
    given: Counter[str] = Counter()
    made: list[Argument | None] = []
    for step in draft.steps:
        premises = tuple(_key(slug, each, names) for each in step.premises)
        attacked = made[step.target] if step.kind is Kind.UNDERCUT else None
        if not premises or (step.kind is Kind.UNDERCUT and attacked is None):
            made.append(None)
            continue
        if attacked:
            target = attacked.key
            target_id = attacked.premises[0].rpartition("/")[2]
        else:
            target_id = names[step.target].id
            target = f"{slug}/{target_id}"
        id_ = name_step(step, premises, target_id, given)
        made.append(read_argument(ArgumentName(id_, slug, premises, target), step, report))
    return tuple(each for each in made if each)


def _key(slug: str, premise: int | Passage, names: list[Name]) -> str:
    if isinstance(premise, int):
        return f"{slug}/{names[premise].id}"
    return premise.text if "/" in premise.text else f"{slug}/{premise.text}"
