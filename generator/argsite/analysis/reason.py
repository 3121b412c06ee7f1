"""Why a statement has its status, and a step its label, in a sentence or two.

Arguments are named by their premises. A sentence says what decides; what is beside the point, such
as a second objection to a statement that is rebutted anyway, it leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argsite.analysis.failing import answered, failure_of_step, failures
from argsite.analysis.standing import Label, Standing
from argsite.analysis.waiting import cycle_through, waits_on
from argsite.analysis.wording import Mention, Reason, names, subject
from argsite.model import Argument, Graph, Kind, Status


def explain(graph: Graph, standing: Standing, key: str) -> Reason:
    """Return why the statement has its status, as parts that read as text when joined."""
    return _EXPLAIN[standing.statuses[key]](_Case(graph, standing, key))


def explain_step(graph: Graph, standing: Standing, key: str) -> Reason:
    """Return why the argument is in, out or open, as parts that read as text when joined."""
    step = graph.arguments[key]
    if standing.labels[key] is Label.OUT:
        return ("It fails: ", *failure_of_step(graph, standing, step), ".")
    unsettled = [each for each in step.premises if standing.labels[each] is Label.OPEN]
    if unsettled:
        return ("It waits on ", *_which_are(standing, unsettled), ".")
    undercuts = graph.undercuts_of(key)
    unsettled_undercuts = [each for each in undercuts if standing.labels[each.key] is Label.OPEN]
    if unsettled_undercuts:
        who = subject(unsettled_undercuts)
        verb = who.verb(" undercuts it but is not settled.", " undercut it but are not settled.")
        return (*who.parts, verb)
    hold = "Its premise holds" if len(step.premises) == 1 else "Its premises hold"
    if not undercuts:
        return (f"{hold}, and nothing undercuts it.",)
    return (f"{hold}. ", *answered(graph, standing, undercuts, (" undercuts it", " undercut it")))


def flatten(reason: Reason, name: Callable[[str], str]) -> str:
    """Return a reason as text; `name` gives what to write for the key of a statement."""
    return "".join(name(each.key) if isinstance(each, Mention) else each for each in reason)


class _Case:
    """A statement and what bears on it, by label."""

    def __init__(self, graph: Graph, standing: Standing, key: str) -> None:
        self.graph = graph
        self.standing = standing
        self.key = key
        self.pros = graph.arguments_for(key)
        self.cons = graph.arguments_against(key)
        self.pros_in = self._having(self.pros, Label.IN)
        self.cons_in = self._having(self.cons, Label.IN)
        self.pros_open = self._having(self.pros, Label.OPEN)
        self.cons_open = self._having(self.cons, Label.OPEN)
        self.pros_out = self._having(self.pros, Label.OUT)
        self.cons_out = self._having(self.cons, Label.OUT)

    def _having(self, arguments: Sequence[Argument], label: Label) -> list[Argument]:
        return [each for each in arguments if self.standing.labels[each.key] is label]

    def reasons_fail(self) -> Reason:
        """Say that the reasons given for it fail, and how: a clause without capital or stop."""
        lead = "the reason" if len(self.pros_out) == 1 else "every reason"
        return (f"{lead} given for it fails: ", *failures(self.graph, self.standing, self.pros_out))

    def answered(self, too: str = "") -> Reason:
        """Say how the objections that are out have been answered: a sentence."""
        verbs = (f" speaks against it{too}", f" speak against it{too}")
        return answered(self.graph, self.standing, self.cons_out, verbs)


def _stands(case: _Case) -> Reason:
    living = [*case.cons_in, *case.cons_open]
    if living:
        strongest = subject([max(case.pros_in, key=_weight)])
        weaker = subject(living)
        outweighed: Reason = (
            *strongest.parts,
            strongest.verb(" speaks for it and outweighs ", " speak for it and outweigh "),
            *weaker.parts,
            weaker.verb(", which speaks against it.", ", which speak against it."),
        )
        return (*outweighed, " ", *case.answered(" too")) if case.cons_out else outweighed
    who = subject(case.pros_in)
    support = (*who.parts, who.verb(" speaks for it", " speak for it"))
    if case.cons_out:
        return (*support, ". ", *case.answered())
    return (*support, ", and nothing speaks against it.")


def _presumed(case: _Case) -> Reason:
    given: Reason = ("It is taken as given",)
    if case.pros_open:
        who = subject(case.pros_open)
        given = (*given, ", whether or not ", *who.parts, who.verb(" holds", " hold"))
    elif case.pros_out:
        given = (*given, ", though ", *case.reasons_fail())
    if case.cons_out:
        return (*given, ". ", *case.answered())
    if case.pros:
        return (*given, ". Nothing speaks against it.")
    return (*given, ", and nothing speaks against it.")


def _contested(case: _Case) -> Reason:
    pro, con = subject(case.pros_in), subject(case.cons_in)
    neither = "neither side" if pro.many or con.many else "neither"
    tie: Reason = (
        *pro.parts,
        pro.verb(" speaks for it, ", " speak for it, "),
        *con.parts,
        f" against it, and {neither} is answered.",
    )
    deciding = [
        *(each for each in case.pros_open if each.weight > max(map(_weight, case.cons_in))),
        *(each for each in case.cons_open if each.weight > max(map(_weight, case.pros_in))),
    ]
    if not deciding:
        return tie
    who = subject(deciding)
    verb = who.verb(" could decide it but is not settled.", " could decide it but are not settled.")
    return (*tie, " ", *who.parts, verb)


def _open(case: _Case) -> Reason:
    statuses = case.standing.statuses
    awaited = waits_on(case.graph, case.standing, case.key)
    if case.key in awaited:
        for kind in (Kind.FOR, Kind.AGAINST):
            if any(
                case.key in each.premises and each.kind is kind for each in case.pros + case.cons
            ):
                return (f"It depends on itself: it is given as a reason {kind} itself.",)
        return ("It depends on itself: it is given as a reason against its own step.",)
    contested = [each for each in awaited if statuses[each] is Status.CONTESTED]
    if contested:
        return ("It waits on ", *_which_are(case.standing, contested), ".")
    cycle = cycle_through(case.graph, case.standing, case.key)
    if cycle:
        return ("It depends on itself through ", *names(cycle), ".")
    return ("It waits on ", *_which_are(case.standing, awaited), ".")


def _rebutted(case: _Case) -> Reason:
    living = subject(case.pros_open + case.pros_in)
    if living.parts:
        strongest = subject([max(case.cons_in, key=_weight)])
        return (
            *strongest.parts,
            strongest.verb(" speaks against it and outweighs ", " speak against it and outweigh "),
            *living.parts,
            living.verb(", which speaks for it.", ", which speak for it."),
        )
    who = subject(case.cons_in)
    attack = (*who.parts, who.verb(" speaks against it, and ", " speak against it, and "))
    return (
        (*attack, *case.reasons_fail(), ".") if case.pros else (*attack, "nothing speaks for it.")
    )


def _unsupported(case: _Case) -> Reason:
    if not case.pros:
        return ("No reason is given for it, and it is not presumed.",)
    lead, *rest = case.reasons_fail()
    return (f"{str(lead).capitalize()}", *rest, ".")


def _settled(case: _Case) -> Reason:
    accepts = case.standing.statuses[case.key] is Status.ACCEPTED
    by_author = case.graph.statements[case.key].accepted is accepts
    who = "The author" if by_author else "The reader"
    verb, side = ("accepts", "against") if accepts else ("rejects", "for")
    other = subject(case.cons_in + case.cons_open if accepts else case.pros_in + case.pros_open)
    if not other.parts:
        return (f"{who} {verb} it.",)
    although = other.verb(f" speaks {side} it.", f" speak {side} it.")
    return (f"{who} {verb} it, although ", *other.parts, although)


_EXPLAIN: dict[Status, Callable[[_Case], Reason]] = {
    Status.STANDS: _stands,
    Status.PRESUMED: _presumed,
    Status.CONTESTED: _contested,
    Status.OPEN: _open,
    Status.REBUTTED: _rebutted,
    Status.UNSUPPORTED: _unsupported,
    Status.ACCEPTED: _settled,
    Status.REJECTED: _settled,
}


def _weight(argument: Argument) -> float:
    return argument.weight


def _which_are(standing: Standing, keys: Sequence[str]) -> Reason:
    """Name open statements and say what they are: `A and B, which are contested`."""
    contested = all(standing.statuses[each] is Status.CONTESTED for each in keys)
    status = Status.CONTESTED if contested else Status.OPEN
    return (*names(keys), f", which {'is' if len(keys) == 1 else 'are'} {status}")
