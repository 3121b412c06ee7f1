"""Whether a word such as `and` joins two clauses, each with a subject and a verb of its own.

Nothing is parsed: the verbs that a language's grammar lists, commas, and the words that make a
clause depend on another decide. Where these leave a doubt, the sentence is taken for one clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from argsite.language import Grammar

_PAIR = 2
"""Words of a clause: `Parks close, and we leave.`"""

_LONGEST_SUBJECT = 7
"""Words before a verb that are looked through for its subject."""

_SHORT = 3
"""Words within which a verb follows a pronoun: `it still works`."""

_Words = Sequence[str]
"""Words in small letters; a comma and a dash count as words."""


def joins(left: _Words, joint: str, right: _Words, known: Grammar) -> bool:
    """Say whether a joint stands between clauses of which neither depends on the other."""
    if sum(each.isalnum() for each in left) < _PAIR or len(right) < _PAIR:
        return False
    comma = left[-1] == ","
    if _is_list(left, comma=comma) or _depends(left, right, known, comma=comma):
        return False
    if right[0] in known.nominatives or (comma and right[0] in known.subjects):
        return True
    if comma and joint in known.between and known.hinges.isdisjoint(left):
        return True
    return (comma or _has_verb(left, known)) and _is_clause(right, known, left)


def _is_list(left: _Words, *, comma: bool) -> bool:
    return left.count(",") > comma


def _depends(left: _Words, right: _Words, known: Grammar, *, comma: bool) -> bool:
    """Say whether what follows a joint may belong to a clause that began before it."""
    if left[0] in known.hinges or left[0] in known.joints or _goes_on(right[0], known):
        return True
    return not comma and not known.ties.isdisjoint(left)


def _goes_on(word: str, known: Grammar) -> bool:
    """Say whether a clause only goes on with this word, as with a verb of the same subject."""
    verbal = word in known.verbs or word in known.acts
    return verbal or word in known.hinges or word in known.joints


def _has_verb(clause: _Words, known: Grammar) -> bool:
    """Say whether a clause before a joint has a verb behind its subject."""
    if clause[0] in known.subjects:
        return True
    return any(
        word in known.verbs
        or word in known.acts
        or _is_base(place, clause, known)
        or _is_third(place, clause, known)
        for place, word in enumerate(clause)
        if place
    )


def _is_clause(clause: _Words, known: Grammar, before: _Words) -> bool:
    """Say whether what follows a joint begins with a subject and its verb."""
    free = known.modals.isdisjoint(before)
    if clause[0] in known.subjects and any(
        word.removesuffix("s") in known.bases for word in clause[1:_SHORT]
    ):
        return True
    for place, word in enumerate(clause[: _LONGEST_SUBJECT + 1]):
        if word == "," or word in known.hinges:
            return False
        is_act = word in known.acts or _is_base(place, clause, known)
        if place and (word in known.verbs or (free and is_act)):
            return True
    return False


def _is_base(place: int, clause: _Words, known: Grammar) -> bool:
    """Say whether a word is a verb, since a subject in the plural stands before it."""
    if not place or clause[place] not in known.bases:
        return False
    subject = clause[place - 1]
    return subject in known.plurals or (subject.endswith("s") and subject not in known.stop)


def _is_third(place: int, clause: _Words, known: Grammar) -> bool:
    """Say whether a word is a verb with an object, as in `Night opening raises crime`."""
    if clause[place].removesuffix("s") not in known.bases or not clause[place].endswith("s"):
        return False
    after = clause[place + 1] if place + 1 < len(clause) else ","
    return after.isalnum() and after not in known.links
