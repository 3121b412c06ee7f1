"""Draw charts, in order, each laid out within a time limit.

Trees are laid out without Graphviz, other small charts by it in this process, which takes
milliseconds, large ones by processes beside it that can be stopped (`crew.py`), and none that was
laid out before. Nothing is started before it is needed, so an engine costs nothing to make and may
be taken along into a forked process.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from argsite.diagram.chart import Chart
from argsite.diagram.layout import Layout, TooSlow, has_library, lay_out_here
from argsite.diagram.layouts import Layouts
from argsite.diagram.plan import Drawing, Plan, Sheet, draw, lay_down, lay_out_alone, plan, settle
from argsite.diagram.shape import Shape, shape_of

if TYPE_CHECKING:  # loaded where a large chart is laid out
    from concurrent.futures import Future

    from argsite.diagram.crew import Crew

_AHEAD = 100
"""How many charts are taken while a large one is laid out."""

_SMALL = 1500
"""Names and edges in the DOT text of a chart that is laid out in this process.

Graphviz' time grows faster than these do. Of all kinds of graphs so large that were tried, dense,
wide, deep and random, none takes it half a second. The map of a hundred statements has 400 to 700.
"""

_MOST_HELD = 60_000
"""Boxes and ends of lines in all sheets that are kept in memory: some twenty megabytes."""


class _Task(NamedTuple):
    """A chart that was taken and not yet answered."""

    chart: Chart
    shape: Shape
    sheet: Sheet | None
    """None where its layout is still being made."""


class Engine:
    """Draws charts; a context manager that leaves no process behind."""

    def __init__(
        self,
        limit_seconds: float = 10.0,
        workers: int | None = None,
        layouts: Layouts | None = None,
    ) -> None:
        """Give each layout `limit_seconds`; start at most `workers` processes (default: cores).

        `layouts` holds those known before, and is added to.
        """
        self.layouts = layouts or Layouts()
        self._limit = limit_seconds
        self._workers = workers or os.cpu_count() or 1
        self._sheets: dict[Shape, Sheet] = {}
        self._coming: dict[Shape, Future[Layout | TooSlow]] = {}
        """Layouts that are being made, and those that took too long."""
        self._held = 0
        self._crew: Crew | None = None
        self._process = os.getpid()

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
        self._settle_in()
        if self._crew:
            self._crew.close()
        self._crew = None
        self._coming.clear()

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Yield the drawing of each chart, in order, or TooSlow.

        Charts are taken one by one, and ahead only while a large one is laid out. LayoutError where
        Graphviz is missing or fails.
        """
        self._settle_in()
        ahead: deque[_Task] = deque()
        for chart in charts:
            ahead.append(self._begin(chart))
            while ahead and (self._is_ready(ahead[0]) or len(ahead) > _AHEAD):
                yield self._finish(ahead.popleft())
        while ahead:
            yield self._finish(ahead.popleft())

    def _settle_in(self) -> None:
        """Leave the crew to the process that started it, where this one was forked from that."""
        if self._process != os.getpid():
            self._process = os.getpid()
            self._crew = None
            self._coming.clear()

    def _begin(self, chart: Chart) -> _Task:
        """Take a chart; have it laid out beside this process where that is its place."""
        shape = shape_of(chart)
        sheet = self._sheets.get(shape)
        if sheet:
            return _Task(chart, shape, sheet)
        planned = plan(shape)
        layout = lay_out_alone(planned) or self.layouts.find(planned)
        if layout is None and has_library() and _size(planned) <= _SMALL:
            layout = self._settled(planned, lay_out_here(planned.dot))
        if layout is None:
            if shape not in self._coming:
                self._coming[shape] = self._ask(planned.dot)
            return _Task(chart, shape, None)
        return _Task(chart, shape, self._lay_down(planned, layout))

    def _is_ready(self, task: _Task) -> bool:
        coming = self._coming.get(task.shape)
        return bool(task.sheet) or coming is None or coming.done()

    def _finish(self, task: _Task) -> Drawing | TooSlow:
        sheet = task.sheet or self._sheets.get(task.shape)
        if sheet:
            return draw(task.chart, sheet)
        planned = plan(task.shape)
        layout = self.layouts.find(planned)
        if layout is None:
            answer = self._coming[task.shape].result()
            if isinstance(answer, TooSlow):
                return answer
            layout = self._settled(planned, answer)
            del self._coming[task.shape]
        return draw(task.chart, self._lay_down(planned, layout))

    def _ask(self, dot: str) -> Future[Layout | TooSlow]:
        from argsite.diagram.crew import Crew

        if self._crew is None:
            self._crew = Crew(self._workers, self._limit)
        return self._crew.ask(dot)

    def _settled(self, planned: Plan, layout: Layout) -> Layout:
        settled = settle(planned, layout)
        self.layouts.keep(planned, settled)
        return settled

    def _lay_down(self, planned: Plan, layout: Layout) -> Sheet:
        self._held += planned.shape.size()
        if self._held > _MOST_HELD:
            self._sheets.clear()
            self._held = planned.shape.size()
        sheet = self._sheets[planned.shape] = lay_down(planned, layout)
        return sheet


def _size(planned: Plan) -> int:
    skeleton = planned.skeleton
    return len(skeleton.ranks) + sum(len(line.passing) + 1 for line in skeleton.lines)
