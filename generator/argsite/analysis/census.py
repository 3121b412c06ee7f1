"""How much there is of what in an essay and in a site: the figures of `argsite stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from argsite import addresses, markdown
from argsite.analysis.chapters import graph_of
from argsite.analysis.descent import statements_below
from argsite.analysis.objections import open_objections
from argsite.analysis.standing import Standing
from argsite.model import Essay, Graph, Kind, Role, Statement, Status
from argsite.source import Passage

_Word = TypeVar("_Word", Role, Status, Kind)


@dataclass(frozen=True, slots=True)
class Census:
    """The figures of an essay, or of several together."""

    points: int
    """Numbered points."""

    statements: int
    """Statements written there."""

    roles: Mapping[Role, int]
    """The same by what they do where they are written."""

    statuses: Mapping[Status, int]
    """The same by how they fare."""

    arguments: int
    """Steps written there."""

    kinds: Mapping[Kind, int]
    """The same by how they bear on their target."""

    linked: int
    """Steps with linked premises."""

    depth: int
    """How many steps the deepest statement lies below the contention or a claim without use."""

    widest: int
    """The most arguments that bear directly on one statement."""

    widest_at: str
    """Key of that statement; empty where there is no argument."""

    sources: int
    """Citations: a work that two statements cite counts twice."""

    without_source: int
    """Premises without an argument for them that cite nothing."""

    unanswered: int
    """Objections to what the essay argues that nothing answers."""

    implicit: int
    """Statements that the essay leaves unsaid."""

    derived_ids: int
    """Statements whose id is made of their text."""

    words: int
    """Words of the prose."""

    mapped_words: int
    """Those of them that link to a statement or that a statement quotes."""


def census(graph: Graph, standing: Standing, essay: Essay) -> Census:
    """Count what is written in one essay; `graph` and `standing` are those of the site."""
    statements, arguments = essay.statements, essay.arguments
    widths = Counter(each.target for each in arguments if each.kind is not Kind.UNDERCUT)
    # Of several the first in the order of writing, whatever the order of counting.
    widest = max((each.key for each in statements), key=lambda key: widths[key], default="")
    words, mapped = _words(graph, essay)
    return Census(
        points=len(essay.points),
        statements=len(statements),
        roles=_counted(Role, (each.role for each in statements)),
        statuses=_counted(Status, (standing.statuses[each.key] for each in statements)),
        arguments=len(arguments),
        kinds=_counted(Kind, (each.kind for each in arguments)),
        linked=sum(len(each.premises) > 1 for each in arguments),
        depth=_depth(graph_of(graph, essay), essay),
        widest=widths[widest],
        widest_at=widest if widths[widest] else "",
        sources=sum(len(each.sources) for each in statements),
        without_source=sum(is_bare(graph, each) for each in statements),
        unanswered=len(open_objections(graph, standing, essay)),
        implicit=sum(each.implicit for each in statements),
        derived_ids=sum(each.id_is_derived for each in statements),
        words=words,
        mapped_words=mapped,
    )


def together(figures: Sequence[Census]) -> Census:
    """Return the figures of several essays as one."""
    widest = max(figures, key=lambda each: each.widest)
    return Census(
        points=sum(each.points for each in figures),
        statements=sum(each.statements for each in figures),
        roles={role: sum(each.roles[role] for each in figures) for role in Role},
        statuses={status: sum(each.statuses[status] for each in figures) for status in Status},
        arguments=sum(each.arguments for each in figures),
        kinds={kind: sum(each.kinds[kind] for each in figures) for kind in Kind},
        linked=sum(each.linked for each in figures),
        depth=max(each.depth for each in figures),
        widest=widest.widest,
        widest_at=widest.widest_at,
        sources=sum(each.sources for each in figures),
        without_source=sum(each.without_source for each in figures),
        unanswered=sum(each.unanswered for each in figures),
        implicit=sum(each.implicit for each in figures),
        derived_ids=sum(each.derived_ids for each in figures),
        words=sum(each.words for each in figures),
        mapped_words=sum(each.mapped_words for each in figures),
    )


def _counted(words: Iterable[_Word], found: Iterable[_Word]) -> dict[_Word, int]:
    """Count each of the words, those too that are not found."""
    counts = Counter(found)
    return {word: counts[word] for word in words}


def is_bare(graph: Graph, statement: Statement) -> bool:
    """Say whether a premise that is written out has neither a source nor a reason."""
    return (
        statement.role is Role.PREMISE
        and not statement.sources
        and not statement.implicit
        and not graph.arguments_for(statement.key)
    )


def _depth(graph: Graph, essay: Essay) -> int:
    """Return the number of levels below the contention, or below claims without use."""
    deepest = 0
    met: set[str] = set()
    roots = [essay.contention, *(claim for point in essay.points for claim in point.claims)]
    for root in roots:
        depth = 0
        level = [] if root in met else [root]
        while level:
            met.update(level)
            deepest = max(deepest, depth)
            below = chain.from_iterable(statements_below(graph, each) for each in level)
            level = [each for each in dict.fromkeys(below) if each not in met]
            depth += 1
    return deepest


def _words(graph: Graph, essay: Essay) -> tuple[int, int]:
    """Count the words of an essay's prose, and those that stand for a statement."""
    proses = {0: essay.prose} | {point.number: point.prose for point in essay.points}
    quotes: dict[int, list[str]] = {}
    for each in essay.statements:
        if each.quote:
            quotes.setdefault(each.point, []).append(markdown.fold(each.quote.text))
    words = mapped = 0
    for number, prose in proses.items():
        # What the contention and its premises quote may stand in any point.
        quoted = [*quotes.get(number, ()), *(quotes.get(0, ()) if number else ())]
        for passage in _passages(prose):
            marked = {
                place for place, (_, address) in enumerate(passage) if _leads(graph, essay, address)
            }
            marked.update(_places([word for word, _ in passage], quoted))
            words += len(passage)
            mapped += len(marked)
    return words, mapped


def _passages(prose: Passage | None) -> tuple[tuple[tuple[str, str], ...], ...]:
    return markdown.linked_words(prose.text) if prose else ()


def _leads(graph: Graph, essay: Essay, address: str) -> bool:
    """Say whether an address leads to a statement."""
    return bool(address) and (
        addresses.destination(address, essay.slug).statement in graph.statements
    )


def _places(words: Sequence[str], quotes: Iterable[str]) -> Iterator[int]:
    """Yield the places of the words that hold some of a quote."""
    passage = " ".join(words)
    for quote in quotes:
        begin = passage.find(quote) if quote else -1
        if begin >= 0:
            first = passage.count(" ", 0, begin)
            yield from range(first, first + quote.count(" ") + 1)
