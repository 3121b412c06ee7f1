"""Who settled a statement, and against what, in words."""

from __future__ import annotations

from collections.abc import Sequence

from argsite.analysis.wording import Reason, say, subject
from argsite.language import Words
from argsite.model import Argument


def settled(words: Words, others: Sequence[Argument], *, accepts: bool, by_author: bool) -> Reason:
    """Say that the author or the reader accepts or rejects it; `others` speak for the opposite."""
    if not others:
        return (_plainly(words, accepts=accepts, by_author=by_author),)
    who = subject(words, others)
    although = _accepted_although if accepts else _rejected_although
    return say(although(words, who.number, by_author=by_author), who=who.parts)


def _plainly(words: Words, *, accepts: bool, by_author: bool) -> str:
    match accepts, by_author:
        case True, True:
            return words.gettext("The author accepts it.")
        case True, False:
            return words.gettext("The reader accepts it.")
        case False, True:
            return words.gettext("The author rejects it.")
        case _:
            return words.gettext("The reader rejects it.")


def _accepted_although(words: Words, number: int, *, by_author: bool) -> str:
    if by_author:
        return words.plural(
            "The author accepts it, although %(who)s speaks against it.",
            "The author accepts it, although %(who)s speak against it.",
            number,
        )
    return words.plural(
        "The reader accepts it, although %(who)s speaks against it.",
        "The reader accepts it, although %(who)s speak against it.",
        number,
    )


def _rejected_although(words: Words, number: int, *, by_author: bool) -> str:
    if by_author:
        return words.plural(
            "The author rejects it, although %(who)s speaks for it.",
            "The author rejects it, although %(who)s speak for it.",
            number,
        )
    return words.plural(
        "The reader rejects it, although %(who)s speaks for it.",
        "The reader rejects it, although %(who)s speak for it.",
        number,
    )
