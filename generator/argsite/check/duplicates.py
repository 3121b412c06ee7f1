"""The same statement is written once; `ref` uses it again, so that it has one page and one status.

Texts are the same where their words are: capitals, white space, punctuation and Markdown do not
count.
"""

from __future__ import annotations

from collections.abc import Iterator

from argsite.analysis.standing import Standing
from argsite.check.vocabulary import words
from argsite.model import Library, Role, Statement
from argsite.problems import Code, Problem, Report, Severity

ROOTS = {Role.CONTENTION, Role.CLAIM}
"""What stands at the head of an argument, where no `ref` can stand."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each statement that says again what another one says."""
    for first, again in duplicates(library):
        name = name_for(first, again)
        message = f"this says the same as '{name}'"
        at = again.text.at
        hint = use_again(first, again)
        report(Problem(Code.DUPLICATE_STATEMENT, at, message, hint, Severity.WARNING))


def duplicates(library: Library) -> Iterator[tuple[Statement, Statement]]:
    """Yield each statement that has the words of another, behind the one to keep."""
    firsts = distinct(library)
    for each in library.graph.statements.values():
        first = firsts.get(words(each.text.text), each)
        if first is not each:
            yield first, each


def distinct(library: Library) -> dict[tuple[str, ...], Statement]:
    """Return the statement to keep for each text, by its words: the first claim, else the first.

    A claim cannot be a `ref`, so where one says the same as a premise it is the claim that stays.
    """
    every = library.graph.statements.values()
    claims = (each for each in every if each.role in ROOTS)
    others = (each for each in every if each.role not in ROOTS)
    firsts: dict[tuple[str, ...], Statement] = {}
    for statements in (claims, others):
        for each in statements:
            firsts.setdefault(words(each.text.text), each)
    firsts.pop((), None)
    return firsts


def name_for(first: Statement, reader: Statement) -> str:
    """Return how the first statement is named in the essay of the other."""
    return first.id if first.essay == reader.essay else first.key


def use_again(first: Statement, again: Statement) -> str:
    """Say what to write instead of a statement that is there already."""
    if again.role in ROOTS:
        if first.essay != again.essay:
            return f"'- ref: {first.key}' among its premises says that it rests on the other"
        return "make one claim of the two, or say in which way they differ"
    ref = f"write 'ref: {name_for(first, again)}' in place of it"
    if first.id_is_derived:
        return f"{ref}, and 'id: {first.id}' there ({first.at.path}:{first.at.line})"
    return ref
