"""Sentences about statements and arguments, in parts, with their grammar right for one and many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from argsite.language import Words
from argsite.model import Argument


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement that a sentence names; a page puts its text there, and links it."""

    key: str
    """The statement."""


Reason = tuple[str | Mention, ...]
"""A sentence, or two, in parts; joined they read as text."""

_MOST_NAMED = 3

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about: one argument or several, named by their premises."""

    parts: Reason
    """The names."""

    number: int
    """1 or 2: whether the verb is in the singular or the plural, however many there are."""


def say(message: str, **parts: Reason) -> Reason:
    """Return a message as parts; each `%(name)s` in it is replaced by the parts of that name."""
    said: list[str | Mention] = []
    for place, piece in enumerate(_pieces(message)):
        if place % 2:
            said.extend(parts[piece])
        elif piece:
            said.append(piece)
    return tuple(said)


@lru_cache(maxsize=1000)  # there are few messages
def _pieces(message: str) -> Sequence[str]:
    """Return a message's words and the names in it in turn."""
    return tuple(_PLACEHOLDER.split(message))


def flatten(reason: Reason, name: Callable[[str], str]) -> str:
    """Return a reason as text; `name` gives what to write for the key of a statement."""
    return "".join(name(each.key) if isinstance(each, Mention) else each for each in reason)


def one_or_many(number: int) -> int:
    """Return 1 or 2, for the number of a verb where the sentence does not say how many."""
    return 1 if number == 1 else 2


def subject(words: Words, arguments: Sequence[Argument]) -> Subject:
    """Name arguments: `A`; `A and B together` where linked; `A (with B), C and D` for several."""
    premises = list(dict.fromkeys(tuple(dict.fromkeys(each.premises)) for each in arguments))
    if len(premises) == 1 and len(premises[0]) > 1:
        together = words.gettext("%(names)s together")
        return Subject(say(together, names=names(words, premises[0])), 2)
    shown = [_short(words, each) for each in premises]
    return Subject(listed(words, shown), one_or_many(len(premises)))


def names(words: Words, keys: Iterable[str]) -> Reason:
    """Name statements: `A`, `A and B`, `A, B, C and 2 others`."""
    return listed(words, [(Mention(each),) for each in keys])


def listed(words: Words, items: Sequence[Reason]) -> Reason:
    """Join items as a list, of which at most three are said; the rest is counted."""
    rest = len(items) - _MOST_NAMED
    if rest > 0:
        items = [*items[:_MOST_NAMED], _others(words, rest)]
    return _joined(words, items, words.gettext("%(before)s and %(last)s"))


def clauses(words: Words, items: Sequence[Reason]) -> Reason:
    """Join clauses: `A, and B`, `A, B, and C`."""
    return _joined(words, items, words.gettext("%(before)s, and %(last)s"))


def _joined(words: Words, items: Sequence[Reason], at_last: str) -> Reason:
    if not items:
        return ()
    joined, *following = items
    for item in following[:-1]:
        joined = say(words.gettext("%(before)s, %(next)s"), before=joined, next=item)
    return say(at_last, before=joined, last=following[-1]) if following else joined


def _others(words: Words, number: int) -> Reason:
    return (words.ngettext("%(count)s other", "%(count)s others", number),)


def _short(words: Words, premises: Sequence[str]) -> Reason:
    """Name one of several arguments by its first premise, and those linked with it in brackets."""
    first, *linked = premises
    if not linked:
        return (Mention(first),)
    others: Reason = (Mention(linked[0]),) if len(linked) == 1 else _others(words, len(linked))
    return say(words.gettext("%(name)s (with %(others)s)"), name=(Mention(first),), others=others)
