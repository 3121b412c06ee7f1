"""Which Argsite this is: its version, and its very code, which developers change between builds."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache

_NAME = "argsite"
_PACKAGED = ".dist-info"
_PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib is slow to load


@cache
def version() -> str:
    """Return the version that is installed.

    It stands in the name of a folder: `argsite-0.1.0.dist-info`. Only where there is none the
    standard library's own, slow way is gone.
    """
    for name in _packaged():
        if name.startswith(f"{_NAME}-"):
            return name[len(_NAME) + 1 : -len(_PACKAGED)]
    from importlib import metadata

    return metadata.version(_NAME)


@cache
def code() -> str:
    """Return a text that is another one where this is another version, or a file of it changed.

    What is remembered of one code is nothing to another. Its files are told by size and time, other
    packages by their versions, and Graphviz, where it is no package, as files are.
    """
    from hashlib import sha256  # not for `--version`, which must be fast

    packages = [*_packaged()]
    seen = [sys.version, sys.platform, *packages, *sorted(_files(_PACKAGE))]
    if not any(name.startswith("pygraphviz-") for name in packages):
        seen.append(_dot())
    return sha256("\n".join(seen).encode("utf-8", "backslashreplace")).hexdigest()


def installed(*packages: str) -> list[str]:
    """Return the packages of these names that are installed, each with its version.

    Others whose names begin so may be among them.
    """
    beginnings = tuple(f"{_folded(package)}_" for package in packages)
    return [name for name in _packaged() if _folded(name).startswith(beginnings)]


def _folded(name: str) -> str:
    return name.lower().replace("-", "_")


def _packaged() -> Iterator[str]:
    """Yield the names of the folders that are about packages, which have their versions."""
    for folder in sys.path:
        # One of them may be where the command was given, with any number of files.
        yield from sorted([name for name in _names(folder) if name.endswith(_PACKAGED)])


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 - as above
    except OSError:
        return []


def _dot() -> str:
    """Return which program lays out, with its size and when it was written; empty without one."""
    name = "dot.exe" if sys.platform == "win32" else "dot"
    for folder in os.get_exec_path():
        place = os.path.join(folder, name)  # noqa: PTH118 - as above
        if os.access(place, os.X_OK) and not os.path.isdir(place):  # noqa: PTH112 - as above
            state = os.stat(place)  # noqa: PTH116 - as above
            return f"{os.path.realpath(place)}:{state.st_size}:{state.st_mtime_ns}"
    return ""


def _files(top: str) -> Iterator[str]:
    """Yield the files below a folder, each with its size and when it was written."""
    folders = [top]
    for folder in folders:  # grows while it is walked
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    state = entry.stat()
                    yield f"{entry.path[len(top) :]}:{state.st_size}:{state.st_mtime_ns}"
                elif entry.name != "__pycache__":
                    folders.append(entry.path)
