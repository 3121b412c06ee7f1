"""An id that its author wrote is used: by a `ref`, a role, a link, or by the prose it quotes.

Ids are addresses, so one that nothing uses is no mistake; the note shows what the essay's own words
do not lead to. Claims are linked from their point, and what the essay does not say itself (`by`,
`implicit`) is not looked for in its words.
"""

from __future__ import annotations

from argsite.analysis.standing import Standing
from argsite.check.duplicates import ROOTS
from argsite.check.uses import used_keys
from argsite.model import Library, Statement
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each id that nothing leads to."""
    used = used_keys(library)
    for statement in library.graph.statements.values():
        if statement.key not in used and _should_be_used(statement):
            message = f"nothing leads to '{statement.id}'"
            hint = f"link it in the prose: [words](#{statement.id}), or quote the words that say it"
            at = statement.at
            report(Problem(Code.UNLINKED_ID, at, message, hint, Severity.NOTE))


def _should_be_used(statement: Statement) -> bool:
    return not (
        statement.id_is_derived
        or statement.role in ROOTS
        or statement.quote
        or statement.by
        or statement.implicit
    )
