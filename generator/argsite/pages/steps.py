"""The steps of an argument as a statement's page lists them: for, against, and what it serves."""

from __future__ import annotations

from typing import NamedTuple

from argsite.analysis import Label, explain_step
from argsite.diagram import relation
from argsite.model import Argument, Kind
from argsite.pages.desk import Desk
from argsite.pages.links import StatementLink
from argsite.pages.schemes import scheme_word
from argsite.pages.wording import towards

_DEEPEST = 4
"""Undercuts of undercuts of … are listed so far; the outline has the rest."""


class StepItem(NamedTuple):
    """One argument in a list."""

    key: str
    """The argument's key."""

    kind: Kind
    """How it bears on what it stands under."""

    word: str
    """Because, But, Does not follow."""

    towards: str
    """Speaks for, Speaks against, Attacks a step towards."""

    premises: tuple[StatementLink, ...]
    """Its premises."""

    target: StatementLink
    """The statement it is about; for an undercut, the one that the attacked step concludes."""

    roles: tuple[str, ...]
    """For each premise its role in the scheme, or nothing."""

    label: str
    """The author's word about the step."""

    scheme: str
    """The kind of step, in words."""

    weight: str
    """How much it counts, where that is not 1."""

    trouble: str
    """Why an undercut step does not hold, as HTML; empty where it holds."""

    unanswered: bool
    """It is an objection to what the essay argues, and nothing answers it."""

    undercuts: tuple[StepItem, ...]
    """The objections to the step."""

    undercuts_left_out: int
    """How many objections to the step are not listed here."""


def step_item(desk: Desk, argument: Argument, depth: int = 1) -> StepItem:
    """Return an argument as a list shows it, with the undercuts of its step."""
    edition = desk.edition
    graph = edition.graph
    key, kind, roles = argument.key, argument.kind, argument.roles
    undercuts = graph.undercuts_of(key)
    shown = undercuts if depth < _DEEPEST else ()
    # Where the premises alone decide, their own statuses beside them say it.
    says_why = undercuts and edition.standing.labels[key] is not Label.IN
    reason = explain_step(desk.words, graph, edition.standing, key) if says_why else ()
    return StepItem(
        key=key,
        kind=kind,
        word=relation(desk.words, kind),
        towards=towards(desk.words, kind),
        premises=tuple(map(desk.link, argument.premises)),
        target=desk.link(graph.concluded(argument).key),
        roles=tuple([roles.get(premise, "") for premise in argument.premises]),
        label=argument.label,
        scheme=scheme_word(desk.words, argument.scheme),
        weight="" if argument.weight == 1 else desk.words.number(argument.weight),
        trouble=desk.sentence(reason),
        unanswered=key in edition.unanswered,
        undercuts=tuple([step_item(desk, each, depth + 1) for each in shown]),
        undercuts_left_out=len(undercuts) - len(shown),
    )
