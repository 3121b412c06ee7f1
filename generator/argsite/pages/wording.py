"""The words of the interface for what the model names: one word for one idea."""

from __future__ import annotations

from functools import lru_cache

from argsite.language import Words
from argsite.model import Kind, Role, Statement, Status


@lru_cache(maxsize=100)
def towards(words: Words, kind: Kind) -> str:
    """Return how a list of uses says what a statement does to another."""
    match kind:
        case Kind.FOR:
            return words.gettext("Speaks for")
        case Kind.AGAINST:
            return words.gettext("Speaks against")
        case Kind.UNDERCUT:
            return words.gettext("Attacks a step towards")


def role_word(words: Words, role: Role) -> str:
    """Return what a statement is called after the place where it is written."""
    match role:
        case Role.CONTENTION:
            return words.gettext("Contention")
        case Role.CLAIM:
            return words.gettext("Claim")
        case Role.PREMISE:
            return words.gettext("Premise")
        case Role.REBUTTAL:
            return words.gettext("Rebuttal")
        case Role.UNDERCUT:
            return words.gettext("Undercut")


def meaning(words: Words, status: Status) -> str:  # noqa: PLR0911 - a sentence for each status
    """Return what a status says, for the page that explains them."""
    match status:
        case Status.STANDS:
            return words.gettext(
                "A reason for it holds, and everything said against it is answered or outweighed."
            )
        case Status.PRESUMED:
            return words.gettext(
                "Nothing is said for it and nothing need be: it is taken as given until something "
                "speaks against it."
            )
        case Status.CONTESTED:
            return words.gettext(
                "A reason for it and a reason against it both hold and weigh the same."
            )
        case Status.OPEN:
            return words.gettext(
                "It waits on something that is itself contested or open, or on a circle of reasons."
            )
        case Status.REBUTTED:
            return words.gettext("A reason against it holds and outweighs what speaks for it.")
        case Status.UNSUPPORTED:
            return words.gettext(
                "Every reason given for it fails, or none is given where one is needed."
            )
        case Status.ACCEPTED:
            return words.gettext(
                "The author settles it: it counts as true, whatever speaks against it."
            )
        case Status.REJECTED:
            return words.gettext(
                "The author settles it: it counts as false, whatever speaks for it."
            )


def place(words: Words, statement: Statement) -> str:
    """Return what a statement is and where, such as `Premise · point 2`."""
    return _place(words, statement.role, statement.point)


@lru_cache(maxsize=1000)
def _place(words: Words, role: Role, point: int) -> str:
    said = role_word(words, role)
    if not point:
        return said
    return words.gettext("%(role)s · point %(number)s", role=said, number=point)


def place_in(words: Words, statement: Statement, title: str) -> str:
    """Return the same with the essay's title, such as `Premise in “The park”, point 2`."""
    return _place_in(words, statement.role, statement.point, title)


@lru_cache(maxsize=1000)  # an essay has few places and many statements
def _place_in(words: Words, role: Role, point: int, title: str) -> str:
    said = role_word(words, role)
    if not point:
        return words.gettext("%(role)s in “%(essay)s”", role=said, essay=title)
    return words.gettext(
        "%(role)s in “%(essay)s”, point %(number)s", role=said, essay=title, number=point
    )
