"""A program with a site to build, the edits it is tried with, and how it is timed in turn."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks.measure import Run, run

FULL = "full"
UNCHANGED = "unchanged"
STATEMENT = "one statement edited"
TEMPLATE = "one template edited"

TASKS = (FULL, UNCHANGED, STATEMENT, TEMPLATE)
"""What is timed, in this order, each on what the one before has left."""


@dataclass(slots=True)
class Edit:
    """A passage of a file that can be written anew, as often as one likes."""

    path: Path
    """The file."""

    passage: str
    """What stands there at first; it ends with the sign that stays its end."""

    _first: str = ""
    """The file's text at first."""

    _times: int = 0
    """How often it was written anew."""

    def make(self) -> None:
        """Write the passage as it never was."""
        if not self._first:
            self._first = self.path.read_text(encoding="utf-8")
            assert self.passage in self._first, f"{self.path}: no {self.passage}"
        self._times += 1
        new = f"{self.passage[:-1]} {self._times}{self.passage[-1]}"
        self.path.write_text(self._first.replace(self.passage, new, 1), encoding="utf-8")

    def undo(self) -> None:
        """Write the file as it was at first."""
        if self._first:
            self.path.write_text(self._first, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that builds a site."""

    name: str
    """How the table names it."""

    command: Sequence[str]
    """How it is called."""

    folder: Path
    """Where it is called."""

    out: Path
    """Where it writes."""

    statement: Edit | None = None
    """A statement of the site."""

    template: Edit | None = None
    """The template of statements."""

    caches: tuple[Path, ...] = ()
    """What else it remembers between builds."""

    variables: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Of its environment."""

    def tasks(self) -> tuple[str, ...]:
        """Return what can be timed."""
        edits = {STATEMENT: self.statement, TEMPLATE: self.template}
        return tuple(task for task in TASKS if edits.get(task, True))

    def do(self, task: str) -> Run:
        """Build the site, after what belongs to the task."""
        if task == FULL:
            for folder in (self.out, *self.caches):
                _put_away(folder)
        elif task == STATEMENT and self.statement:
            self.statement.make()
        elif task == TEMPLATE and self.template:
            self.template.make()
        return run(self.command, self.folder, variables=self.variables)


@dataclass(frozen=True, slots=True)
class Timing:
    """One run of one builder."""

    builder: str
    """Its name."""

    size: int
    """How many statements the site has."""

    task: str
    """What it did."""

    run: Run
    """What that took."""


def _put_away(folder: Path) -> None:
    """Take a folder from its place without deleting it, until everything is measured.

    For some seconds after many files are deleted ext4 is slow to make new ones.
    """
    if folder.exists():
        away = tempfile.mkdtemp(prefix="away-", dir=folder.parent)
        folder.rename(Path(away) / folder.name)


def in_turn(
    builders: Sequence[Builder], size: int, runs: int, once: Collection[str] = ()
) -> Iterator[Timing]:
    """Let each builder do its tasks, one builder after another, so many times.

    Those named in `once` do them once.
    """
    try:
        for number in range(runs):
            for builder in builders:
                if number and builder.name in once:
                    continue
                for task in builder.tasks():
                    yield Timing(builder.name, size, task, builder.do(task))
    finally:
        for builder in builders:
            for edit in (builder.statement, builder.template):
                if edit:
                    edit.undo()
            for folder in (builder.out, *builder.caches):
                for away in folder.parent.glob("away-*"):
                    shutil.rmtree(away, ignore_errors=True)
