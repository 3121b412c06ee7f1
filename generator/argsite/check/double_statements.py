"""A statement says one thing: of two in one sentence, nobody can support or rebut only one.

Two clauses are recognised by a semicolon, by a full stop between them, or by an `and` or a `but`
behind which a clause with a subject and a verb of its own begins. `bread and butter` is one thing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.check import clauses
from argsite.check.vocabulary import grammar_of, is_greek, words
from argsite.language import Grammar
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity

_ASIDE = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|‘[^‘’]*’(?!\w)"
)
_STOP = re.compile(
    r"(?<=[^\s.!?…])(?P<mark>[.!?…]+)[\"”’»)]*\s+(?=[\"“„«(¿¡]?(?P<next>\w))"
    r"|(?P<cjk>[。！？])(?=\w)"
)
_ANY_STOP = re.compile(r"[.!?…][\"”’»)]*\s|[。！？]")
"""Whatever `_STOP` may find; most texts hold none, and this finds it out ten times faster."""

_MOST_JOINTS = 5
"""A text with more of one kind is a list, or made to take long."""

_LONGEST_WORD = 40

_SHORTEST = 2
"""Words of a sentence: `Crime rose; residents left.`"""

_SHORTEST_CJK = 5
"""Characters of a sentence, with its stop, in a script that has no spaces between words."""

_ORDINAL = 2
"""Digits of a number that a full stop makes an ordinal: `1. Mai`."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each statement that holds two."""
    for essay in library.essays:
        known = grammar_of(essay, library)
        greek = is_greek(essay, library)
        for statement in essay.statements:
            text = statement.text.text
            joint = joint_of(text.replace(";", "?") if greek else text, known)
            if joint:
                message = f"this holds two statements, joined by {joint}"
                hint = "write each as a statement of its own; 'together:' links premises"
                at = statement.text.at
                report(Problem(Code.DOUBLE_STATEMENT, at, message, hint, Severity.NOTE))


@lru_cache(maxsize=1 << 15)  # a language server asks it again at each keystroke
def joint_of(text: str, known: Grammar) -> str:
    """Return by what two statements are joined in a text; empty where it holds one."""
    if not (";" in text or "；" in text or _may_join(text, known)):
        return ""
    plain = _ASIDE.sub(" … ", markdown.plain(text))
    if any(_is_clause(*halves) for halves in _halves(plain, ";；")):
        return "';'"
    for stop in islice(_STOP.finditer(plain), _MOST_JOINTS):
        halves = (plain[: stop.end()], plain[stop.end() :])
        enough = min(map(len, halves)) >= _SHORTEST_CJK if stop["cjk"] else _is_clause(*halves)
        if enough and _ends(stop, known):
            return _named(stop["mark"] or stop["cjk"])
    return _joint_between(plain, known)


def _named(mark: str) -> str:
    return "a full stop" if mark in {".", "。"} else f"'{mark[:3]}'"


def _may_join(text: str, known: Grammar) -> bool:
    """Say, fast, whether a text could hold two clauses."""
    stops = _ANY_STOP.search(text) and _STOP.search(text)
    return bool(stops) or not known.joints.isdisjoint(text.lower().split())


def _halves(text: str, marks: str) -> list[tuple[str, str]]:
    places = (place for place, char in enumerate(text) if char in marks)
    return [(text[:place], text[place + 1 :]) for place in islice(places, _MOST_JOINTS)]


def _is_clause(*parts: str) -> bool:
    return all(len(words(part)) >= _SHORTEST for part in parts)


def _ends(stop: re.Match[str], known: Grammar) -> bool:
    """Say whether a full stop ends a sentence: not an initial, an abbreviation or an ordinal."""
    if stop["cjk"]:
        return True
    before = stop.string[max(0, stop.start() - _LONGEST_WORD) : stop.start()].split()
    last = before[-1].lower().strip("\"“„«([’'") if before else ""
    if not stop["next"].isupper():
        return False
    if stop["mark"] != ".":
        return True
    short = len(last) == 1 or "." in last or last in known.short
    return not short and not (last.isdigit() and len(last) <= _ORDINAL)


def _joint_between(text: str, known: Grammar) -> str:
    """Return the word that joins two clauses, each with a subject and a verb of its own."""
    said = re.findall(r"[\w'’]+|[,:–—…]", text)
    lower = [each.lower().replace("’", "'") for each in said]
    places = (place for place, word in enumerate(lower) if word in known.joints)
    for place in islice(places, _MOST_JOINTS):
        if clauses.joins(lower[:place], lower[place], lower[place + 1 :], known):
            return f"'{said[place]}'"
    return ""
