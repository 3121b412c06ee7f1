"""Templates as code, kept from one run to the next: compiling them takes longer than a small site.

What is kept is run, so it must come from nobody else. It is in a folder of the user's own, never in
that of a site, which may have been made by a stranger. Where that folder or a file in it belongs to
another user or can be written by one, or nothing can be written, templates are compiled anew.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from argsite.users_cache import users_cache

_MOST = 300
"""Templates that are kept, in all their states and languages; the oldest go."""

_DIGEST = 32
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MAKERS = ("compiler.py", "composition.py", "press.py")
"""Modules of ours that say what code is made of a template."""


class Compiled(BytecodeCache):
    """The code of templates."""

    def __init__(self, words: str, folder: Path | None = None) -> None:
        """Keep templates in `folder`, or in the user's own.

        `words` tells what of a language was put into them.
        """
        self._folder = _trusted(folder or users_cache("templates"))
        self._is_pruned = False
        self._made_with = _digest(words.encode(), _maker()) if self._folder else b""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is called, for messages too."""
        return f"{name}\n{filename}"

    def get_source_checksum(self, source: str) -> str:
        """Return what tells a state of a template from all others."""
        return sha256(source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code where it is kept."""
        if self._folder is None:
            return
        name = self._name(bucket)
        entry = _read(self._folder / name)
        # A file that was torn could bring Python down.
        if entry[:_DIGEST] == _digest(name.encode(), entry[_DIGEST:]):
            with suppress(EOFError, TypeError, ValueError):
                bucket.code = marshal.loads(entry[_DIGEST:])  # noqa: S302 - the user's own, see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if self._folder is None or bucket.code is None:
            return
        name, data = self._name(bucket), marshal.dumps(bucket.code)
        with suppress(OSError):
            _write(self._folder / name, _digest(name.encode(), data) + data)
            if not self._is_pruned:
                self._is_pruned = True
                _prune(self._folder)

    def _name(self, bucket: Bucket) -> str:
        named = _digest(self._made_with, bucket.key.encode(), bucket.checksum.encode())
        return named.hex()


def _maker() -> bytes:
    """Return what else the code of a template depends on."""
    made_by = [Path(__file__).with_name(name).read_bytes() for name in _MAKERS]
    # Asking the installation takes longer, and newer releases of Jinja may make it necessary.
    jinja = vars(jinja2).get("__version__") or _installed("jinja2")
    return _digest(MAGIC_NUMBER, jinja.encode(), *made_by)


def _installed(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def _trusted(folder: Path | None) -> Path | None:
    """Return the folder, made where it is missing; None where it is not this user's alone."""
    if folder is None:
        return None
    try:
        above = next(each for each in folder.parents if each.exists())
        if folder.exists() or _is_own(above.stat()):
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            if all(_is_own(each.lstat(), stat.S_IFDIR) for each in (folder, folder.parent)):
                return folder
    except OSError:
        pass
    return None


def _is_own(facts: os.stat_result, kind: int = 0) -> bool:
    """Say whether a file or folder, of this kind if any, is this user's and nobody else's."""
    if kind and stat.S_IFMT(facts.st_mode) != kind:
        return False
    if sys.platform == "win32":
        # Modes say nothing there, and the user's folder is closed to others.
        return True
    return facts.st_uid == os.geteuid() and not facts.st_mode & _OTHERS_MAY_WRITE


def _read(path: Path) -> bytes:
    """Return what a file of the user's holds; nothing where there is none."""
    with suppress(OSError), os.fdopen(os.open(path, os.O_RDONLY | _AS_IT_IS), "rb") as file:
        if _is_own(os.fstat(file.fileno()), stat.S_IFREG):
            return file.read()
    return b""


def _write(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody reads half of it."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AS_IT_IS
    with os.fdopen(os.open(beside, flags, 0o600), "wb") as file:
        file.write(data)
    beside.replace(path)


def _prune(folder: Path) -> None:
    kept = [(each.stat().st_mtime, each.path) for each in os.scandir(folder)]
    for _, path in sorted(kept)[:-_MOST]:
        Path(path).unlink(missing_ok=True)


def _digest(*parts: bytes) -> bytes:
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()
