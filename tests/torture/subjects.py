"""A small site before and after an edit, and what stands in a folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

BEFORE = {
    "content/site.yaml": "title: Parks\nurl: https://parks.example/\nchecks: {lost-id: off}\n",
    "content/about.md": "# About\n\nSee [the park](park/index.html).\n",
    "content/park/essay.yaml": (
        "title: A green park\n"
        "contention:\n"
        "  id: green\n"
        "  text: It is green.\n"
        "  premises:\n"
        "    - ref: alive\n"
    ),
    "content/park/1-grass.yaml": (
        "number: 1\n"
        "title: Grass\n"
        "prose: |\n"
        "  The grass [grows](#grass), so the park [is alive](#alive).\n"
        "claim:\n"
        "  id: alive\n"
        "  text: The park is alive.\n"
        "  premises:\n"
        "    - id: grass\n"
        "      text: The grass grows.\n"
    ),
    "content/pond/essay.yaml": (
        "title: The pond\ncontention:\n  id: deep\n  text: The pond is deep.\n"
    ),
}
"""Its files."""

CHANGED = {
    "content/park/1-grass.yaml": (
        "number: 1\n"
        "title: Grass\n"
        "prose: |\n"
        "  The grass [grows](#grass), so the park [is alive](#alive), [or not](#dry).\n"
        "claim:\n"
        "  id: alive\n"
        "  text: The park is alive.\n"
        "  premises:\n"
        "    - id: grass\n"
        "      text: The grass grows well.\n"
        "  rebuttals:\n"
        "    - id: dry\n"
        "      text: The summer was dry.\n"
    ),
    "content/lake/essay.yaml": (
        "title: The lake\ncontention:\n  id: wide\n  text: The lake is wide.\n"
    ),
}
"""The files that an edit changes or adds; it removes the essay `pond`."""


def make(site: Path) -> None:
    """Make the site anew as it is before the edit."""
    shutil.rmtree(site, ignore_errors=True)
    put(site, BEFORE)


def edit(site: Path) -> None:
    """Change a page, add an essay and remove another."""
    put(site, CHANGED)
    shutil.rmtree(site / "content" / "pond")


def put(site: Path, files: Mapping[str, str]) -> None:
    """Write some files."""
    for path, text in files.items():
        place = site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")


def tree(folder: Path) -> dict[str, bytes | None]:
    """Return what stands in a folder, except for the cache; a folder holds nothing."""
    found: dict[str, bytes | None] = {}
    for base, inner, names in os.walk(folder):
        inner[:] = [each for each in inner if each != ".cache"]
        at = Path(base).relative_to(folder)
        found.update({f"{(at / name).as_posix()}/": None for name in inner})
        found.update({(at / name).as_posix(): Path(base, name).read_bytes() for name in names})
    return found
