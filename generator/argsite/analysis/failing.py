"""Why an argument is out, in words: what it rests on fails, or something undercuts it."""

from __future__ import annotations

from collections.abc import Sequence

from argsite.analysis.standing import Label, Standing
from argsite.analysis.wording import Reason, joined, names, subject
from argsite.model import Argument, Graph, Status

_MOST_UNDERCUT = 2
"""How many steps a sentence names with what undercuts them."""


def failures(graph: Graph, standing: Standing, arguments: Sequence[Argument]) -> Reason:
    """Say what is wrong with some arguments that are out, like cases together; some clauses."""
    fallen: dict[Status, dict[str, None]] = {}
    undercut: list[Argument] = []
    for argument in arguments:
        premise = _fallen_premise(standing, argument)
        if premise:
            fallen.setdefault(standing.statuses[premise], {})[premise] = None
        else:
            undercut.append(argument)
    clauses: list[Reason] = [
        (*names(keys), f" {'is' if len(keys) == 1 else 'are'} {status}")
        for status, keys in fallen.items()
    ]
    clauses += [_undercut(graph, standing, each) for each in undercut[:_MOST_UNDERCUT]]
    rest = len(undercut) - _MOST_UNDERCUT
    if rest > 0:
        clauses.append(
            ("1 other step is undercut" if rest == 1 else f"{rest} other steps are undercut",)
        )
    return joined(clauses, last=", and ")


def failure_of_step(graph: Graph, standing: Standing, argument: Argument) -> Reason:
    """Say what is wrong with an argument that is out and that the sentence calls `it`; a clause."""
    if _fallen_premise(standing, argument):
        return failures(graph, standing, [argument])
    who = subject(_undercuts_in(graph, standing, argument))
    return (*who.parts, who.verb(" undercuts it", " undercut it"))


def answered(
    graph: Graph, standing: Standing, objections: Sequence[Argument], verbs: tuple[str, str]
) -> Reason:
    """Say how objections that are out have been answered; a sentence.

    `verbs` says what the objections do, for one and for many: ` speaks against it`.
    """
    who = subject(objections)
    answers = [_answers(graph, standing, each) for each in objections]
    if all(answers):
        replies = subject([answer for each in answers for answer in each])
        be = who.verb(" but is", " but are")
        return (*who.parts, who.verb(*verbs), f"{be} answered by ", *replies.parts, ".")
    if not who.many:
        status = standing.statuses[objections[0].premises[0]]
        return (*who.parts, verbs[0], f" but is {status}.")
    what = failures(graph, standing, objections)
    return (*who.parts, verbs[1], " but fail: ", *what, ".")


def _answers(graph: Graph, standing: Standing, argument: Argument) -> list[Argument]:
    """Return the arguments because of which an argument is out: undercuts or rebuttals."""
    premise = _fallen_premise(standing, argument)
    if not premise:
        return _undercuts_in(graph, standing, argument)
    if standing.statuses[premise] is not Status.REBUTTED:
        return []
    against = graph.arguments_against(premise)
    return [each for each in against if standing.labels[each.key] is Label.IN]


def _fallen_premise(standing: Standing, argument: Argument) -> str:
    """Return the first premise that is out; empty where none is."""
    return next((each for each in argument.premises if standing.labels[each] is Label.OUT), "")


def _undercut(graph: Graph, standing: Standing, argument: Argument) -> Reason:
    undercuts = subject(_undercuts_in(graph, standing, argument))
    return ("the step from ", *names(argument.premises), " is undercut by ", *undercuts.parts)


def _undercuts_in(graph: Graph, standing: Standing, argument: Argument) -> list[Argument]:
    undercuts = graph.undercuts_of(argument.key)
    return [each for each in undercuts if standing.labels[each.key] is Label.IN]
