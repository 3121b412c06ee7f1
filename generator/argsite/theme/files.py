"""The files in a theme's folder: none that a link brings in from outside the site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from argsite.errors import SetupError

LARGEST = 50_000_000
"""Bytes that a file of a theme may have."""


def files(folder: Path, within: Path | None = None) -> dict[str, Path]:
    """Return the files below `folder` by name, with forward slashes, without hidden ones.

    Raises `SetupError` where something cannot be read, or leads out of the folder `within`.
    """
    if not folder.is_dir():
        return {}
    named = {path.relative_to(folder).as_posix(): path for path in _walk(folder)}
    seen = {name: path for name, path in named.items() if not f"/{name}".count("/.")}
    if within:
        for path in seen.values():
            refuse_link(path, within)
    return {name: path for name, path in seen.items() if path.is_file()}


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name, without hidden entries; nothing where it is missing.

    Raises `SetupError` where it cannot be read.
    """
    if not folder.is_dir():
        return []
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise _unreadable(folder, error) from error


def refuse_link(path: Path, within: Path) -> None:
    """Raise `SetupError` where `path` is or lies behind a link that leads out of `within`."""
    try:
        leads_out = not path.resolve(strict=True).is_relative_to(within.resolve())
    except (OSError, RuntimeError) as error:  # before Python 3.13 a circle is a RuntimeError
        reason = error.strerror if isinstance(error, OSError) else "its links run in a circle"
        raise SetupError(f"{path} cannot be read: {reason}") from error
    if leads_out:
        raise SetupError(f"{path} is a link that leads out of the site's folder")


def read(path: Path) -> bytes:
    """Return what a theme's file holds; raises `SetupError` where it cannot be read."""
    try:
        _refuse_large(path)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def read_text(path: Path) -> str:
    """Return the text of a theme's file; raises `SetupError` where it cannot be read."""
    try:
        _refuse_large(path)
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SetupError(f"{path} is not UTF-8") from fault
    except OSError as error:
        raise _unreadable(path, error) from error


def _refuse_large(path: Path) -> None:
    if path.stat().st_size > LARGEST:
        raise SetupError(f"{path} is too large: over {LARGEST:,} bytes")


def _walk(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder, onerror=_refuse):
        yield from (Path(place) / name for name in sorted(names))


def _refuse(error: OSError) -> None:
    raise _unreadable(error.filename, error) from error


def _unreadable(path: Path | str, error: OSError) -> SetupError:
    return SetupError(f"{path} cannot be read: {error.strerror}")
