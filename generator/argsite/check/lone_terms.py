"""A term of one linked premise holds hands with another: in the conclusion or in another premise.

The holding-hands rule of argument mapping (T. van Gelder): what only one of several linked premises
speaks of joins it to nothing. Terms are compared without their endings, in languages whose grammar
is known.
"""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.check.terms import Heap, listed
from argsite.check.vocabulary import grammar_of, terms
from argsite.language import Grammar
from argsite.model import Argument, Graph, Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each step of linked premises with terms that only one of them holds."""
    for essay in library.essays:
        known = grammar_of(essay, library)
        for step in essay.arguments if known.stop else ():
            lone = _lone(step, library.graph, known)
            if lone:
                message = f"only one of these linked premises speaks of {listed(lone)}"
                hint = "say it in another of them or in the conclusion, or leave it out"
                report(Problem(Code.LONE_TERM, step.at, message, hint, Severity.NOTE))


def _lone(step: Argument, graph: Graph, known: Grammar) -> list[str]:
    """Return the terms that tie a premise to nothing."""
    target = graph.statements.get(step.target)
    if target is None or len(step.premises) < 2 or step.key not in graph.arguments:
        return []
    texts = [terms(graph.statements[each].text.text, known) for each in step.premises]
    conclusion = terms(target.text.text, known)
    lone: list[str] = []
    for number, text in enumerate(texts):
        others = Heap((conclusion, *texts[:number], *texts[number + 1 :]))
        lone += [word for stem, word in text.items() if stem not in others]
    return lone
