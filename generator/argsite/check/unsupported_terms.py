"""What a conclusion speaks of, its premises speak of: no rabbit comes out of an empty hat.

The rabbit rule of argument mapping (T. van Gelder): each significant term of a conclusion appears
in a premise of an argument for it. Terms are compared without their endings, in languages whose
grammar is known.
"""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.check.terms import Heap, listed
from argsite.check.vocabulary import grammar_of, terms
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each conclusion with terms that are in no premise for it."""
    graph = library.graph
    for essay in library.essays:
        known = grammar_of(essay, library)
        for statement in essay.statements if known.stop else ():
            steps = graph.arguments_for(statement.key)
            premises = [graph.statements[each] for step in steps for each in step.premises]
            if not premises:
                continue
            heap = Heap(terms(each.text.text, known) for each in premises)
            wanted = terms(statement.text.text, known)
            missing = [word for stem, word in wanted.items() if stem not in heap]
            if missing:
                message = f"no premise for this speaks of {listed(missing)}"
                hint = "say it in a premise, perhaps one linked with 'together:', or leave it out here"
                at = statement.text.at
                report(Problem(Code.UNSUPPORTED_TERM, at, message, hint, Severity.NOTE))
