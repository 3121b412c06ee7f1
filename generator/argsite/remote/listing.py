"""What stands in a store's folder, asked as if it were one of this machine."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from argsite.output.file import folders
from argsite.output.present import Present
from argsite.remote.address import Address
from argsite.remote.store import Entry


class Listing(Present):
    """A store's folder at one moment, so that the rules for local folders hold for it."""

    def __init__(
        self, address: Address, files: Mapping[str, Entry], hashes: Mapping[str, str]
    ) -> None:
        """Know the files, and the hashes of those of which `has_hash` will be asked."""
        super().__init__(Path())
        self._address = address
        self._files = files
        self._hashes = hashes
        self._folders = {folder for path in files for folder in folders(path)}

    def name(self, path: str) -> str:
        """Return how messages call what stands at `path`."""
        return f"{self._address}/{path}"

    def is_there(self, path: str) -> bool:
        """Say whether anything stands at `path`."""
        return path in self._files or path in self._folders

    def is_folder(self, path: str) -> bool:
        """Say whether files stand in a folder at `path`."""
        return path in self._folders

    def is_file(self, path: str) -> bool:
        """Say whether a file stands at `path`."""
        return path in self._files and self._files[path].is_plain

    def has(self, path: str, data: bytes) -> bool:
        """Say whether a file of this size stands at `path`; its bytes are not fetched for that."""
        return self.is_file(path) and self._files[path].size == len(data)

    def has_hash(self, path: str, hashes: AbstractSet[str]) -> bool:
        """Say whether a file with one of these hashes stands at `path`."""
        return self._hashes.get(path) in hashes

    def is_same(self, path: str, other: str) -> bool:
        """Say whether two paths are one; stores tell all spellings apart."""
        return path == other

    def entries(self, path: str) -> list[str]:
        """Return the paths of all files and folders inside folder `path`, at any depth."""
        inside = f"{path}/"
        return sorted(each for each in {*self._files, *self._folders} if each.startswith(inside))
