"""A sentence taken apart at its indicator words: `A because B` is a statement and its premise.

A sentence is cut only where both parts are likely to be sentences of their own; else it stays
whole. The parts together hold every word of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from argsite.draft.indicators import Found, Indicators, Sign, folded

_FEWEST, _FEWEST_DOUBTFUL = 2, 3
"""Words of a part, and of one that is easily taken for a sentence and is none."""

_LONG_ENOUGH = 12
"""Characters of two words that make a sentence in a language without articles."""

_TERMINATED = re.compile(r"[.!?…。！？।؟]([\"'”’»“)\]\s]*)$")
_TRAILING = " ,;:–—-("
_LEADING = " ,;:–—-"
_CLOSING = " \"'”’»“)]"


class Bearing(Enum):
    """How a part bears on the main part of its sentence."""

    PREMISE = auto()
    REBUTTAL = auto()
    UNDERCUT = auto()


class Clause(NamedTuple):
    """A part of a sentence that may stand for itself."""

    text: str
    """It as a sentence: with a capital letter and a full stop."""

    quote: str
    """It word for word."""

    word: str = ""
    """The indicator word that shows what it does; empty where none does."""

    bearing: Bearing = Bearing.PREMISE
    """How it bears on the main part."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence."""

    main: Clause
    """What it says above all."""

    sign: Sign
    """What the sentence does among the others."""

    below: tuple[Clause, ...] = ()
    """What bears on it."""


_SPLITTING = {
    Sign.REASON: Bearing.PREMISE,
    Sign.CONCESSION: Bearing.REBUTTAL,
    Sign.EXCEPTION: Bearing.REBUTTAL,
    Sign.CONTRAST: Bearing.REBUTTAL,
    Sign.CONCLUSION: Bearing.PREMISE,
}


def take_apart(sentence: str, words: Indicators) -> Parts:
    """Return the parts of a sentence."""
    found = list(words.find(sentence))
    lead = next((each for each in found if _leads(each, sentence, words)), None)
    begin = _skip(sentence, lead.end) if lead and folded(lead.word) not in words.inverting else 0
    sign, word = (lead.sign, lead.word) if lead else (Sign.NONE, "")
    is_question = sentence.rstrip(_CLOSING).endswith(("?", "？", "؟"))
    for each in found:
        if each is not lead and not is_question:
            parts = _split(sentence, each, begin, words)
            if parts:
                main, below = parts
                ends = each.sign is Sign.CONCLUSION
                label = each.word if ends else word
                return Parts(main._replace(word=label), Sign.CONCLUSION if ends else sign, below)
    inner = next((each for each in found if _marks_whole(each, sentence)), None)
    if not lead and inner:
        sign, word = inner.sign, inner.word
    return Parts(Clause(as_sentence(sentence[begin:]), sentence, word), sign)


def _leads(found: Found, sentence: str, words: Indicators) -> bool:
    """Say whether a word at the beginning shows what the whole sentence does."""
    if not found.is_first or found.sign in _FRONTED:
        return False
    # `First, …` counts; `First steps are hard` does not.
    is_set_off = sentence.startswith(",", found.end) or folded(found.word) in words.inverting
    return found.sign is not Sign.FURTHER or is_set_off


_FRONTED = {Sign.REASON, Sign.CONCESSION, Sign.EXCEPTION}
"""What begins a part that another part follows: `Because B, A`."""

_WHOLE = {Sign.CONCLUSION, Sign.CONTRAST}
"""What may mark a whole sentence: `We must therefore act`."""


def _marks_whole(found: Found, sentence: str) -> bool:
    """Say whether a word within a sentence shows what the whole does: `It is, however, true`."""
    if found.sign not in _WHOLE or not found.is_free:
        return False
    is_set_off = not found.is_clause or sentence.startswith(",", found.end)
    return found.sign is Sign.CONCLUSION or is_set_off


