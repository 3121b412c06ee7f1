"""How a view of the argument becomes a chart: its boxes, its steps and the words on both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from argsite.analysis.standing import Label, Standing
from argsite.analysis.view import View
from argsite.diagram.chart import Chart, Node, Step
from argsite.diagram.words import relation, status_word
from argsite.language import ENGLISH, Words, direction, same
from argsite.model import Argument, Graph, Kind, Role, Statement


@dataclass(frozen=True, slots=True)
class _Use:
    """What a statement does in view, by the first step that it is a premise of."""

    kind: Kind
    place: int
    argument: Argument | None
    """None where the way is not shown."""


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
    nodes = []
    for key in dict.fromkeys(view.statements):
        statement = graph.statements[key]
        use = uses.get(key)
        is_open = bool(use and use.argument and use.argument.key in unanswered)
        nodes.append(
            Node(
                key,
                href(key),
                _word(words, statement, use, unanswered=is_open),
                plain(key),
                standing.statuses[key],
                _role(statement, use),
                implicit=statement.implicit,
                unanswered=is_open,
                focus=key == view.focus,
                point=statement.point,
                leads=_leads_point(statement),
                status_word=status_word(words, standing.statuses[key]),
                more=_more(words, view.hidden.get(key, 0)),
                language="" if same(language(key), words.tag) else language(key),
                rtl=direction(language(key)) == "rtl",
            )
        )
    steps = _steps(arguments, view, standing)
    description = description or _describe(words, nodes, steps)
    return Chart(prefix, title, description, tuple(nodes), steps)


def _shown_arguments(view: View, graph: Graph) -> dict[str, Argument]:
    """Return the arguments in view whose ends are in view too."""
    shown = set(view.statements)
    found = {
        key: graph.arguments[key]
        for key in view.arguments
        if shown.issuperset(graph.arguments[key].premises)
    }
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


def _first_uses(arguments: Mapping[str, Argument], view: View) -> dict[str, _Use]:
    found: dict[str, _Use] = {}
    for argument in arguments.values():
        for place, premise in enumerate(dict.fromkeys(argument.premises)):
            found.setdefault(premise, _Use(argument.kind, place, argument))
    for bridge in view.bridges:
        found.setdefault(bridge.premise, _Use(bridge.kind, 0, None))
    return found


def _steps(arguments: Mapping[str, Argument], view: View, standing: Standing) -> tuple[Step, ...]:
    direct = [
        Step(
            each.key,
            tuple(dict.fromkeys(each.premises)),
            each.target,
            each.kind,
            out=standing.labels[each.key] is Label.OUT,
        )
        for each in arguments.values()
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


def _leads_point(statement: Statement) -> bool:
    return statement.role is Role.CLAIM and statement.point > 0


def _word(words: Words, statement: Statement, use: _Use | None, *, unanswered: bool) -> str:
    is_point = _leads_point(statement)
    if use is None:
        if statement.role is Role.CONTENTION:
            return words.gettext("Contention")
        if is_point:
            return words.gettext("Point %(number)s", number=statement.point)
        return words.gettext("Claim")
    if use.argument is None:
        # The dots stand for the steps that are left out.
        said = [f"{relation(words, use.kind)} …"]
    elif use.place == 0:
        said = [relation(words, use.kind), use.argument.label]
    else:
        said = [words.gettext("and")]
    if is_point:
        said.append(words.gettext("point %(number)s", number=statement.point))
    if unanswered:
        said.append(words.gettext("unanswered"))
    return " · ".join(filter(None, said))


def _more(words: Words, hidden: int) -> str:
    return words.ngettext("+%(count)s more", "+%(count)s more", hidden) if hidden else ""


_ROLES = {Kind.FOR: Role.PREMISE, Kind.AGAINST: Role.REBUTTAL, Kind.UNDERCUT: Role.UNDERCUT}


def _role(statement: Statement, use: _Use | None) -> Role:
    if use is None:
        return Role.CONTENTION if statement.role is Role.CONTENTION else Role.CLAIM
    if use.kind is Kind.FOR and statement.role in {Role.CONTENTION, Role.CLAIM}:
        return Role.CLAIM
    return _ROLES[use.kind]


def _describe(words: Words, nodes: Sequence[Node], steps: Sequence[Step]) -> str:
    return words.gettext(
        "%(statements)s and %(steps)s between them. "
        "Arrows lead up to what is supported, bars to what is attacked.",
        statements=words.ngettext("%(count)s statement", "%(count)s statements", len(nodes)),
        steps=words.ngettext("%(count)s step", "%(count)s steps", len(steps)),
    )
