"""How far a build is, shown on a terminal once it has taken a second."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:  # rich is loaded only where something is shown: a cold start must be fast
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds before anything is shown."""

_INTERVAL = 0.1
"""Seconds between two pictures."""


class Meter:
    """A bar on stderr; call it with what is done, how many, and of how many."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._next = monotonic() + _PATIENCE
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done of what is called `what`."""
        if not self._shown or (monotonic() < self._next and done < total):
            return
        if self._bar is None:
            if monotonic() < self._next:
                return
            self._bar = _start()
        self._next = monotonic() + _INTERVAL
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(what)
        self._bar.update(self._tasks[what], completed=done, total=total)
        self._bar.refresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _start() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # no thread: a build may fork
    )
    bar.start()
    return bar
