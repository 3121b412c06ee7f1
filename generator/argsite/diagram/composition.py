"""How a view of the argument becomes a chart: its boxes, its steps and the words on both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from argsite.analysis.standing import Label, Standing
from argsite.analysis.view import View
from argsite.diagram.chart import Chart, Node, Step
from argsite.diagram.words import relation, status_word
from argsite.language import ENGLISH, Words, direction, same
from argsite.model import Argument, Graph, Kind, Role


class _Use(NamedTuple):
    """What a statement does in view, by the first step that it is a premise of."""

    kind: Kind
    is_first: bool
    """It is the first of the step's premises."""
    is_shown: bool
    """The step is in view; else it stands for a way of several."""
    label: str
    """The author's word for the step."""


def chart(  # noqa: PLR0913 - what a diagram needs to know, each by name
    view: View,
    graph: Graph,
    standing: Standing,
    *,
    href: Callable[[str], str],
    plain: Callable[[str], str],
    unanswered: Collection[str],
    prefix: str,
    title: str,
    description: str = "",
    words: Words = ENGLISH,
    language: Callable[[str], str] = lambda _key: "en",
) -> Chart:
    """Return the diagram of a view.

    `href` gives the address of a statement by its key, `plain` its text without Markdown marks,
    `language` the BCP 47 tag of its language;
    `unanswered` holds the keys of the arguments that are objections nothing answers.
    """
    arguments = _shown_arguments(view, graph)
    uses = _first_uses(arguments, view)
    tongues: dict[str, tuple[str, bool]] = {}
    nodes = []
    for key in dict.fromkeys(view.statements):
        statement = graph.statements[key]
        argument, use = uses.get(key, ("", None))
        is_open = argument in unanswered
        tongue = tongues.get(statement.essay)
        if tongue is None:
            tongue = tongues[statement.essay] = _tongue(words, language(key))
        status = standing.statuses[key]
        point = statement.point
        word, role = _part(words, statement.role, point, use, is_open)
        hidden = view.hidden.get(key, 0)
        nodes.append(
            Node(
                key,
                href(key),
                word,
                plain(key),
                status,
                role,
                statement.implicit,
                is_open,
                point,
                statement.role is Role.CLAIM and point > 0,
                status_word(words, status),
                _more(words, hidden) if hidden else "",
                *tongue,
                key == view.focus,
            )
        )
    steps = _steps(arguments, view, standing)
    description = description or _describe(words, len(nodes), len(steps))
    return Chart(prefix, title, description, tuple(nodes), steps)


def _shown_arguments(view: View, graph: Graph) -> dict[str, Argument]:
    """Return the arguments in view whose ends are in view too."""
    shown = set(view.statements)
    steps = graph.arguments
    found = {key: steps[key] for key in view.arguments if shown.issuperset(steps[key].premises)}
    while True:
        loose = [
            key
            for key, each in found.items()
            if each.target not in shown and each.target not in found
        ]
        if not loose:
            return found
        for key in loose:
            del found[key]


def _first_uses(arguments: Mapping[str, Argument], view: View) -> dict[str, tuple[str, _Use]]:
    """Return of each premise the key of the first step that it is given in, and what it does."""
    found: dict[str, tuple[str, _Use]] = {}
    for key, argument in arguments.items():
        first = argument.premises[0]
        for premise in argument.premises:
            if premise not in found:
                use = _Use(argument.kind, premise == first, is_shown=True, label=argument.label)
                found[premise] = key, use
    for bridge in view.bridges:
        use = _Use(bridge.kind, is_first=True, is_shown=False, label="")
        found.setdefault(bridge.premise, ("", use))
    return found


def _steps(arguments: Mapping[str, Argument], view: View, standing: Standing) -> tuple[Step, ...]:
    labels = standing.labels
    direct = [
        Step(key, _each_once(step.premises), step.target, step.kind, labels[key] is Label.OUT)
        for key, step in arguments.items()
    ]
    indirect = [
        Step(
            f"{bridge.premise} to {bridge.target}",
            (bridge.premise,),
            bridge.target,
            bridge.kind,
            indirect=True,
        )
        for bridge in view.bridges
    ]
    return (*direct, *indirect)


def _each_once(premises: tuple[str, ...]) -> tuple[str, ...]:
    return premises if len(premises) == 1 else tuple(dict.fromkeys(premises))


def _tongue(words: Words, language: str) -> tuple[str, bool]:
    """Return the language of a text where it is not that of the words, and whether it runs left."""
    return "" if same(language, words.tag) else language, direction(language) == "rtl"


@lru_cache(maxsize=2000)  # many statements do the same
def _part(
    words: Words,
    role: Role,
    point: int,
    use: _Use | None,
    is_open: bool,  # noqa: FBT001 - the key of the cache
) -> tuple[str, Role]:
    """Return the words above a statement, and what it does here."""
    leads = point if role is Role.CLAIM else 0
    return _word(words, role, leads, use, unanswered=is_open), _role(role, use)


def _word(words: Words, role: Role, point: int, use: _Use | None, *, unanswered: bool) -> str:
    """Return the words above a statement; `point` is the number of the point that it leads."""
    if use is None:
        if role is Role.CONTENTION:
            return words.gettext("Contention")
        if point:
            return words.gettext("Point %(number)s", number=point)
        return words.gettext("Claim")
    if not use.is_shown:
        # The dots stand for the steps that are left out.
        said = [f"{relation(words, use.kind)} …"]
    elif use.is_first:
        said = [relation(words, use.kind), use.label]
    else:
        said = [words.gettext("and")]
    if point:
        said.append(words.gettext("point %(number)s", number=point))
    if unanswered:
        said.append(words.gettext("unanswered"))
    return " · ".join(filter(None, said))


@lru_cache(maxsize=2000)
def _more(words: Words, hidden: int) -> str:
    return words.ngettext("+%(count)s more", "+%(count)s more", hidden)


_ROLES = {Kind.FOR: Role.PREMISE, Kind.AGAINST: Role.REBUTTAL, Kind.UNDERCUT: Role.UNDERCUT}


def _role(role: Role, use: _Use | None) -> Role:
    if use is None:
        return Role.CONTENTION if role is Role.CONTENTION else Role.CLAIM
    if use.kind is Kind.FOR and role in {Role.CONTENTION, Role.CLAIM}:
        return Role.CLAIM
    return _ROLES[use.kind]


@lru_cache(maxsize=2000)
def _describe(words: Words, nodes: int, steps: int) -> str:
    return words.gettext(
        "%(statements)s and %(steps)s between them. "
        "Arrows lead up to what is supported, bars to what is attacked.",
        statements=words.ngettext("%(count)s statement", "%(count)s statements", nodes),
        steps=words.ngettext("%(count)s step", "%(count)s steps", steps),
    )
