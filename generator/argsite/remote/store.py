"""What is asked of a place that keeps files: list, read, write, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from threading import Event
from typing import NamedTuple, Protocol

from argsite.remote.address import Address

Told = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and how many there will be."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Ignore how far the work is."""


class Entry(NamedTuple):
    """A file as the listing of a store tells of it."""

    size: int
    """How many bytes it has."""

    mark: str
    """What differs once the file is another; empty where the store tells nothing of the kind."""

    md5: str = ""
    """A text that is the MD5 of its bytes in many stores, in hexadecimal; empty where none is."""

    is_plain: bool = True
    """False for a link and whatever else is no file."""


class Store(Protocol):
    """A folder at some address; all paths are relative to it, with forward slashes.

    A failure is an ArgsiteError with one line. Where `parallel` is more than 1, the methods may be
    called by that many threads at once.
    """

    address: Address
    parallel: int

    def files(self, folder: str = "") -> Mapping[str, Entry]:
        """Return all files below `folder`, at any depth; nothing where it is not there."""

    def top(self) -> list[str]:
        """Return the names of files and folders right in the store's folder."""

    def entry(self, path: str) -> Entry | None:
        """Return what is told of one file; None where there is none."""

    def read(self, path: str, most: int | None = None) -> bytes | None:
        """Return a file's bytes, the first `most` of them; None where there is no such file."""

    def write(self, path: str, data: bytes) -> None:
        """Put a file in place of what stands there."""

    def create(self, path: str, data: bytes) -> bool:
        """Put a file where none stands; False where one does, as far as the store can tell."""

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""

    def tidy(self, folder: str) -> None:
        """Remove a folder if it is empty and the store has folders at all."""


def each(store: Store, paths: Iterable[str], work: Callable[[str], None]) -> None:
    """Do a piece of work for each path, several at once where the store allows it.

    After the first failure nothing new is begun, and it is raised once what was begun is done.
    """
    if store.parallel == 1:
        for path in paths:
            work(path)
        return
    over = Event()

    def begin(path: str) -> None:
        if over.is_set():
            return
        try:
            work(path)
        except BaseException:
            over.set()
            raise

    with ThreadPoolExecutor(store.parallel) as threads:
        begun = [threads.submit(begin, path) for path in paths]
        try:
            done, _ = wait(begun, return_when=FIRST_EXCEPTION)
        finally:
            threads.shutdown(wait=True, cancel_futures=True)
    for future in done:
        future.result()
