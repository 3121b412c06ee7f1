"""The figures of essays as tables for a terminal, and as data for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import click

from argsite.analysis.census import Census
from argsite.cli.paragraph import cells
from argsite.model import Kind, Role, Status

Rows = Mapping[str, Census]
"""The figures by the name of their row."""

Row = Callable[[Census], dict[str, str]]
"""What a table says of some figures, by the heads of its columns."""

_ROLES = {
    Role.CONTENTION: "contention",
    Role.CLAIM: "claims",
    Role.PREMISE: "premises",
    Role.REBUTTAL: "rebuttals",
    Role.UNDERCUT: "undercuts",
}


def tables(rows: Rows, *, coloured: bool) -> Iterator[str]:
    """Yield four tables, line by line."""
    yield from _table("Arguments", _arguments, rows, coloured=coloured)
    yield ""
    yield from _table("Statements", _statements, rows, coloured=coloured)
    yield ""
    yield from _table("Statuses", _statuses, rows, coloured=coloured)
    yield ""
    yield from _table("Prose", _prose, rows, coloured=coloured)


def data(figures: Census) -> dict[str, object]:
    """Return the figures as JSON has them."""
    return {
        "points": figures.points,
        "statements": figures.statements,
        "roles": {role.value: count for role, count in figures.roles.items()},
        "statuses": {status.value: count for status, count in figures.statuses.items()},
        "arguments": figures.arguments,
        "kinds": {kind.value: count for kind, count in figures.kinds.items()},
        "linked": figures.linked,
        "depth": figures.depth,
        "widest": figures.widest,
        "widest_at": figures.widest_at or None,
        "sources": figures.sources,
        "premises_without_source": figures.without_source,
        "unanswered": figures.unanswered,
        "implicit": figures.implicit,
        "derived_ids": figures.derived_ids,
        "words": figures.words,
        "mapped_words": figures.mapped_words,
    }


def _arguments(figures: Census) -> dict[str, str]:
    return {
        "points": f"{figures.points:,}",
        "arguments": f"{figures.arguments:,}",
        "for": f"{figures.kinds[Kind.FOR]:,}",
        "against": f"{figures.kinds[Kind.AGAINST]:,}",
        "undercuts": f"{figures.kinds[Kind.UNDERCUT]:,}",
        "linked": f"{figures.linked:,}",
        "unanswered": f"{figures.unanswered:,}",
        "depth": f"{figures.depth:,}",
        "widest": f"{figures.widest:,}",
    }


def _statements(figures: Census) -> dict[str, str]:
    return {
        "all": f"{figures.statements:,}",
        **{word: f"{figures.roles[role]:,}" for role, word in _ROLES.items()},
        "implicit": f"{figures.implicit:,}",
        "derived ids": f"{figures.derived_ids:,}",
    }


def _statuses(figures: Census) -> dict[str, str]:
    return {str(status): f"{figures.statuses[status]:,}" for status in Status}


def _prose(figures: Census) -> dict[str, str]:
    share = f"{figures.mapped_words / figures.words:.0%}" if figures.words else "-"
    return {
        "words": f"{figures.words:,}",
        "in the map": share,
        "sources": f"{figures.sources:,}",
        "premises without source": f"{figures.without_source:,}",
    }


def _table(title: str, row: Row, rows: Rows, *, coloured: bool) -> Iterator[str]:
    """Yield a table with a head; numbers stand at the right of their column."""
    filled = {name: row(figures) for name, figures in rows.items()}
    heads = list(next(iter(filled.values())))
    widths = [max(len(head), *(len(each[head]) for each in filled.values())) for head in heads]
    first = max(map(cells, [title, *filled]))
    head = _line(title, heads, first, widths)
    yield click.style(head, bold=True) if coloured else head
    for name, values in filled.items():
        yield _line(name, list(values.values()), first, widths)


def _line(name: str, values: Sequence[str], first: int, widths: Sequence[int]) -> str:
    padded = name + " " * (first - cells(name))
    aligned = (value.rjust(width) for value, width in zip(values, widths, strict=True))
    return "  ".join((padded, *aligned))
