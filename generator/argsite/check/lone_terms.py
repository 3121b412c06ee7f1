"""A term of one linked premise holds hands with another: in the conclusion or in another premise.

The holding-hands rule of argument mapping (T. van Gelder): what only one of several linked premises
speaks of joins it to nothing. In a long essay those terms count that it repeats: the rest is mostly
a way of putting it. Terms are compared without their endings, in languages whose grammar is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from argsite.analysis.standing import Standing
from argsite.check.terms import Heap, listed, significant
from argsite.check.vocabulary import grammar_of, terms
from argsite.language import Grammar
from argsite.model import Argument, Graph, Library
from argsite.problems import Code, Problem, Report, Severity

_MOST = 20
"""A step of more linked premises is too wide to be looked at so."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each step of linked premises with terms that only one of them holds."""
    for essay in library.essays:
        known = grammar_of(essay, library)
        matters = significant(essay, known)
        for step in essay.arguments if known.stop else ():
            lone = _lone(step, library.graph, known, matters)
            if lone:
                said = "\n".join(library.graph.statements[key].text.text for key in step.premises)
                message = f"only one of these linked premises speaks of {listed(lone, said)}"
                hint = "say it in another of them or in the conclusion, or leave it out"
                report(Problem(Code.LONE_TERM, step.at, message, hint, Severity.NOTE))


def _lone(step: Argument, graph: Graph, known: Grammar, matters: Container[str]) -> list[str]:
    """Return the terms of linked premises that tie one of them to nothing."""
    target = graph.statements.get(step.target)
    if target is None or not 1 < len(step.premises) <= _MOST or step.key not in graph.arguments:
        return []
    premises = dict.fromkeys((*step.premises, target.key))
    texts = [terms(graph.statements[each].text.text, known) for each in premises]
    counts = Counter(stem for text in texts for stem in text)
    lone: list[str] = []
    for text in texts[:-1]:
        single = [stem for stem in text if counts[stem] == 1 and stem in matters]
        if single:
            others = Heap(each for each in texts if each is not text)
            lone += [text[stem] for stem in single if stem not in others]
    return lone
