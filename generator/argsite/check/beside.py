"""Checks that run in a process of their own, while something else is done with the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from argsite.analysis.standing import Standing
from argsite.check import check
from argsite.fork import Fork, can_fork, processors
from argsite.model import Library
from argsite.packing import pack, unpack
from argsite.problems import Problem, Severity

WORTH_IT = 500
"""Statements that are checked as fast as a process begins and ends."""


@contextmanager
def beside(
    library: Library, standing: Standing, *, least: Severity, done: Severity | None = None
) -> Iterator[Callable[[], list[Problem]]]:
    """Begin to check a library; call what this gives, once, for the problems that `check` reports.

    `least` and `done` are those of `check`. With one processor, or where no fork is to be had, they
    are looked for when it is called.
    """

    def found() -> list[Problem]:
        problems: list[Problem] = []
        check(library, standing, problems.append, least=least, done=done)
        return problems

    if len(library.graph.statements) < WORTH_IT or processors() == 1 or not can_fork():
        yield found
        return
    with Fork(lambda: pack(found())) as fork:

        def received() -> list[Problem]:
            problems = unpack(fork.result(), list[Problem])
            return found() if problems is None else problems

        yield received
