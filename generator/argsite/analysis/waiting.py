"""What an open statement waits on, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence

from argsite.analysis.standing import Label, Standing, is_presumed
from argsite.analysis.wording import Reason, names, one_or_many, say
from argsite.language import Words
from argsite.model import Argument, Graph, Kind, Status

_LARGEST_SEARCH = 30
"""How many statements are looked at for a cycle; a longer one makes no readable sentence."""


def waits_on(graph: Graph, standing: Standing, key: str) -> tuple[str, ...]:
    """Return the open statements on which it depends directly whether an open statement stands.

    They are premises of those open arguments for or against it, or of open undercuts of these, that
    no other argument outweighs.
    """
    steps = deciding_open(graph, standing, key)
    for step in steps:
        undercuts = graph.undercuts_of(step.key)
        steps.extend(each for each in undercuts if standing.labels[each.key] is Label.OPEN)
    premises = dict.fromkeys(premise for step in steps for premise in step.premises)
    return tuple(each for each in premises if standing.labels[each] is Label.OPEN)


def cycle_through(graph: Graph, standing: Standing, key: str) -> tuple[str, ...]:
    """Return the other statements of a short cycle in which open statements wait on each other.

    Empty where `key` is in none, or none was found near it.
    """
    came_from = {key: key}
    ahead = [key]
    for statement in ahead:
        if len(came_from) > _LARGEST_SEARCH:
            break
        for each in waits_on(graph, standing, statement):
            if each == key:
                cycle = [statement]
                while came_from[cycle[-1]] != key:
                    cycle.append(came_from[cycle[-1]])
                return tuple(reversed(cycle))
            if each not in came_from:
                came_from[each] = statement
                ahead.append(each)
    return ()


def waits(words: Words, standing: Standing, keys: Sequence[str]) -> Reason:
    """Say which open statements it waits on, and what they are."""
    number = one_or_many(len(keys))
    if all(standing.statuses[each] is Status.CONTESTED for each in keys):
        message = words.plural(
            "It waits on %(names)s, which is contested.",
            "It waits on %(names)s, which are contested.",
            number,
        )
    else:
        message = words.plural(
            "It waits on %(names)s, which is open.",
            "It waits on %(names)s, which are open.",
            number,
        )
    return say(message, names=names(words, keys))


def deciding_open(graph: Graph, standing: Standing, key: str) -> list[Argument]:
    """Return the open arguments for and against a statement that could change how it fares."""
    pros, cons = graph.arguments_for(key), graph.arguments_against(key)
    pro = max(_weights_in(standing, pros), default=0.0 if is_presumed(graph, key) else -1.0)
    con = max(_weights_in(standing, cons), default=-1.0)
    return [
        each
        for each in (*pros, *cons)
        if standing.labels[each.key] is Label.OPEN
        and (
            (each.weight >= con and each.weight > pro)
            if each.kind is Kind.FOR
            else (each.weight >= pro and each.weight > con)
        )
    ]


def _weights_in(standing: Standing, arguments: Sequence[Argument]) -> list[float]:
    return [each.weight for each in arguments if standing.labels[each.key] is Label.IN]
