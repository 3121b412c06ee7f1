"""Drawings kept by their charts: where the same is shown again, it is not drawn again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from argsite.diagram.chart import Chart
from argsite.diagram.engine import Engine
from argsite.diagram.layout import TooSlow
from argsite.diagram.plan import Drawing

_MOST = 500


class Album:
    """Draws charts as an engine does, one after the other, and keeps the drawings used last.

    An engine has the drawings of one state of a site; an album is for one that changes a little,
    again and again. What was too slow is kept, too: it would be too slow again.
    """

    def __init__(self, engine: Engine, most: int = _MOST) -> None:
        """Let `engine` draw; keep so many drawings."""
        self._engine = engine
        self._known = lru_cache(maxsize=most)(self._drawn)

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Yield the drawing of each chart, in order, or TooSlow; raises as the engine does."""
        return map(self._known, charts)

    def close(self) -> None:
        """Stop all processes, also those at work."""
        self._engine.close()

    def _drawn(self, chart: Chart) -> Drawing | TooSlow:
        (drawn,) = self._engine.draw([chart])
        return drawn
