"""How many mistakes of one essay are told before reading it ends.

Whoever mends a thousand does not miss the next one, and a file may hold a million of them: to look
each of their words up, to keep them and to print them would take minutes and gigabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from argsite.problems import Code, Problem, Report, is_error

T = TypeVar("T")

MOST = 1_000
"""Errors that are told of one essay, or of one other file."""


class TooManyError(Exception):
    """More than `MOST` errors were found; the last that was reported says so."""


def patient(report: Report) -> Report:
    """Return where to report the problems of one essay; it raises TooManyError after `MOST` errors.

    Warnings and notes do not count: with them alone an essay can be read.
    """
    left = MOST

    def take(problem: Problem) -> None:
        nonlocal left
        if is_error(problem):
            if not left:
                report(_enough(problem))
                raise TooManyError
            left -= 1
        report(problem)

    return take


def read_patiently(read: Callable[[Report], T], report: Report) -> T | None:
    """Return what is read, with its mistakes reported; None where they are too many."""
    try:
        return read(patient(report))
    except TooManyError:
        return None


def _enough(problem: Problem) -> Problem:
    """Return the problem that stands for this one and all after it."""
    message = f"here is one mistake more than the {MOST:,} that are told of an essay or a file"
    hint = "mend those, then check again: what follows is not looked at"
    return replace(problem, code=Code.TOO_LARGE, message=message, hint=hint)
