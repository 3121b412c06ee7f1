"""A store reached by fsspec: S3, Google Cloud Storage, Azure, SFTP, memory and others."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from functools import partial
from threading import RLock
from typing import Any, TypeVar

from argsite.errors import SetupError
from argsite.output.media_type import media_type
from argsite.remote.address import Address
from argsite.remote.fault import tried
from argsite.remote.loop import close, running
from argsite.remote.store import Entry, Store

Value = TypeVar("Value")

_AT_ONCE = 16
"""Requests that are under way at the same time."""

_TYPED: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "s3": lambda kind: {"ContentType": kind},
    "s3a": lambda kind: {"ContentType": kind},
    "gs": lambda kind: {"content_type": kind},
    "gcs": lambda kind: {"content_type": kind},
    "az": lambda kind: {"content_settings": {"content_type": kind}},
    "abfs": lambda kind: {"content_settings": {"content_type": kind}},
}
"""How a store is told a file's media type; the others guess it or have none."""


def _untyped(_kind: str) -> dict[str, Any]:
    return {}


_MARKS = ("ETag", "etag", "md5Hash", "generation", "checksum", "sha", "CRC")
_TIMES = ("LastModified", "last_modified", "mtime", "updated", "modified", "created")
_MD5 = re.compile(r'"?([0-9a-f]{32})"?')


@contextmanager
def opened(address: Address) -> Iterator[Store]:
    """Give the store at an address; afterwards no connection and no thread of it is left."""
    kind = _kind(address)
    if not kind.async_impl:
        yield _FileSystem(_connected(address, kind), kind, address)
        return
    with running() as loop:
        system = _connected(address, kind, loop=loop)
        try:
            yield _FileSystem(system, kind, address)
        finally:
            close(system)


class _FileSystem:
    """A folder in one of fsspec's file systems."""

    def __init__(self, system: Any, kind: Any, address: Address) -> None:  # noqa: ANN401 - fsspec has no types
        self.address = address
        self._system = system
        self._base = str(kind._strip_protocol(address.text)).rstrip("/")  # noqa: SLF001 - fsspec's documented way
        self._is_flat = kind.async_impl and _lists_flat(kind)
        self.parallel = _AT_ONCE if kind.async_impl else 1
        self._type = _TYPED.get(address.scheme, _untyped)
        self._made: set[str] = set()
        # Connections that work one call at a time are not shared by two threads.
        self._turn = nullcontext() if kind.async_impl else RLock()

    def files(self, folder: str = "") -> Mapping[str, Entry]:
        """Return all files below `folder`, at any depth; nothing where it is not there."""
        with suppress(FileNotFoundError):
            return self._found(folder, lambda: dict(self._walk(folder)))
        return {}

    def top(self) -> list[str]:
        """Return the names of files and folders right in the store's folder."""
        with suppress(FileNotFoundError):
            found = self._found("", lambda: self._system.ls(self._base, detail=True))
            return sorted({self._relative(each["name"]).strip("/") for each in found} - {""})
        return []

    def entry(self, path: str) -> Entry | None:
        """Return what is told of one file; None where there is none."""
        with suppress(FileNotFoundError):
            told = self._found(path, lambda: self._system.info(self._place(path)))
            return None if told["type"] == "directory" else _entry(told)
        return None

    def read(self, path: str, most: int | None = None) -> bytes | None:
        """Return a file's bytes, the first `most` of them; None where there is no such file."""
        part = {} if most is None else {"start": 0, "end": most}
        with suppress(FileNotFoundError):
            return self._found(
                path, lambda: bytes(self._system.cat_file(self._place(path), **part))
            )
        return None

    def write(self, path: str, data: bytes) -> None:
        """Put a file in place of what stands there."""
        self._put(path, data, {})

    def create(self, path: str, data: bytes) -> bool:
        """Put a file where none stands; False where one does, as far as the store can tell."""
        try:
            self._put(path, data, {"mode": "create"}, FileExistsError)
        except FileExistsError:
            return False
        return True

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""
        with suppress(FileNotFoundError):
            self._found(path, lambda: self._system.rm_file(self._place(path)), writes=True)

    def tidy(self, folder: str) -> None:
        """Remove a folder if it is empty and the store has folders at all."""
        if self._is_flat:
            return
        place = self._place(folder)
        self._made.discard(place)
        with suppress(FileNotFoundError):
            if not self._found(folder, lambda: self._system.ls(place, detail=False)):
                self._found(folder, lambda: self._system.rmdir(place), writes=True)

    def _put(self, path: str, data: bytes, how: Mapping[str, Any], *known: type[OSError]) -> None:
        place = self._place(path)
        told = {**self._type(media_type(path)), **how}
        if not self._is_flat:
            self._make_folder(place.rpartition("/")[0])
        work = partial(self._system.pipe_file, place, data, **told)
        with self._turn:
            tried(self.address, path, work, writes=True, known=known)

    def _make_folder(self, place: str) -> None:
        if place and place not in self._made:
            make = partial(self._system.makedirs, place, exist_ok=True)
            with self._turn:
                tried(self.address, "", make, writes=True)
            self._made.add(place)

    def _walk(self, folder: str) -> Iterator[tuple[str, Entry]]:
        """Yield the files below a folder; where a store lists all of them at once, so."""
        top = self._place(folder).rstrip("/")
        if self._is_flat:
            for name, told in self._system.find(top, detail=True).items():
                if told["type"] != "directory" and not name.endswith("/"):
                    yield self._relative(name), _entry(told)
            return
        waiting = [top]
        while waiting:
            place = waiting.pop()
            for told in self._system.ls(place, detail=True):
                if told["type"] == "directory":
                    waiting.append(told["name"])
                else:
                    yield self._relative(told["name"]), _entry(told)

    def _place(self, path: str) -> str:
        return f"{self._base}/{path}" if path else self._base

    def _relative(self, name: str) -> str:
        if not self._base:
            return name.removeprefix("/")
        if name.strip("/") == self._base.strip("/"):
            return ""
        head = f"{self._base.strip('/')}/"
        if not name.removeprefix("/").startswith(head):
            raise SetupError(f"{self.address} lists a file of another folder: {name}")
        return name.removeprefix("/").removeprefix(head)

    def _found(self, path: str, work: Callable[[], Value], *, writes: bool = False) -> Value:
        """Do what a missing file ends with FileNotFoundError."""
        with self._turn:
            return tried(self.address, path, work, writes=writes, known=(FileNotFoundError,))


