"""What stands in the output folder, seen without ever looking through a link."""

from __future__ import annotations

import os
import stat
from collections.abc import Set as AbstractSet
from pathlib import Path

from argsite.output.file import digest, folders


class Present:
    """A folder at one moment; paths are relative to it. Make a new one after a change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Texts, since a path object costs more than what the system does with it.
        self._beginning = f"{folder}/"
        self._real: dict[str, bool] = {}

    def name(self, path: str) -> str:
        """Return how messages call what stands at `path`."""
        return str(self.folder / path)

    def is_there(self, path: str) -> bool:
        """Say whether anything stands at `path`."""
        return self._stat(path) is not None

    def is_folder(self, path: str) -> bool:
        """Say whether a real folder stands at `path`, not a link to one."""
        found = self._stat(path)
        return found is not None and stat.S_ISDIR(found.st_mode)

    def is_file(self, path: str) -> bool:
        """Say whether a real file stands at `path`, not a link to one."""
        return self._file(path) is not None

    def has(self, path: str, data: bytes) -> bool:
        """Say whether a real file with these bytes stands at `path`."""
        found = self._file(path)
        if found is None or found.st_size != len(data):
            return False
        return self._read(path) == data

    def has_hash(self, path: str, hashes: AbstractSet[str]) -> bool:
        """Say whether a real file with one of these hashes stands at `path`."""
        return self.is_file(path) and digest(self._read(path)) in hashes

    def is_same(self, path: str, other: str) -> bool:
        """Say whether the file system takes two spellings for one file."""
        one, two = self._stat(path), self._stat(other)
        return one is not None and two is not None and os.path.samestat(one, two)

    def entries(self, path: str) -> list[str]:
        """Return the paths of all files, folders and links inside folder `path`, at any depth."""
        found = []
        for base, inner, names in os.walk(self.folder / path):
            at = Path(base).relative_to(self.folder).as_posix()
            found += [f"{at}/{name}" for name in sorted(inner + names)]
        return found

    def _read(self, path: str) -> bytes:
        with open(self._beginning + path, "rb", buffering=0) as file:  # noqa: PTH123 - see above
            return file.read()

    def _file(self, path: str) -> os.stat_result | None:
        found = self._stat(path)
        return found if found is not None and stat.S_ISREG(found.st_mode) else None

    def _stat(self, path: str) -> os.stat_result | None:
        folder = path.rpartition("/")[0]
        if folder and not self._is_real(folder):
            return None
        return self._lstat(path)

    def _is_real(self, folder: str) -> bool:
        """Say whether a folder is a real one, as are all that it stands in."""
        known = self._real.get(folder)
        if known is None:
            found = map(self._lstat, (folder, *folders(folder)))
            known = all(each is not None and stat.S_ISDIR(each.st_mode) for each in found)
            self._real[folder] = known
        return known

    def _lstat(self, path: str) -> os.stat_result | None:
        try:
            return os.lstat(self._beginning + path)
        except (FileNotFoundError, NotADirectoryError):
            return None
