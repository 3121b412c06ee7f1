"""How many mistakes of one essay, or of one kind, are told before it is looked at no further.

Whoever mends a thousand does not miss the next one, and a file may hold a million of them: to look
each of their words up, to keep them and to print them would take minutes and gigabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from argsite.problems import Problem, Report, is_error
from argsite.severities import FIXED

T = TypeVar("T")

MOST = 1_000
"""Errors that are told of one essay, of one other file, or by one check."""


class TooManyError(Exception):
    """More than `MOST` errors were found; the last that was reported says so."""


def patient(report: Report) -> Report:
    """Return where to report what one reading finds; after `MOST` errors it raises TooManyError.

    Warnings and notes do not count, nor what a site may silence: with them an essay can be read.
    """
    left = MOST

    def take(problem: Problem) -> None:
        nonlocal left
        if is_error(problem) and problem.code in FIXED:
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
    message = f"here is one mistake more than the {MOST:,} that are told at once"
    hint = "mend those, then check again: what follows is not looked at"
    return replace(problem, message=message, hint=hint)
