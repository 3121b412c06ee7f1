"""Sites whose files show in `«…»` where a statement is named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from argsite.editing.mentions import Mention, mentions
from argsite.model import Library
from tests.sites import read, write


def library(root: Path, files: Mapping[str, str]) -> Library:
    """Return the site of the files, whose marks are left out."""
    write(
        root,
        {name: text.translate({ord(mark): "" for mark in "«»"}) for name, text in files.items()},
    )
    loaded, _problems = read(root)
    assert loaded.library
    return loaded.library


def marked(library: Library, key: str) -> dict[str, str]:
    """Return the files with a mark around each place that names the statement."""
    shown = {path: each.text.split("\n") for path, each in library.manuscripts.items()}
    found = sorted((each for each in mentions(library, key) if each.is_exact), key=_place)
    for mention in reversed(found):
        at = mention.at
        line = shown[at.path][at.line - 1]
        start, end = at.column - 1, at.column - 1 + at.width
        assert line[start:end] == mention.name
        shown[at.path][at.line - 1] = f"{line[:start]}«{line[start:end]}»{line[end:]}"
    return {path: "\n".join(lines) for path, lines in shown.items()}


def _place(mention: Mention) -> tuple[str, int, int]:
    return mention.at[:3]
