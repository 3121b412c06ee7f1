"""Why a statement has its status, in a sentence or two.

Arguments are named by their premises. A sentence says what decides; what is beside the point, such
as a second objection to a statement that is rebutted anyway, it leaves out.

Every sentence is one message of the catalogues (`language`), or two with a space between them; what
stands in a placeholder is a list of names or a clause that is a message of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argsite.analysis.failing import Objecting, answered, failures
from argsite.analysis.settled import settled
from argsite.analysis.standing import Label, Standing
from argsite.analysis.waiting import cycle_through, waits, waits_on
from argsite.analysis.wording import Reason, names, one_or_many, say, subject
from argsite.language import Words
from argsite.model import Argument, Graph, Kind, Status


def explain(words: Words, graph: Graph, standing: Standing, key: str) -> Reason:
    """Return why the statement has its status, as parts that read as text when joined."""
    return _EXPLAIN[standing.statuses[key]](_Case(words, graph, standing, key))


class _Case:
    """A statement and what bears on it, by label."""

    def __init__(self, words: Words, graph: Graph, standing: Standing, key: str) -> None:
        self.words = words
        self.graph = graph
        self.standing = standing
        self.key = key
        self.pros = graph.arguments_for(key)
        self.cons = graph.arguments_against(key)
        self.pros_in, self.pros_open, self.pros_out = self._by_label(self.pros)
        self.cons_in, self.cons_open, self.cons_out = self._by_label(self.cons)

    def _by_label(self, arguments: Sequence[Argument]) -> tuple[list[Argument], ...]:
        """Return those that are in, those that are open, and those that are out."""
        found: dict[Label, list[Argument]] = {Label.IN: [], Label.OPEN: [], Label.OUT: []}
        for each in arguments:
            found[self.standing.labels[each.key]].append(each)
        return found[Label.IN], found[Label.OPEN], found[Label.OUT]

    def failures(self) -> Reason:
        """Say how the reasons given for it fail: some clauses."""
        return failures(self.words, self.graph, self.standing, self.pros_out)

    def answered(self, objecting: Objecting = Objecting.AGAINST) -> Reason:
        """Say how the objections that are out have been answered: a sentence."""
        return answered(self.words, self.graph, self.standing, self.cons_out, objecting)


def _stands(case: _Case) -> Reason:
    words = case.words
    living = [*case.cons_in, *case.cons_open]
    if living:
        outweighed = _outweighs_con(words, max(case.pros_in, key=_weight), living)
        if not case.cons_out:
            return outweighed
        return (*outweighed, " ", *case.answered(Objecting.AGAINST_TOO))
    who = subject(words, case.pros_in)
    if case.cons_out:
        message = words.plural("%(who)s speaks for it.", "%(who)s speak for it.", who.number)
        return (*say(message, who=who.parts), " ", *case.answered())
    message = words.plural(
        "%(who)s speaks for it, and nothing speaks against it.",
        "%(who)s speak for it, and nothing speaks against it.",
        who.number,
    )
    return say(message, who=who.parts)


def _outweighs_con(words: Words, strongest: Argument, weaker: Sequence[Argument]) -> Reason:
    pro, con = subject(words, [strongest]), subject(words, weaker)
    message = words.plural(
        "%(who)s speaks for it and outweighs %(weaker)s.",
        "%(who)s speak for it and outweigh %(weaker)s.",
        pro.number,
    )
    named = words.plural(
        "%(names)s, which speaks against it", "%(names)s, which speak against it", con.number
    )
    return say(message, who=pro.parts, weaker=say(named, names=con.parts))


def _outweighs_pro(words: Words, strongest: Argument, weaker: Sequence[Argument]) -> Reason:
    con, pro = subject(words, [strongest]), subject(words, weaker)
    message = words.plural(
        "%(who)s speaks against it and outweighs %(weaker)s.",
        "%(who)s speak against it and outweigh %(weaker)s.",
        con.number,
    )
    named = words.plural(
        "%(names)s, which speaks for it", "%(names)s, which speak for it", pro.number
    )
    return say(message, who=con.parts, weaker=say(named, names=pro.parts))


def _presumed(case: _Case) -> Reason:
    words = case.words
    if not case.pros and not case.cons_out:
        return (words.gettext("It is taken as given, and nothing speaks against it."),)
    if case.pros_open:
        who = subject(words, case.pros_open)
        message = words.plural(
            "It is taken as given, whether or not %(who)s holds.",
            "It is taken as given, whether or not %(who)s hold.",
            who.number,
        )
        given = say(message, who=who.parts)
    elif case.pros_out:
        message = words.plural(
            "It is taken as given, though the reason given for it fails: %(failures)s.",
            "It is taken as given, though every reason given for it fails: %(failures)s.",
            one_or_many(len(case.pros_out)),
        )
        given = say(message, failures=case.failures())
    else:
        given = (words.gettext("It is taken as given."),)
    if case.cons_out:
        return (*given, " ", *case.answered())
    return (*given, " ", words.gettext("Nothing speaks against it."))


def _contested(case: _Case) -> Reason:
    words = case.words
    pro, con = subject(words, case.pros_in), subject(words, case.cons_in)
    if pro.number == con.number == 1:
        message = words.gettext(
            "%(pro)s speaks for it, %(con)s against it, and neither is answered."
        )
    else:
        message = words.plural(
            "%(pro)s speaks for it, %(con)s against it, and neither side is answered.",
            "%(pro)s speak for it, %(con)s against it, and neither side is answered.",
            pro.number,
        )
    tie = say(message, pro=pro.parts, con=con.parts)
    deciding = [
        *(each for each in case.pros_open if each.weight > max(map(_weight, case.cons_in))),
        *(each for each in case.cons_open if each.weight > max(map(_weight, case.pros_in))),
    ]
    if not deciding:
        return tie
    who = subject(words, deciding)
    message = words.plural(
        "%(who)s could decide it but is not settled.",
        "%(who)s could decide it but are not settled.",
        who.number,
    )
    return (*tie, " ", *say(message, who=who.parts))


def _open(case: _Case) -> Reason:
    words = case.words
    awaited = waits_on(case.graph, case.standing, case.key)
    if case.key in awaited:
        kinds = {each.kind for each in case.pros + case.cons if case.key in each.premises}
        if Kind.FOR in kinds:
            return (words.gettext("It depends on itself: it is given as a reason for itself."),)
        if Kind.AGAINST in kinds:
            return (words.gettext("It depends on itself: it is given as a reason against itself."),)
        return (
            words.gettext("It depends on itself: it is given as a reason against its own step."),
        )
    contested = [each for each in awaited if case.standing.statuses[each] is Status.CONTESTED]
    if contested:
        return waits(words, case.standing, contested)
    cycle = cycle_through(case.graph, case.standing, case.key)
    if cycle:
        message = words.gettext("It depends on itself through %(names)s.")
        return say(message, names=names(words, cycle))
    return waits(words, case.standing, awaited)


def _rebutted(case: _Case) -> Reason:
    words = case.words
    living = case.pros_open + case.pros_in
    if living:
        return _outweighs_pro(words, max(case.cons_in, key=_weight), living)
    who = subject(words, case.cons_in)
    if not case.pros:
        message = words.plural(
            "%(who)s speaks against it, and nothing speaks for it.",
            "%(who)s speak against it, and nothing speaks for it.",
            who.number,
        )
        return say(message, who=who.parts)
    if len(case.pros_out) == 1:
        message = words.plural(
            "%(who)s speaks against it, and the reason given for it fails: %(failures)s.",
            "%(who)s speak against it, and the reason given for it fails: %(failures)s.",
            who.number,
        )
    else:
        message = words.plural(
            "%(who)s speaks against it, and every reason given for it fails: %(failures)s.",
            "%(who)s speak against it, and every reason given for it fails: %(failures)s.",
            who.number,
        )
    return say(message, who=who.parts, failures=case.failures())


def _unsupported(case: _Case) -> Reason:
    words = case.words
    if not case.pros:
        return (words.gettext("No reason is given for it, and it is not presumed."),)
    message = words.plural(
        "The reason given for it fails: %(failures)s.",
        "Every reason given for it fails: %(failures)s.",
        one_or_many(len(case.pros_out)),
    )
    return say(message, failures=case.failures())


def _settled(case: _Case) -> Reason:
    accepts = case.standing.statuses[case.key] is Status.ACCEPTED
    by_author = case.graph.statements[case.key].accepted is accepts
    others = case.cons_in + case.cons_open if accepts else case.pros_in + case.pros_open
    return settled(case.words, others, accepts=accepts, by_author=by_author)


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
