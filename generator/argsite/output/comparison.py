"""What stands in an output folder, compared with what a build makes; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, zip_longest
from pathlib import Path
from typing import NamedTuple

from argsite.output.alone import alone
from argsite.output.fault import translated
from argsite.output.manifest import NAME, Manifest
from argsite.output.present import Present
from argsite.output.refusal import is_harmless, known


class Comparison(NamedTuple):
    """Where an output folder is not as a build would leave it; paths are relative to it."""

    files: int
    """How many files a build makes."""

    differing: Mapping[str, int]
    """Each file of other bytes, and the line on which they begin; 0 for what is no text, or no
    file at all."""

    missing: tuple[str, ...]
    """Files that are not there."""

    left: tuple[str, ...]
    """Files that an earlier build wrote and that are no longer part of the site."""

    foreign: tuple[str, ...]
    """Files of others, which a build leaves alone."""

    @property
    def is_equal(self) -> bool:
        """Whether a build would change nothing."""
        return not (self.differing or self.missing or self.left)


def compare(made: Path, out: Path) -> Comparison:
    """Compare folder `out` with the folder `made`, which holds what a build makes.

    SetupError where `out` is not ours; OutputError where another build is writing to it, or the
    disk does not do what it should.
    """
    with alone(out), translated(out):
        before, after = known(out), known(made)
        present = Present(out)
        differing: dict[str, int] = {}
        missing: list[str] = []
        for path in sorted([*after, NAME]):
            data = (made / path).read_bytes()
            if not present.is_there(path):
                missing.append(path)
            elif not present.is_file(path):
                differing[path] = 0
            elif not present.has(path, data):
                differing[path] = _line(data, (out / path).read_bytes())
        gone = sorted(before.keys() - after)
        left = tuple(path for path in gone if present.has_hash(path, before[path]))
        foreign = tuple(sorted(_strangers(present, after, left)))
        return Comparison(len(after), differing, tuple(missing), left, foreign)


def _line(one: bytes, other: bytes) -> int:
    """Return the number of the first line that is another; 0 for what is no text."""
    if b"\0" in one + other:
        return 0
    lines = zip(count(1), zip_longest(one.split(b"\n"), other.split(b"\n")), strict=False)
    return next(number for number, (first, second) in lines if first != second)


def _strangers(present: Present, after: Manifest, left: tuple[str, ...]) -> Iterator[str]:
    """Yield the paths of what others put there, but for what belongs beside any site."""
    ours = {*after, *left, NAME}
    for entry in present.folder.iterdir() if present.folder.is_dir() else ():
        if not is_harmless(entry):
            inside = present.entries(entry.name) if present.is_folder(entry.name) else ()
            found = (entry.name, *inside)
            yield from (path for path in found if path not in ours and not present.is_folder(path))
