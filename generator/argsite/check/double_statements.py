"""A statement says one thing: of two in one sentence, nobody can support or rebut only one.

Two clauses are recognised by a semicolon, by a full stop between them, or by an `and` behind which
a clause with a subject and a verb of its own begins. `bread and butter` is one thing.
"""

from __future__ import annotations

import re
from itertools import islice

from argsite import markdown
from argsite.analysis.standing import Standing
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
_MOST_JOINTS = 5
"""A text with more of one kind is a list, or made to take long."""

_LONGEST_WORD = 40

_SHORTEST = 3
"""Words of a clause."""

_PAIR = 2
"""Words on each side of an `and` between clauses: `Parks close, and we leave.`"""

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


def joint_of(text: str, known: Grammar) -> str:
    """Return by what two statements are joined in a text; empty where it holds one."""
    if not (";" in text or "；" in text or _may_join(text, known)):
        return ""
    plain = _ASIDE.sub(" … ", markdown.plain(text))
    if any(_is_clause(*halves) for halves in _halves(plain, ";；")):
        return "';'"
    for stop in islice(_STOP.finditer(plain), _MOST_JOINTS):
        if _ends(stop, known) and _is_clause(plain[: stop.end()], plain[stop.end() :]):
            return "a full stop"
    return _joint_between(plain, known)


def _may_join(text: str, known: Grammar) -> bool:
    """Say, fast, whether a text could hold two clauses."""
    return bool(_STOP.search(text)) or not known.joints.isdisjoint(text.lower().split())


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
    lower = [each.lower() for each in said]
    places = (place for place, word in enumerate(lower) if word in known.joints)
    for place in islice(places, _MOST_JOINTS):
        if _joins(lower[:place], lower[place + 1 :], known):
            return f"'{said[place]}'"
    return ""


def _joins(left: list[str], right: list[str], known: Grammar) -> bool:
    """Say whether a joint stands between clauses of which neither depends on another."""
    if sum(each.isalnum() for each in left) < _PAIR or len(right) < _PAIR:
        return False
    if left[0] in known.hinges or right[0] in known.hinges or right[0] in known.verbs:
        return False
    comma = left[-1] == ","
    if left.count(",") > comma:  # a list
        return False
    if right[0] in known.nominatives or (comma and right[0] in known.subjects):
        return True
    verb = next((place for place, each in enumerate(right) if each in known.verbs), 0)
    between = right[:verb]
    is_clause = bool(verb) and "," not in between and known.hinges.isdisjoint(between)
    return is_clause and (comma or not known.verbs.isdisjoint(left))
