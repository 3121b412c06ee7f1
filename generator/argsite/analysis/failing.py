"""Why an argument is out, in words: what it rests on fails, or something undercuts it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from argsite.analysis.standing import Label, Standing
from argsite.analysis.wording import Reason, Subject, clauses, names, one_or_many, say, subject
from argsite.language import Words
from argsite.model import Argument, Graph, Status

_MOST_UNDERCUT = 2
"""How many steps a sentence names with what undercuts them."""


class Objecting(Enum):
    """How a sentence says what objections do."""

    AGAINST = auto()
    """They speak against a statement."""

    AGAINST_TOO = auto()
    """They do so beside others that the text has named."""

    UNDERCUT = auto()
    """They undercut a step."""


def failures(
    words: Words, graph: Graph, standing: Standing, arguments: Sequence[Argument]
) -> Reason:
    """Say what is wrong with some arguments that are out, like cases together; some clauses."""
    fallen: dict[Status, dict[str, None]] = {}
    undercut: list[Argument] = []
    for argument in arguments:
        premise = _fallen_premise(standing, argument)
        if premise:
            fallen.setdefault(standing.statuses[premise], {})[premise] = None
        else:
            undercut.append(argument)
    found = [_have_fallen(words, status, list(keys)) for status, keys in fallen.items()]
    found += [_undercut(words, graph, standing, each) for each in undercut[:_MOST_UNDERCUT]]
    rest = len(undercut) - _MOST_UNDERCUT
    if rest > 0:
        others = words.ngettext(
            "%(count)s other step is undercut", "%(count)s other steps are undercut", rest
        )
        found.append((others,))
    return clauses(words, found)


def failure_of_step(words: Words, graph: Graph, standing: Standing, argument: Argument) -> Reason:
    """Say what is wrong with an argument that is out and that the sentence calls `it`; a clause."""
    if _fallen_premise(standing, argument):
        return failures(words, graph, standing, [argument])
    undercuts = subject(words, _undercuts_in(graph, standing, argument))
    return _objection(words, undercuts, Objecting.UNDERCUT)


def answered(
    words: Words,
    graph: Graph,
    standing: Standing,
    objections: Sequence[Argument],
    objecting: Objecting,
) -> Reason:
    """Say how objections that are out have been answered; a sentence."""
    who = subject(words, objections)
    objection = _objection(words, who, objecting)
    answers = [_answers(graph, standing, each) for each in objections]
    if all(answers):
        message = words.plural(
            "%(objection)s but is answered by %(answers)s.",
            "%(objection)s but are answered by %(answers)s.",
            who.number,
        )
        found = subject(words, [answer for each in answers for answer in each])
        return say(message, objection=objection, answers=found.parts)
    if who.number == 1:
        status = standing.statuses[objections[0].premises[0]]
        return say(_but_has_fallen(words, status), objection=objection)
    message = words.gettext("%(objections)s but fail: %(failures)s.")
    why = failures(words, graph, standing, objections)
    return say(message, objections=objection, failures=why)


def _objection(words: Words, who: Subject, objecting: Objecting) -> Reason:
    """Say what objections do: a clause."""
    match objecting:
        case Objecting.AGAINST:
            message = words.plural(
                "%(who)s speaks against it", "%(who)s speak against it", who.number
            )
        case Objecting.AGAINST_TOO:
            message = words.plural(
                "%(who)s speaks against it too", "%(who)s speak against it too", who.number
            )
        case Objecting.UNDERCUT:
            message = words.plural("%(who)s undercuts it", "%(who)s undercut it", who.number)
    return say(message, who=who.parts)


def _have_fallen(words: Words, status: Status, keys: Sequence[str]) -> Reason:
    """Say that statements are out, and how: a clause."""
    number = one_or_many(len(keys))
    match status:
        case Status.REBUTTED:
            message = words.plural("%(names)s is rebutted", "%(names)s are rebutted", number)
        case Status.REJECTED:
            message = words.plural("%(names)s is rejected", "%(names)s are rejected", number)
        case _:
            message = words.plural("%(names)s is unsupported", "%(names)s are unsupported", number)
    return say(message, names=names(words, keys))


def _but_has_fallen(words: Words, status: Status) -> str:
    match status:
        case Status.REBUTTED:
            return words.gettext("%(objection)s but is rebutted.")
        case Status.REJECTED:
            return words.gettext("%(objection)s but is rejected.")
        case _:
            return words.gettext("%(objection)s but is unsupported.")


def _undercut(words: Words, graph: Graph, standing: Standing, argument: Argument) -> Reason:
    undercuts = subject(words, _undercuts_in(graph, standing, argument))
    return say(
        words.gettext("the step from %(premises)s is undercut by %(undercuts)s"),
        premises=names(words, argument.premises),
        undercuts=undercuts.parts,
    )


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


def _undercuts_in(graph: Graph, standing: Standing, argument: Argument) -> list[Argument]:
    undercuts = graph.undercuts_of(argument.key)
    return [each for each in undercuts if standing.labels[each.key] is Label.IN]
