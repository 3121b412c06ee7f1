"""Sentences about statements and arguments, in parts, with their grammar right for one and many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argsite.model import Argument


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement that a sentence names; a page puts its text there, and links it."""

    key: str
    """The statement."""


Reason = tuple[str | Mention, ...]
"""A sentence, or two, in parts; joined they read as text."""

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about: one argument or several, named by their premises."""

    parts: Reason
    """The names."""

    many: bool
    """Whether the verb is in the plural."""

    def verb(self, one: str, many: str) -> str:
        """Return the verb, with what goes with it, that agrees with the subject."""
        return many if self.many else one


def subject(arguments: Sequence[Argument]) -> Subject:
    """Name arguments: `A`; `A and B together` where linked; `A (with B), C and D` for several."""
    premises = list(dict.fromkeys(tuple(dict.fromkeys(each.premises)) for each in arguments))
    if len(premises) == 1 and len(premises[0]) > 1:
        return Subject((*names(premises[0]), " together"), many=True)
    return Subject(listed([_short(each) for each in premises]), len(premises) > 1)


def names(keys: Iterable[str]) -> Reason:
    """Name statements: `A`, `A and B`, `A, B, C and 2 others`."""
    return listed([(Mention(each),) for each in keys])


def listed(items: Sequence[Reason]) -> Reason:
    """Join items as a list, of which at most three are said; the rest is counted."""
    rest = len(items) - _MOST_NAMED
    if rest <= 0:
        return joined(items)
    return joined([*items[:_MOST_NAMED], ("1 other" if rest == 1 else f"{rest} others",)])


def joined(items: Sequence[Reason], last: str = " and ") -> Reason:
    """Join items with commas, and with `last` before the last."""
    parts: list[str | Mention] = []
    for place, item in enumerate(items):
        if place:
            parts.append(last if place == len(items) - 1 else ", ")
        parts.extend(item)
    return tuple(parts)


def _short(premises: Sequence[str]) -> Reason:
    """Name one of several arguments by its first premise, and those linked with it in brackets."""
    first, *linked = premises
    if not linked:
        return (Mention(first),)
    others: Reason = (Mention(linked[0]),) if len(linked) == 1 else (f"{len(linked)} others",)
    return (Mention(first), " (with ", *others, ")")
