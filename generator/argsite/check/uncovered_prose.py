"""What a point says in prose is in the map: each paragraph links a statement, or is quoted by one.

The opening of an essay is left alone, since it says what is to come. So are paragraphs of a few
words.
"""

from __future__ import annotations

from collections.abc import Collection

from argsite import addresses, markdown
from argsite.analysis.standing import Standing
from argsite.markdown import Paragraph
from argsite.model import Essay, Library, Point
from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Passage

_FEW_WORDS = 5
"""Fewer words make no paragraph that could hold a claim."""

_MOST = 20
"""So many paragraphs of a point are named."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each paragraph of a point that no statement covers."""
    for essay in library.essays:
        quotes = _quotes(essay)
        for point in essay.points:
            if point.prose:
                quoted = (*quotes.get(point.number, ()), *quotes.get(0, ()))
                _check_point(library, essay, point, point.prose, quoted, report)


def _check_point(  # noqa: PLR0913, PLR0917 - what a point's prose is compared with
    library: Library,
    essay: Essay,
    point: Point,
    prose: Passage,
    quoted: Collection[str],
    report: Report,
) -> None:
    paragraphs = [
        each
        for each in markdown.paragraphs(prose.text)
        if each.words.count(" ") + 1 >= _FEW_WORDS or each.addresses
    ]
    without = [each for each in paragraphs if not _is_covered(each, essay.slug, quoted)]
    if len(without) == len(paragraphs) > 1:
        message = f"no statement is linked in the prose of point {point.number}, or quotes it"
        hint = "link statements in it: [words](#id); or copy words of it into a statement's 'quote'"
        report(Problem(Code.UNCOVERED_PROSE, prose.at, message, hint, Severity.NOTE))
        return
    for each in without[:_MOST]:
        message = "no statement covers this paragraph"
        hint = "link one in it: [words](#id); or copy words of it into a statement's 'quote'"
        at = _place(library, prose, each.line)
        report(Problem(Code.UNCOVERED_PROSE, at, message, hint, Severity.NOTE))


def _is_covered(paragraph: Paragraph, slug: str, quoted: Collection[str]) -> bool:
    links = (addresses.destination(each, slug) for each in paragraph.addresses)
    return any(each.statement for each in links) or any(each in paragraph.words for each in quoted)


def _quotes(essay: Essay) -> dict[int, list[str]]:
    """Return the words that statements quote, by point."""
    found: dict[int, list[str]] = {}
    for each in essay.statements:
        if each.quote and (words := markdown.fold(each.quote.text)):
            found.setdefault(each.point, []).append(words)
    return found


def _place(library: Library, prose: Passage, number: int) -> Location:
    """Return where a line of a prose stands in its file."""
    manuscript = library.manuscripts.get(prose.at.path)
    lines = prose.text.split("\n")
    if manuscript is None or number >= len(lines):
        return prose.at
    line = lines[number].strip()
    before = "\n".join(lines[:number]).count(line)
    return manuscript.find(line, prose.at, before)
