"""Draw many charts, in order, each laid out within a time limit.

A few small ones are drawn in this process. Large ones, and all of them where they are many, go to
processes beside it (`crew.py`), so that the caller works on while they are drawn.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import Self

from argsite.diagram.chart import Chart
from argsite.diagram.crew import Crew
from argsite.diagram.layout import Layout, TooSlow, has_library
from argsite.diagram.plan import Drawing, draw_here

_AHEAD = 512
"""How many charts are taken before the first is answered."""

_MANY = 300
"""From so many charts on, starting processes pays."""

_SMALL = 300
"""Boxes and lines of a chart that takes a few hundredths of a second."""

_BATCH = 16
"""Small charts that go to a process together."""


@dataclass(slots=True)
class _Batch:
    """Charts that go to a process together."""

    charts: list[Chart] = field(default_factory=list)
    coming: Future[list[Drawing | TooSlow]] | None = None
    """The answers, once they are asked for."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A chart that was taken and not yet answered."""

    chart: Chart
    batch: _Batch | None
    """None where it is drawn in this process, when its turn comes."""

    place: int = 0
    """Its place in the batch."""


class Engine:
    """Draws charts; a context manager that leaves no process behind."""

    def __init__(self, limit_seconds: float = 10.0, workers: int | None = None) -> None:
        """Give each layout `limit_seconds`; start at most `workers` processes (default: cores)."""
        self._limit = limit_seconds
        self._workers = workers or os.cpu_count() or 1
        self._known: dict[str, Layout] = {}
        self._batch = _Batch()
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
        self._batch = _Batch()

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Yield the drawing of each chart, in order, or TooSlow.

        LayoutError where Graphviz is missing or fails.
        """
        rest = iter(charts)
        first = list(islice(rest, _AHEAD))
        many = len(first) >= _MANY
        ahead = deque([self._start(chart, many=many) for chart in first])
        while ahead:
            ahead.extend(self._start(chart, many=many) for chart in islice(rest, 1))
            yield self._finish(ahead.popleft())

    def _start(self, chart: Chart, *, many: bool) -> _Task:
        """Send a chart to a process where that is its place."""
        if not has_library() or _size(chart) >= _SMALL:
            alone = _Batch([chart])
            self._send(alone)
            return _Task(chart, alone)
        if not many:
            return _Task(chart, None)
        batch = self._batch
        batch.charts.append(chart)
        if len(batch.charts) == _BATCH:
            self._send(batch)
            self._batch = _Batch()
        return _Task(chart, batch, len(batch.charts) - 1)

    def _send(self, batch: _Batch) -> Future[list[Drawing | TooSlow]]:
        if self._crew is None:
            self._crew = Crew(self._workers, self._limit)
        batch.coming = self._crew.ask(tuple(batch.charts))
        return batch.coming

    def _finish(self, task: _Task) -> Drawing | TooSlow:
        if task.batch is None:
            return draw_here(task.chart, self._known)
        coming = task.batch.coming
        if coming is None:  # nothing follows that could fill the batch
            coming = self._send(task.batch)
            self._batch = _Batch()
        return coming.result()[task.place]


def _size(chart: Chart) -> int:
    return len(chart.nodes) + sum(len(step.premises) + 1 for step in chart.steps)
