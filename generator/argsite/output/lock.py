"""The lock file, written: what a site publishes is added to what it has published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from argsite import kept_file
from argsite.deeds import Recorded
from argsite.formats import lock


def record(root: Path, before: str | None, addresses: Iterable[str]) -> Recorded:
    """Add the addresses to the lock file of the site at `root`, in one step or not at all.

    `before` is its text as it was read; None where there is no such file.
    """
    text = lock.add(before or "", addresses)
    if text == before:
        return Recorded(0)
    added = len(_addresses(text) - _addresses(before or ""))
    fault = _write(root / lock.NAME, text.encode())
    return Recorded(0, fault=fault) if fault else Recorded(added, before is None)


def _addresses(text: str) -> set[str]:
    return {lock.address(line) for line in text.split("\n")} - {""}


def _write(path: Path, data: bytes) -> str:
    """Put the bytes in the place of the file; return why that cannot be done, or nothing."""
    try:
        kept_file.write(path, data, prefix=".")
    except OSError as error:
        return f"cannot write {path}: {error.strerror or error}"
    return ""
