"""Changes to authors' files, shown before or after they are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import Path

from argsite.source import Manuscript


def diff(root: Path, before: Mapping[str, Manuscript], after: Iterable[Manuscript]) -> str:
    """Return what changes in files as a unified diff, which `patch -p0` understands."""
    parts: list[str] = []
    for each in after:
        name = (root / each.path).as_posix()
        lines = unified_diff(_rows(before[each.path]), _rows(each), name, name)
        for line in lines:
            ended = line.endswith("\n")
            parts.append(line if ended else f"{line}\n\\ No newline at end of file\n")
    return "".join(parts).rstrip("\n")


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rows(manuscript: Manuscript) -> list[str]:
    return [f"{row}\n" for row in manuscript.text.split("\n")[:-1]] + (
        [last] if (last := manuscript.text.split("\n")[-1]) else []
    )
