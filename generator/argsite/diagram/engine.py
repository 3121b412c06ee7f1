"""Draw many charts, in order, each laid out within a time limit and remembered by its DOT text.

A few small graphs are laid out in this process. Large ones, and all of them where they are many,
go to processes beside it (`crew.py`).
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from types import TracebackType
from typing import Self

from argsite.diagram.chart import Chart
from argsite.diagram.crew import Crew
from argsite.diagram.layout import Layout, TooSlow, has_library, lay_out_here
from argsite.diagram.plan import Drawing, Plan, draw, plan, settle

_AHEAD = 512
"""How many charts are taken before the first is answered."""

_MANY = 300
"""From so many graphs on that are not known yet, starting processes pays."""

_SMALL = 8_000
"""Characters of DOT, some 300 boxes and lines, that take a few hundredths of a second."""

_BATCH = 16
"""Small graphs that go to a process together."""


class Engine:
    """Draws charts; a context manager that leaves no process behind."""

    def __init__(self, limit_seconds: float = 10.0, workers: int | None = None) -> None:
        """Give each layout `limit_seconds`; start at most `workers` processes (default: cores)."""
        self._limit = limit_seconds
        self._workers = workers or os.cpu_count() or 1
        self._known: dict[str, Layout | TooSlow] = {}
        self._coming: dict[str, tuple[Future[list[Layout | TooSlow]], int]] = {}
        self._batch: list[str] = []
        self._crew: Crew | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop all processes, also those at work."""
        if self._crew:
            self._crew.close()
        self._crew = None
        self._coming.clear()
        self._batch.clear()

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Yield the drawing of each chart, in order, or TooSlow.

        LayoutError where Graphviz is missing or fails.
        """
        for planned, layout in self.lay_out(map(plan, charts)):
            yield draw(planned, layout) if isinstance(layout, Layout) else layout

    def lay_out(self, plans: Iterable[Plan]) -> Iterator[tuple[Plan, Layout | TooSlow]]:
        """Yield each plan with its layout, in order, or with TooSlow.

        LayoutError where Graphviz is missing or fails.
        """
        rest = iter(plans)
        ahead = deque(islice(rest, _AHEAD))
        many = len({planned.dot for planned in ahead} - self._known.keys()) >= _MANY
        for planned in ahead:
            self._start(planned.dot, many=many)
        while ahead:
            for planned in islice(rest, 1):
                ahead.append(planned)
                self._start(planned.dot, many=many)
            planned = ahead.popleft()
            yield planned, self._finish(planned)

    def _start(self, dot: str, *, many: bool) -> None:
        """Send a graph to a process where that is its place."""
        if dot in self._known or dot in self._coming or dot in self._batch:
            return
        if not has_library() or len(dot) >= _SMALL:
            self._send([dot])
        elif many:
            self._batch.append(dot)
            if len(self._batch) >= _BATCH:
                self._send(self._batch)
                self._batch = []

    def _send(self, dots: list[str]) -> None:
        if self._crew is None:
            self._crew = Crew(self._workers, self._limit)
        coming = self._crew.ask(tuple(dots))
        for place, dot in enumerate(dots):
            self._coming[dot] = coming, place

    def _finish(self, planned: Plan) -> Layout | TooSlow:
        dot = planned.dot
        if dot not in self._known:
            if dot in self._coming:
                coming, place = self._coming.pop(dot)
                answer = coming.result()[place]
            else:
                answer = lay_out_here(dot)
            self._known[dot] = settle(planned, answer) if isinstance(answer, Layout) else answer
        return self._known[dot]
