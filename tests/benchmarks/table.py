"""The result as tables: medians, ratios to Hugo, how time grows, and whether targets are met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.argsite_site import WITH, WITHOUT
from tests.benchmarks.builders import FULL, STATEMENT, TASKS, TEMPLATE, UNCHANGED, Timing
from tests.benchmarks.hugo_site import SAME, SMALL
from tests.benchmarks.measure import Run

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached, as a part of what Hugo needs for a full build of the same pages."""

    builder: str
    """Whose."""

    task: str
    """At what."""

    most: float
    """So many times Hugo's seconds."""


TARGETS = (
    Target(WITH, FULL, 1.5),
    Target(WITHOUT, FULL, 1.1),
    Target(WITH, UNCHANGED, 0.06),
    Target(WITH, STATEMENT, 0.12),
    Target(WITH, TEMPLATE, 1.0),
)
"""At 10,000 statements on two processors."""

MEMORY = 0.6
"""How much of Hugo's memory Argsite may have."""

GROWTH = 11.0
"""How many times longer ten times the statements may take."""


def middle(runs: Sequence[Run]) -> Run:
    """Return the medians of several runs, and the most memory."""
    return Run(
        median(each.seconds for each in runs),
        median(each.processor for each in runs),
        max(each.megabytes for each in runs),
    )


class Results:
    """The middle of all runs of each builder, size and task."""

    def __init__(self, timings: Iterable[Timing]) -> None:
        """Gather the runs."""
        runs: dict[tuple[str, int, str], list[Run]] = {}
        for each in timings:
            runs.setdefault((each.builder, each.size, each.task), []).append(each.run)
        self._middle = {key: middle(every) for key, every in runs.items()}

    def get(self, builder: str, size: int, task: str) -> Run | None:
        """Return the middle of some runs; None where there was none."""
        return self._middle.get((builder, size, task))

    @property
    def builders(self) -> tuple[str, ...]:
        """The builders, in the order of their first runs."""
        return tuple(dict.fromkeys(builder for builder, _, _ in self._middle))

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of sites, from small to large."""
        return tuple(sorted({size for _, size, _ in self._middle}))


def of_size(results: Results, size: int) -> list[Row]:
    """Return the table for sites of one size: each builder with each task."""
    rows: list[Row] = [
        ("", "", "seconds", "processor s", "MB", "to Hugo", "processor s to Hugo", "to Hugo, small")
    ]
    same, small = (results.get(name, size, FULL) for name in (SAME, SMALL))
    for builder in results.builders:
        for task in TASKS:
            run = results.get(builder, size, task)
            if run:
                rows.append(
                    (
                        builder,
                        task,
                        *(f"{run.seconds:.2f}", f"{run.processor:.2f}", f"{run.megabytes:.0f}"),
                        _ratio(run, same),
                        f"{run.processor / same.processor:.2f}" if same else "",
                        _ratio(run, small),
                    )
                )
    return rows


def growth(results: Results) -> list[Row]:
    """Return the table of full builds by size, with how much longer the larger ones take."""
    sizes = results.sizes
    rows: list[Row] = [("full build, seconds (processor s, MB)", *(f"{size:,}" for size in sizes))]
    for builder in results.builders:
        cells = []
        before: tuple[int, Run] | None = None
        for size in sizes:
            run = results.get(builder, size, FULL)
            if run is None:
                cells.append("")
                continue
            times = f", {run.seconds / before[1].seconds:.1f} times" if before else ""
            cells.append(f"{run.seconds:.2f} ({run.processor:.2f}, {run.megabytes:.0f}){times}")
            before = size, run
        rows.append((builder, *cells))
    return rows


def judged(results: Results, size: int) -> list[Row]:
    """Return the table of targets: what was to be reached, what was, and whether it is."""
    rows: list[Row] = [("to Hugo, the same pages", "target", "measured", "")]
    hugo = results.get(SAME, size, FULL)
    if hugo is None:
        return rows
    for target in TARGETS:
        run = results.get(target.builder, size, target.task)
        if run:
            ratio = run.seconds / hugo.seconds
            rows.append(_judged(f"{target.builder}: {target.task}", target.most, ratio))
    own = [run for task in TASKS if (run := results.get(WITH, size, task))]
    if own:
        ratio = max(run.megabytes for run in own) / hugo.megabytes
        rows.append(_judged(f"{WITH}: memory", MEMORY, ratio))
    larger, smaller = results.get(WITH, size * 10, FULL), results.get(WITH, size, FULL)
    if larger and smaller:
        name = f"{WITH}: {size * 10:,} statements to {size:,}"
        rows.append(_judged(name, GROWTH, larger.seconds / smaller.seconds))
    return rows


def _judged(name: str, most: float, measured: float) -> Row:
    return name, f"≤ {most:g}", f"{measured:.2f}", "met" if measured <= most else "not met"


def _ratio(run: Run, other: Run | None) -> str:
    return f"{run.seconds / other.seconds:.2f}" if other else ""


def as_text(rows: Sequence[Row]) -> str:
    """Return a table for a terminal."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        lines.append("  ".join([first[0].ljust(first[1]), *(c.rjust(w) for c, w in rest)]))
    return "\n".join(lines)


def as_markdown(rows: Sequence[Row]) -> str:
    """Return a table in Markdown: the first column to the left, the others to the right."""
    head, *rest = rows
    lines = [head, ("---", *("---:" for _ in head[1:])), *rest]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)
