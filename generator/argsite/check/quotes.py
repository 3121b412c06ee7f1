"""A `quote` of the essay occurs in its prose, word for word; white space does not count.

For a statement of a point that is the point's prose; for one under the contention it is the
opening, or the prose of any point.
"""

from __future__ import annotations

from argsite import markdown
from argsite.analysis.standing import Standing
from argsite.model import Essay, Library
from argsite.problems import Code, Problem, Report
from argsite.source import Passage


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Report each quote that does not occur."""
    for essay in library.essays:
        if any(each.quote for each in essay.statements):
            _check_essay(essay, report)


def _check_essay(essay: Essay, report: Report) -> None:
    by_point = {0: _passages(essay.prose)}
    for point in essay.points:
        by_point[point.number] = _passages(point.prose)
    everywhere = tuple(each for passages in by_point.values() for each in passages)
    for statement in essay.statements:
        if statement.quote is None:
            continue
        searched = by_point.get(statement.point, ()) if statement.point else everywhere
        where = f"point {statement.point}" if statement.point else "the essay"
        fault = _fault(statement.quote.text, searched, where)
        if fault:
            report(Problem(Code.QUOTE_NOT_FOUND, statement.quote.at, *fault))


def _passages(prose: Passage | None) -> tuple[str, ...]:
    return markdown.passages(prose.text) if prose else ()


def _fault(quote: str, searched: tuple[str, ...], where: str) -> tuple[str, str] | None:
    words = " ".join(quote.split())
    if any(words in passage for passage in searched):
        return None
    message = f"the prose of {where} does not hold these words"
    if not searched:
        return message, f"{where} has no prose"
    plain = markdown.plain(quote)
    if any(plain in passage for passage in searched):
        return message, f"write them without Markdown marks: {plain}"
    if any(words.casefold() in passage.casefold() for passage in searched):
        return message, "they differ in capital letters"
    return message, "copy them from one paragraph; a quote marks and links that passage"
