"""A `quote` of the essay occurs in its prose, word for word; white space does not count.

For a statement of a point that is the point's prose; for one under the contention it is the
opening, or the prose of any point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.model import Essay, Library, Statement
from argsite.problems import Code, Problem, Report


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Report each quote that does not occur."""
    for essay in library.essays:
        if any(each.quote for each in essay.statements):
            _check_essay(library, essay, report)


def prose_of(essay: Essay, known: Mapping[str, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Return the plain words of each paragraph of an essay, by point; 0 is the opening.

    `known` are the words of some proses, such as the library's `passages`.
    """
    proses = {0: essay.prose} | {point.number: point.prose for point in essay.points}
    texts = {number: prose.text if prose else "" for number, prose in proses.items()}
    return {
        number: known[text] if text in known else markdown.passages(text)
        for number, text in texts.items()
    }


def place_of(statement: Statement, prose: Mapping[int, tuple[str, ...]]) -> int | None:
    """Return the point whose prose holds the words that a statement quotes; None where none does.

    `prose` is that of the statement's essay, as `prose_of` gives it.
    """
    words = markdown.fold(statement.quote.text) if statement.quote else ""
    searched = _searched(statement, prose)
    return next(
        (number for number in searched if any(words in passage for passage in searched[number])),
        None,
    )


def _searched(
    statement: Statement, prose: Mapping[int, tuple[str, ...]]
) -> Mapping[int, tuple[str, ...]]:
    return {statement.point: prose.get(statement.point, ())} if statement.point else prose


def _check_essay(library: Library, essay: Essay, report: Report) -> None:
    prose = prose_of(essay, library.passages)
    for statement in essay.statements:
        if statement.quote and place_of(statement, prose) is None:
            where = f"point {statement.point}" if statement.point else "the essay"
            searched = [
                each for passages in _searched(statement, prose).values() for each in passages
            ]
            message = f"the prose of {where} does not hold these words"
            hint = _hint(statement.quote.text, searched) if searched else f"{where} has no prose"
            report(Problem(Code.QUOTE_NOT_FOUND, statement.quote.at, message, hint))


def _hint(quote: str, searched: Sequence[str]) -> str:
    plain = markdown.fold(markdown.plain(quote))
    if any(plain in passage for passage in searched):
        return f"write them without Markdown marks: {plain}"
    words = markdown.fold(quote).casefold()
    if any(words in passage.casefold() for passage in searched):
        return "they differ in capital letters"
    return "copy them from one paragraph; a quote marks and links that passage"
