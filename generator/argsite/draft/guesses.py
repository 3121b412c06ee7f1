"""A first guess at what each sentence of a point does there: claim, premise or rebuttal.

The last conclusion is the claim, else what the author says to hold, else the first sentence. What
is marked as speaking against something speaks against what stands before it; all else is a premise:
of the claim in the claim's paragraph, in another one of what that paragraph begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argsite.draft.clauses import Bearing, Clause, take_apart
from argsite.draft.indicators import Indicators, Sign
from argsite.draft.lines import closes
from argsite.draft.sentences import Sentence

_DEEPEST = 6
"""Levels that guesses nest: deeper ones would hardly be right."""


@dataclass(slots=True)
class Guess:
    """A candidate statement; what bears on it is filled in as the guessing goes on."""

    text: str
    """It as a sentence, plain words."""

    quote: str
    """The passage of the prose that says it; empty where none does."""

    place: str
    """Where that stands, in words; empty where it stands nowhere."""

    word: str = ""
    """The indicator word."""

    role: str = ""
    """What it is taken for."""

    level: int = 1
    """How deep it stands."""

    premises: list[Guess] = field(default_factory=list)
    """What speaks for it."""

    rebuttals: list[Guess] = field(default_factory=list)
    """What speaks against it."""

    undercuts: list[Guess] = field(default_factory=list)
    """What speaks against the step from it."""

    def comment(self) -> str:
        """Return what the author should confirm."""
        place = f" ({self.place})" if self.place else ""
        return f"guess{place}: " + (f'"{self.word}" → {self.role}' if self.word else self.role)


@dataclass(slots=True)
class Read:
    """A sentence as it was read."""

    guess: Guess
    """Its main part, with what bears on that in the same sentence."""

    sign: Sign
    """What it does among the others."""

    paragraph: int
    """Where it stands."""

    is_ended: bool = True
    """False where no full stop ends it, as with a signature."""

    @property
    def is_question(self) -> bool:
        """Say whether it asks."""
        return self.guess.text.rstrip("\"'”’»“)").endswith("?")


def read(sentences: Sequence[Sentence], words: Indicators, where: str = "") -> list[Read]:
    """Return the sentences taken apart; `where` names a place that is no point."""
    return [_read(each, words, where) for each in sentences]


def claim(reads: Sequence[Read]) -> Read | None:
    """Return what a point argues for: its last conclusion, what it holds, or its first sentence."""
    marked = conclusion(reads) or _held(reads)
    if marked:
        return marked
    said = [each for each in reads if not each.is_question] or reads
    plain = (each for each in said if each.sign in _PLAIN and each.is_ended)
    return next(plain, said[0] if said else None)


def contention(
    opened: Sequence[Read], reads: Sequence[Sequence[Read]], *, has_title: bool
) -> Guess | None:
    """Return what the whole essay seems to argue for; None where that must be its title.

    What the opening holds or concludes, or the last of the points' `reads`, else the opening's last
    sentence; without a title the last sentence of all.
    """
    ending = reads[-1] if len(reads[-1]) > 1 else []
    marked = _held(opened) or conclusion(opened) or conclusion(ending) or _held(ending)
    if marked:
        return marked.guess
    told = [each for each in opened if not each.is_question] or opened
    if told:
        return told[-1].guess
    return ending[-1].guess if ending and not has_title else None


def conclusion(reads: Sequence[Read]) -> Read | None:
    """Return the last conclusion."""
    return next((each for each in reversed(reads) if each.sign is Sign.CONCLUSION), None)


def _held(reads: Sequence[Read]) -> Read | None:
    """Return the first sentence that says what its author holds."""
    return next((each for each in reads if each.sign is Sign.THESIS), None)


def arrange(chosen: Guess, reads: Sequence[Read]) -> Guess:
    """Return the chosen one with the others below it."""
    order = _Order(chosen)
    own = next((each.paragraph for each in reads if each.guess is chosen), 0)
    for each in reads:
        if each.paragraph != order.paragraph:
            order.paragraph = each.paragraph
            order.head = chosen if each.paragraph == own else None
            order.loose.clear()
        if each.guess is chosen:
            order.loose.clear()
        else:
            _place(each, order)
        order.before = each
    return chosen


@dataclass(slots=True)
class _Order:
    """How far the sentences have been put in order."""

    chosen: Guess
    """What all others stand below."""

    before: Read | None = None
    """The sentence before the next one."""

    paragraph: int = 0
    """Its paragraph."""

    head: Guess | None = None
    """What that paragraph argues for: the chosen one, a conclusion on it, or its first premise."""

    loose: list[tuple[Guess, Guess]] = field(default_factory=list)
    """Premises that a conclusion on the way may gather, each with what it stands below."""


_PLAIN = {Sign.NONE, Sign.FURTHER}


def _place(each: Read, order: _Order) -> None:
    """Put a sentence where it seems to belong."""
    chosen, before = order.chosen, order.before
    near = before.guess if before and before.paragraph == each.paragraph else chosen
    target = near if near.level < _DEEPEST else chosen
    if each.sign is Sign.SUPPORT:
        _put(each.guess, target, Bearing.PREMISE)
    elif each.sign is Sign.CONTRAST:
        _put(each.guess, target, Bearing.REBUTTAL)
    elif each.sign is Sign.OBJECTION:
        _put(each.guess, chosen, Bearing.REBUTTAL)
    elif each.sign is Sign.CONCLUSION:
        _put(each.guess, chosen, Bearing.PREMISE)
        _gather(each, order)
        each.guess.role = "conclusion on the way, premise"
    else:
        above = order.head or chosen
        _put(each.guess, above, Bearing.PREMISE)
        order.loose.append((each.guess, above))
        if order.head is None and not each.is_question:
            order.head = each.guess


def _gather(end: Read, order: _Order) -> None:
    """Make the premises that lead to a conclusion on the way those of that conclusion."""
    for each, above in order.loose:
        above.premises.remove(each)
        _put(each, end.guess, Bearing.PREMISE)
    order.loose.clear()
    order.head = end.guess


def _put(guess: Guess, target: Guess, bearing: Bearing) -> None:
    guess.role = bearing.name.lower()
    guess.level = target.level + 1
    lists = {
        Bearing.PREMISE: target.premises,
        Bearing.REBUTTAL: target.rebuttals,
        Bearing.UNDERCUT: target.undercuts,
    }
    lists[bearing].append(guess)


def _read(sentence: Sentence, words: Indicators, where: str) -> Read:
    parts = take_apart(sentence.text, words)
    place = f"paragraph {sentence.paragraph}, sentence {sentence.number}"
    place = f"{where}, {place}" if where else place
    main = _guess(parts.main, place)
    last = main
    for clause in parts.below:
        below = _guess(clause, place)
        # An exception to a reason speaks against the step from the reason.
        _put(below, last if clause.bearing is Bearing.UNDERCUT else main, clause.bearing)
        last = below
    is_ended = closes(sentence.text)
    return Read(main, parts.sign, sentence.paragraph, is_ended)


def _guess(clause: Clause, place: str) -> Guess:
    return Guess(clause.text, clause.quote, place, clause.word)


def walk(guess: Guess) -> Iterator[Guess]:
    """Yield a guess and all below it, in the order in which they are written."""
    work = [guess]
    while work:
        each = work.pop()
        yield each
        work += [*each.premises, *each.rebuttals, *each.undercuts][::-1]