def _split(
    sentence: str, found: Found, begin: int, words: Indicators
) -> tuple[Clause, tuple[Clause, ...]] | None:
    """Return the main part and what bears on it; None where the sentence is better left whole."""
    bearing = _SPLITTING.get(found.sign)
    if bearing is None or (found.sign in _WHOLE and not found.is_clause):
        return None
    if found.is_first:
        return _split_fronted(sentence, found, words, bearing)
    before, after = sentence[: found.start].rstrip(), sentence[found.start :]
    kept = folded(found.word) in (words.inverting if found.sign in _WHOLE else words.kept)
    body = after if kept else after[len(found.word) :]
    fewest = _FEWEST_DOUBTFUL if found.sign is Sign.CONTRAST else _FEWEST
    if not _is_clause(before[begin:], fewest) or not _is_clause(body, fewest):
        return None
    if found.sign is Sign.CONTRAST and words.negations & set(folded(before).split()):
        return None
    first = Clause(as_sentence(before[begin:]), before)
    second = Clause(as_sentence(body), after, found.word, bearing)
    if found.sign is Sign.CONCLUSION:
        return second, (first._replace(word=found.word),)
    exception = _exception(after, found, words) if found.sign is Sign.REASON else ()
    if exception:
        reason = after[: len(after) - len(exception[0].quote)].rstrip()
        text = reason if kept else reason[len(found.word) :]
        second = second._replace(text=as_sentence(text), quote=reason)
    return first, (second, *exception)


def _split_fronted(
    sentence: str, found: Found, words: Indicators, bearing: Bearing
) -> tuple[Clause, tuple[Clause, ...]] | None:
    """Split `Because B, A`, where only one comma can be the one between the two."""
    commas = [
        place
        for place, char in enumerate(sentence)
        if char == ","
        and not (sentence[place - 1].isdigit() and sentence[place + 1 : place + 2].isdigit())
    ]
    if len(commas) != 1 or folded(found.word) in words.inverting:
        return None
    before, after = sentence[: commas[0] + 1], sentence[commas[0] + 1 :].strip()
    kept = folded(found.word) in words.kept
    body = before if kept else before[found.end :]
    if not _is_clause(body, _FEWEST_DOUBTFUL) or not _is_clause(after):
        return None
    return Clause(as_sentence(after), after), (
        Clause(as_sentence(body), before, found.word, bearing),
    )


def _exception(after: str, reason: Found, words: Indicators) -> tuple[Clause, ...]:
    """Return the exception that follows a reason: `A because B, unless C` undercuts the step."""
    for found in words.find(after):
        if found.sign is Sign.EXCEPTION and found.start > len(reason.word):
            quote = after[found.start :]
            kept = folded(found.word) in words.kept
            body = quote if kept else quote[len(found.word) :]
            is_whole = _is_clause(after[len(reason.word) : found.start]) and _is_clause(body)
            if is_whole:
                return (Clause(as_sentence(body), quote, found.word, Bearing.UNDERCUT),)
    return ()


def _is_clause(text: str, fewest: int = _FEWEST) -> bool:
    """Say whether a part is long enough, and no bracket or quotation runs out of it."""
    words = len(text.split())
    is_long = words >= fewest or (words >= _FEWEST and len(text.strip()) >= _LONG_ENOUGH)
    return is_long and all(
        sum(map(text.count, opening)) == sum(map(text.count, closing))
        for opening, closing in _PAIRS
    )


_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))
"""What opens and what closes; German quotations are closed by what opens English ones."""


def _skip(sentence: str, end: int) -> int:
    """Return where the sentence goes on after its first word, if anything is left to be said."""
    rest = sentence[end:]
    begin = end + len(rest) - len(rest.lstrip(_LEADING))
    return begin if len(sentence[begin:].split()) >= _FEWEST else 0


def as_sentence(text: str) -> str:
    """Return a part as a sentence: with a capital letter and a full stop."""
    text = text.strip(" ").lstrip(_LEADING)
    if not _TERMINATED.search(text):
        text = f"{text.rstrip(_TRAILING)}."
    first = text[:1]
    return f"{first.upper()}{text[1:]}" if first.islower() and len(first.upper()) == 1 else text