def _kind(address: Address) -> Any:  # noqa: ANN401 - fsspec has no types
    """Return fsspec's class for an address; SetupError where a package is missing."""
    import fsspec

    try:
        return fsspec.get_filesystem_class(address.scheme)
    except ImportError as error:
        need = str(error).partition("\n")[0]
        if address.scheme in {"s3", "s3a"}:
            need = "run: pip install 'argsite[remote]'"
        raise SetupError(f"{address} needs a package that is not installed here; {need}") from error


def _connected(address: Address, kind: Any, **more: object) -> Any:  # noqa: ANN401 - fsspec has no types
    """Return a file system of our own, which remembers no listing."""
    options = kind._get_kwargs_from_urls(address.text)  # noqa: SLF001 - fsspec's documented way
    fresh = {"skip_instance_cache": True, "use_listings_cache": False}
    return tried(address, "", partial(kind, **options, **fresh, **more))


def _lists_flat(kind: Any) -> bool:  # noqa: ANN401 - fsspec has no types
    """Say whether the store is asked for all names below a folder in one go: it has no folders."""
    from fsspec.asyn import AsyncFileSystem

    return kind._find is not AsyncFileSystem._find  # noqa: SLF001 - where a file system says how it lists


def _entry(told: Mapping[str, Any]) -> Entry:
    marks = [f"{told[name]}".strip('"') for name in _MARKS if told.get(name)]
    times = [_time(told[name]) for name in _TIMES if told.get(name)]
    return Entry(
        size=int(told.get("size") or 0),
        mark=(marks or times or [""])[0],
        md5=_md5(told),
        is_plain=told["type"] == "file" and not told.get("islink"),
    )


def _time(value: object) -> str:
    """Return a time as text; listings and single answers of one store differ in its type."""
    return str(value.timestamp() if isinstance(value, datetime) else value)


def _md5(told: Mapping[str, Any]) -> str:
    found = _MD5.fullmatch(str(told.get("ETag", "")))
    if found:
        return found[1]
    with suppress(binascii.Error, ValueError):
        return base64.b64decode(str(told.get("md5Hash", "")), validate=True).hex()
    return ""
