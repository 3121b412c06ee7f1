"""Jobs done in chunks, and what is told of each: here, in a process beside, or far away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from argsite.diagram import Engine, Portion
from argsite.numbers import packed
from argsite.output import Entry, File
from argsite.pages import Edition
from argsite.pages.job import Job, made


class Done(NamedTuple):
    """What a worker did with one job."""

    job: int
    """Its place among all jobs."""

    entries: tuple[Entry, ...]
    """Its files."""

    noted: bytes
    """The numbers of the statements that it looked at, packed."""

    others: tuple[str, ...]
    """What it looked at that is no statement."""


Chunk = Sequence[int]
"""Places of jobs that are done together."""

Result = tuple[list[Done], Portion]
"""What comes of a chunk: its jobs, and the layouts that were found."""

Take = Callable[[File], Entry]
"""Takes a file that is made."""


class Names:
    """Numbers for what jobs look at: statements first, in their order, then whatever comes."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Begin with the keys of statements, which all processes know alike."""
        self._numbers = {key: number for number, key in enumerate(keys)}

    def number(self, name: str) -> int:
        """Return the number of a name, a new one where it has none."""
        return self._numbers.setdefault(name, len(self._numbers))

    def split(self, noted: Iterable[str]) -> tuple[bytes, tuple[str, ...]]:
        """Return the numbers of some names, packed, and the names that have none yet."""
        names = list(noted)
        numbers = list(map(self._numbers.get, names))
        others = [name for name, number in zip(names, numbers, strict=True) if number is None]
        known = [number for number in numbers if number is not None]
        return packed(sorted(known)), tuple(sorted(others))

    def __iter__(self) -> Iterator[str]:
        """Go through the names in the order of their numbers."""
        return iter(self._numbers)


def do(  # noqa: PLR0913, PLR0917 - a chunk, whose it is, and the tools
    chunk: Chunk,
    jobs: Sequence[Job],
    edition: Edition,
    names: Names,
    engine: Engine,
    take: Take,
) -> Result:
    """Do a chunk of jobs; each file is taken as soon as it is made."""
    edition.forget()
    found = []
    for place in chunk:
        edition.noted.clear()
        files = [take(File(*page)) for page in made(jobs[place], engine)]
        found.append(Done(place, tuple(files), *names.split(edition.noted)))
    return found, engine.layouts.portion()
