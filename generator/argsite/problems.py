"""An author's mistakes, as data: what is wrong, where, and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from argsite.source import Location, Manuscript


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Nothing is written."""

    WARNING = "warning"
    """The site is built; the author should look."""

    NOTE = "note"
    """The site is built; the author may want to know."""


class Code(StrEnum):
    """The kind of a problem; printed in brackets behind it, so that it can be looked up."""

    UNREADABLE_FILE = "unreadable-file"
    MISSING_FILE = "missing-file"
    MISPLACED_FILE = "misplaced-file"
    BAD_CHARACTER = "bad-character"
    BAD_YAML = "bad-yaml"
    FORBIDDEN_YAML = "forbidden-yaml"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    BAD_VALUE = "bad-value"
    EMPTY_TEXT = "empty-text"
    CUT_TEXT = "cut-text"
    ODD_TEXT = "odd-text"
    BAD_PICTURE = "bad-picture"
    BAD_ID = "bad-id"
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_ID = "unknown-id"
    DERIVED_ID = "derived-id"
    POINT_NUMBER = "point-number"
    UNKNOWN_SCHEME = "unknown-scheme"
    BROKEN_LINK = "broken-link"
    QUOTE_NOT_FOUND = "quote-not-found"
    CIRCULAR_SUPPORT = "circular-support"
    DUPLICATE_STATEMENT = "duplicate-statement"
    SIMILAR_STATEMENT = "similar-statement"
    QUESTION = "question"
    DOUBLE_STATEMENT = "double-statement"
    MISSING_SOURCE = "missing-source"
    UNANSWERED_REBUTTAL = "unanswered-rebuttal"
    NO_REBUTTAL = "no-rebuttal"
    UNUSED_POINT = "unused-point"
    UNCOVERED_PROSE = "uncovered-prose"
    UNSUPPORTED_TERM = "unsupported-term"
    LONE_TERM = "lone-term"
    UNLINKED_ID = "unlinked-id"
    UNUSED_ALIAS = "unused-alias"
    LOST_ID = "lost-id"
    DEEP_ARGUMENT = "deep-argument"
    WIDE_ARGUMENT = "wide-argument"
    EXPECT_NOT_MET = "expect-not-met"
    LOW_CONTRAST = "low-contrast"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of an author."""

    code: Code
    """Its kind."""

    at: Location
    """Where it is."""

    message: str
    """What is wrong, in one sentence without a full stop."""

    hint: str = ""
    """What to write instead, where that can be said."""

    severity: Severity = Severity.ERROR
    """Whether it stops the build."""


Report = Callable[[Problem], None]
"""Where a stage sends the problems it finds; usually `problems.append`."""


def is_error(problem: Problem) -> bool:
    """Say whether the problem stops a build."""
    return problem.severity is Severity.ERROR


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by place, each said once."""
    return sorted(set(problems), key=lambda each: (each.at, each.code, each.message))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word nearest to `word`, or nothing."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`; empty where none is near.

    A word that is one slip of the keyboard away is nearest, however short it is.
    """
    from difflib import get_close_matches

    words = list(known)
    slip = next((each for each in words if _is_slip(word, each)), "")
    return slip or next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), "")


def _is_slip(word: str, other: str) -> bool:
    """Say whether a letter is lost or too many, or two neighbours are exchanged."""
    if abs(len(word) - len(other)) > 1:
        return False
    begin = 0
    while begin < min(len(word), len(other)) and word[begin] == other[begin]:
        begin += 1
    end = 0
    while end < min(len(word), len(other)) - begin and word[-1 - end] == other[-1 - end]:
        end += 1
    rest, other_rest = word[begin : len(word) - end], other[begin : len(other) - end]
    is_exchanged = len(rest) == 2 and rest == other_rest[::-1]  # noqa: PLR2004 - two neighbours
    return is_exchanged or (len(word) != len(other) and len(rest) + len(other_rest) == 1)


def render(problem: Problem, manuscripts: Mapping[str, Manuscript]) -> str:
    """Return the problem as lines of text: place, message, the author's line and a hint.

    `manuscripts` maps a path to the file as it was read; a problem in a file that could not be
    read comes without the line.
    """
    at = problem.at
    head = one_line(
        f"{at.path}:{at.line}:{at.column}: {problem.severity}: {problem.message} [{problem.code}]"
    )
    hint = one_line(problem.hint)
    manuscript = manuscripts.get(at.path)
    line = manuscript.line(at.line) if manuscript else ""
    if not line.strip():
        return f"{head}\n    hint: {hint}" if hint else head
    return f"{head}\n{_excerpt(line, at, hint)}"


def one_line(text: str) -> str:
    """Return a text without line breaks, which an author's word or the name of a file may hold."""
    return text.replace("\n", "\N{REPLACEMENT CHARACTER}")


_LONGEST_EXCERPT = 96


def _excerpt(line: str, at: Location, hint: str) -> str:
    first = max(0, at.column - 1 - _LONGEST_EXCERPT // 2) if len(line) > _LONGEST_EXCERPT else 0
    shown = "".join(_visible(char) for char in line[first : first + _LONGEST_EXCERPT])
    place = min(max(at.column - 1 - first, 0), len(shown))
    width = max(1, min(at.width, len(shown) - place))
    indent = " " * _cells(shown[:place])
    marks = "^" * max(1, _cells(shown[place : place + width]))
    gutter = f"{at.line:>5} | "
    blank = " " * (len(gutter) - 2) + "| "
    return f"{gutter}{shown}\n{blank}{indent}{marks} {hint}".rstrip()


def _visible(char: str) -> str:
    """Show what a terminal must not obey: control characters and the like become a mark."""
    if char == "\t":
        return " "
    return char if unicodedata.category(char)[0] != "C" else "\N{REPLACEMENT CHARACTER}"


def _cells(text: str) -> int:
    """Count terminal cells: wide characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
