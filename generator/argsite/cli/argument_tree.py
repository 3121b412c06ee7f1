"""An essay's argument as a tree for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from argsite.analysis import Chapter, Row, Standing, chapter_of, chapters
from argsite.cli.branches import Twig, draw
from argsite.cli.paragraph import Ink, Run, lines
from argsite.cli.terminal import Screen
from argsite.diagram.words import relation, status_word
from argsite.language import ENGLISH
from argsite.markdown import plain
from argsite.model import Argument, Essay, Graph, Kind, Point, Role, Statement, Status

BOLD = Ink(bold=True)
FAINT = Ink(dim=True)

_COLOURS = {
    Status.STANDS: "green",
    Status.PRESUMED: "cyan",
    Status.CONTESTED: "yellow",
    Status.OPEN: "yellow",
    Status.REBUTTED: "red",
    Status.UNSUPPORTED: "red",
    Status.ACCEPTED: "green",
    Status.REJECTED: "red",
}

_ROOM = 40
"""Columns that are left for a text before a branch is moved to the end."""


class Choice(NamedTuple):
    """Which part of an essay is shown."""

    point: Point | None = None
    """The point whose claims it begins with; None for the contention."""

    depth: int | None = None
    """How many levels below those; None for all."""

    statuses: Collection[Status] = ()
    """The statuses that are looked for; empty for all."""


def argument_tree(
    graph: Graph, standing: Standing, essay: Essay, screen: Screen, choice: Choice
) -> Iterator[str]:
    """Yield the lines of an essay's argument, its title first."""
    head = (Run(essay.title, BOLD), Run(f"  {essay.slug}", FAINT))
    yield from lines(head, "", "  ", screen.width, coloured=screen.coloured)
    deepest = choice.depth or deepest_on(screen)
    found = (
        chapters(graph, essay, deepest)
        if choice.point is None
        else chapter_of(graph, essay, choice.point, deepest)
    )
    shown = 0
    for chapter in found:
        if chapter.continued and choice.depth:
            break
        writer = _Writer(graph, standing, essay, screen, cut=bool(choice.depth))
        twigs = _kept(writer.twigs(chapter.rows), choice.statuses)
        if not twigs:
            continue
        shown += 1
        yield ""
        if chapter.continued or chapter.point:
            yield from lines(_heading(chapter), "", "", screen.width, coloured=screen.coloured)
        yield from draw([each.twig for each in twigs], screen)
    if not shown:
        yield ""
        yield f"no statement is {' or '.join(choice.statuses)}"


def deepest_on(screen: Screen) -> int:
    """Return how many levels there is room for side by side."""
    if screen.width is None:
        return 50
    return max(3, (screen.width - _ROOM) // len(screen.signs.trunk))


def status_runs(status: Status, screen: Screen) -> tuple[Run, ...]:
    """Return the mark and the word of a status."""
    word = f"{screen.signs.marks[status]} {status_word(ENGLISH, status)}"
    return (Run(word, Ink(_COLOURS[status])),)


def statement_runs(
    statement: Statement, status: Status, name: str, screen: Screen
) -> tuple[Run, ...]:
    """Return a statement with its status and the name by which it can be asked for."""
    text = f"  {plain(statement.text.text)} "
    return (*status_runs(status, screen), Run(text), Run(f"[{name}]", FAINT, whole=True))


def _heading(chapter: Chapter) -> tuple[Run, ...]:
    if chapter.point:
        return (Run(f"Point {chapter.point.number}: {chapter.point.title}", BOLD),)
    return (Run("Continued from above", BOLD),)


class _Entry(NamedTuple):
    """A twig and what it shows."""

    twig: Twig
    """The twig."""

    status: Status | None
    """The status of its statement; None for a step."""


class _Writer:
    """Turns rows of an outline into twigs; a step with linked premises gets a twig of its own."""

    def __init__(
        self, graph: Graph, standing: Standing, essay: Essay, screen: Screen, *, cut: bool
    ) -> None:
        self._graph = graph
        self._standing = standing
        self._essay = essay
        self._screen = screen
        self._cut = cut
        self._places: list[tuple[int, int]] = []
        """At each level of the outline: the depth of the last statement, and of what its step's
        undercuts hang from."""

    def twigs(self, rows: Sequence[Row]) -> list[_Entry]:
        return [entry for row in rows for entry in self._entries(row)]

    def _entries(self, row: Row) -> Iterator[_Entry]:
        if row.argument is None or row.kind is None:
            self._places = [(0, 0)]
            yield self._statement(row, 0, ())
            return
        step = self._graph.arguments[row.argument]
        is_linked = len(step.premises) > 1
        if row.begins_item:
            del self._places[row.depth :]
            above = self._places[-1][row.kind is Kind.UNDERCUT] + 1
            if is_linked:
                yield _Entry(Twig(above, _step_runs(step, ", together")), None)
            self._places.append((above + is_linked, above))
        before = () if is_linked else _step_runs(step, "")
        yield self._statement(row, self._places[row.depth][0], before)

    def _statement(self, row: Row, depth: int, before: tuple[Run, ...]) -> _Entry:
        statement = self._graph.statements[row.statement]
        status = self._standing.statuses[row.statement]
        name = self._essay.name_of(row.statement)
        text = (*before, *statement_runs(statement, status, name, self._screen))
        remarks = [*self._remarks(row, statement)]
        if remarks:
            text = (*text, Run(f"  {', '.join(remarks)}", FAINT))
        return _Entry(Twig(depth, text), status)

    def _remarks(self, row: Row, statement: Statement) -> Iterator[str]:
        if statement.role is Role.CLAIM and statement.essay == self._essay.slug:
            yield f"point {statement.point}"
        if statement.implicit:
            yield "implicit"
        if statement.by:
            yield f"held by {statement.by}"
        if statement.essay != self._essay.slug and self._graph.bearing_on(statement.key):
            yield f"see essay {statement.essay}"
        if row.again and row.statement != self._essay.contention:
            yield "see above"
        elif row.again:
            yield "the contention"
        elif row.continues and self._cut:
            yield f"{self._screen.signs.more} {row.pro} for it, {row.con} against it"
        elif row.continues:
            yield "continued below"


def _step_runs(step: Argument, after: str) -> tuple[Run, ...]:
    facts = [*([f"weight {step.weight:g}"] if step.weight != 1 else ()), step.label]
    said = ", ".join(fact for fact in facts if fact)
    aside = f" ({said})" if said else ""
    return (Run(f"{relation(ENGLISH, step.kind)}{after}{aside}:", BOLD), Run(" "))


def _kept(entries: Sequence[_Entry], statuses: Collection[Status]) -> list[_Entry]:
    """Return the entries of some statuses, and those above them; all where none is looked for."""
    if not statuses:
        return list(entries)
    kept: list[_Entry] = []
    wanted = -1
    """The depth at which an entry is kept for the sake of one below it."""
    for entry in reversed(entries):
        depth = entry.twig.depth
        if entry.status in statuses or depth == wanted:
            kept.append(entry)
            wanted = depth - 1
    return kept[::-1]
