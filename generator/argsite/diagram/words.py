"""The words of the argument: how statements fare and how they are joined, in boxes and in lists."""

from __future__ import annotations

from functools import lru_cache

from argsite.language import Words
from argsite.model import Kind, Status


@lru_cache(maxsize=200)
def relation(words: Words, kind: Kind) -> str:
    """Return the word that joins a statement to what it is said about."""
    match kind:
        case Kind.FOR:
            return words.gettext("Because")
        case Kind.AGAINST:
            return words.gettext("But")
        case Kind.UNDERCUT:
            return words.gettext("Does not follow")


@lru_cache(maxsize=200)
def status_word(words: Words, status: Status) -> str:  # noqa: PLR0911 - a word for each status
    """Return the word that says how a statement fares."""
    match status:
        case Status.STANDS:
            return words.gettext("stands")
        case Status.PRESUMED:
            return words.gettext("presumed")
        case Status.CONTESTED:
            return words.gettext("contested")
        case Status.OPEN:
            return words.gettext("open")
        case Status.REBUTTED:
            return words.gettext("rebutted")
        case Status.UNSUPPORTED:
            return words.gettext("unsupported")
        case Status.ACCEPTED:
            return words.gettext("accepted")
        case Status.REJECTED:
            return words.gettext("rejected")
