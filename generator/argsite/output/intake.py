"""Where the files of a site are handed in, by one process or several: each waits where it differs.

What stands in the output folder as it should is left there; anything else is written to staging.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from argsite.errors import OutputError
from argsite.output.fault import translated
from argsite.output.file import File, digest, folded, is_valid
from argsite.output.manifest import Manifest
from argsite.output.present import Present

Spellings = Mapping[str, str]
"""Each path as it is known, by what file systems may take for it."""


class Entry(NamedTuple):
    """A file of the site, handed in."""

    path: str
    """Where it stands in the site."""

    hashed: str
    """The hash of its bytes."""

    waits: str = ""
    """Its name in staging; empty where it stands in its place already."""


class Intake:
    """Takes files for an output folder, one at a time, and keeps none in memory."""

    def __init__(self, out: Path, staging: Path, spelled: Spellings, worker: str = "") -> None:
        """Compare with folder `out`, whose files are known as `spelled`; files wait in `staging`.

        `worker` tells the files of one process from those of others.
        """
        self.out = out
        self.staging = staging
        self._spelled = spelled
        self._worker = worker
        self._count = 0
        self._present = Present(out)
        self._beginning = f"{staging}/{worker}"

    def for_worker(self, worker: str) -> Intake:
        """Return an intake for another process, which has a name of its own."""
        return Intake(self.out, self.staging, self._spelled, f"{self._worker}{worker}")

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a file that was handed in."""
        with translated(self.out):
            place = self.staging / entry.waits if entry.waits else self.out / entry.path
            return place.read_bytes()

    def take(self, file: File) -> Entry:
        """Hand in a file. OutputError where the disk does not do what it should."""
        path, data = file
        if not is_valid(path):
            raise OutputError(f"{path!r} cannot be the path of a file in the site")
        hashed = digest(data)
        with translated(self.out):
            if self._spelled.get(folded(path), path) == path and self._present.has(path, data):
                return Entry(path, hashed)
            number = self._count
            self._count += 1
            if not _write(f"{self._beginning}{number}", data):
                raise OutputError(f"{path} reads back with other bytes; is the disk failing?")
        return Entry(path, hashed, f"{self._worker}{number}")


def _write(place: str, data: bytes) -> bool:
    """Write a file, and say whether it reads back as it was written."""
    with open(place, "w+b", buffering=0) as file:  # noqa: PTH123 - a path is slower than the disk
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        file.seek(0)
        return file.read() == data


def spellings(before: Manifest) -> Spellings:
    """Return how each path was spelled; two spellings, left by a killed build, count as neither."""
    spelled: dict[str, str] = {}
    for path in before:
        name = folded(path)
        spelled[name] = path if name not in spelled else ""
    return spelled
