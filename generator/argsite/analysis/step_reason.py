"""Why a step from premises to a statement is in, out or open, in a sentence or two."""

from __future__ import annotations

from argsite.analysis.failing import Objecting, answered, failure_of_step
from argsite.analysis.standing import Label, Standing
from argsite.analysis.waiting import waits
from argsite.analysis.wording import Reason, one_or_many, say, subject
from argsite.language import Words
from argsite.model import Graph


def explain_step(words: Words, graph: Graph, standing: Standing, key: str) -> Reason:
    """Return why the argument is in, out or open, as parts that read as text when joined."""
    step = graph.arguments[key]
    if standing.labels[key] is Label.OUT:
        why = failure_of_step(words, graph, standing, step)
        return say(words.gettext("It fails: %(failures)s."), failures=why)
    unsettled = [each for each in step.premises if standing.labels[each] is Label.OPEN]
    if unsettled:
        return waits(words, standing, unsettled)
    undercuts = graph.undercuts_of(key)
    unsettled_undercuts = [each for each in undercuts if standing.labels[each.key] is Label.OPEN]
    if unsettled_undercuts:
        who = subject(words, unsettled_undercuts)
        message = words.plural(
            "%(who)s undercuts it but is not settled.",
            "%(who)s undercut it but are not settled.",
            who.number,
        )
        return say(message, who=who.parts)
    number = one_or_many(len(step.premises))
    if not undercuts:
        message = words.plural(
            "Its premise holds, and nothing undercuts it.",
            "Its premises hold, and nothing undercuts it.",
            number,
        )
        return (message,)
    hold = words.plural("Its premise holds.", "Its premises hold.", number)
    return (hold, " ", *answered(words, graph, standing, undercuts, Objecting.UNDERCUT))
