"""What a conclusion speaks of, its premises speak of: no rabbit comes out of an empty hat.

The rabbit rule of argument mapping (T. van Gelder): each significant term of a conclusion appears
in a premise of an argument for it. In a long essay those terms count that it repeats: the rest is
mostly a way of putting it. Terms are compared without their endings, in languages whose grammar is
known.
"""

from __future__ import annotations

from collections.abc import Container

from argsite.analysis.standing import Standing
from argsite.check.terms import Heap, listed, significant
from argsite.check.vocabulary import grammar_of, terms
from argsite.language import Grammar
from argsite.model import Graph, Library, Statement
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each conclusion with terms that are in no premise for it."""
    for essay in library.essays:
        known = grammar_of(essay, library)
        matters = significant(essay, known)
        for statement in essay.statements if known.stop else ():
            missing = _missing(statement, library.graph, known, matters)
            if missing:
                message = f"no premise for this speaks of {listed(missing, statement.text.text)}"
                hint = "say it in a premise, perhaps a linked one, or leave it out here"
                at = statement.text.at
                report(Problem(Code.UNSUPPORTED_TERM, at, message, hint, Severity.NOTE))


def _missing(
    statement: Statement, graph: Graph, known: Grammar, matters: Container[str]
) -> list[str]:
    """Return the terms of a conclusion that are in no premise for it."""
    steps = graph.arguments_for(statement.key)
    if not steps:
        return []
    wanted = terms(statement.text.text, known)
    premises = [graph.statements[each].text.text for step in steps for each in step.premises]
    heap = Heap(terms(each, known) for each in dict.fromkeys(premises))
    return [word for stem, word in wanted.items() if stem in matters and stem not in heap]
