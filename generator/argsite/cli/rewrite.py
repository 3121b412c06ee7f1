"""An author's files, written anew in one go, with permissions, line ends and links as before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from argsite.cli import report
from argsite.cli.unfinished import Change, change, finish
from argsite.errors import OutputError, SetupError
from argsite.formats.characters import decode
from argsite.output.alone import alone_at
from argsite.output.exchange import spelled
from argsite.source import Manuscript


def rewrite(root: Path, before: Iterable[Manuscript], after: Iterable[Manuscript]) -> list[str]:
    """Write the files of the site in `root` that were read as `before` and are to be `after`.

    Returns those that had another name, a hard link, which keeps the text from before: to write
    through it would mean that a program that is killed leaves half a text.

    SetupError before the first is written where a file has changed since it was read; OutputError
    where one cannot be written.
    """
    known = {each.path: each for each in before}
    texts = list(after)
    if not texts:
        return []
    with alone_at(root):
        due = [_due(root, known[each.path], each) for each in texts]
        linked = [each.path for each, one in zip(texts, due, strict=True) if _has_links(one.place)]
        change(root, due)
    return linked


def finish_earlier(root: Path, *, quiet: bool) -> bool:
    """Do what a killed command left undone, and say so; return whether there was anything."""
    done = finish(root)
    if done.changed and not quiet:
        names = "\n".join(f"  {(root / each).as_posix()}" for each in done.changed)
        report.say(f"Finished what was stopped before:\n{names}")
    for each in done.left:
        place = (root / each).as_posix()
        said = "was to be changed by a command that was stopped; it was edited since, and stays"
        report.say(f"{place} {said}", to_errors=True)
    return bool(done.changed)


def tell_links(root: Path, linked: Iterable[str]) -> None:
    """Say which files have parted from another name that they had."""
    for each in linked:
        said = "had another name (a hard link), which keeps the text from before"
        report.say(f"{(root / each).as_posix()} {said}", to_errors=True)


def _due(root: Path, before: Manuscript, after: Manuscript) -> Change:
    place = _place(root, after)
    try:
        data = place.read_bytes()
    except OSError as error:
        raise SetupError(f"{root / after.path} cannot be read: {error.strerror}") from error
    if decode(after.path, data).text != before.text:
        raise SetupError(
            f"{root / after.path} was changed while it was read; run the command again"
        )
    if not os.access(place, os.W_OK):
        raise OutputError(f"{place} cannot be written: it is read-only")
    return Change(place, data, spelled(after.text, data))


def _place(root: Path, manuscript: Manuscript) -> Path:
    """Return where the file is: a link stays one, and what it leads to is written."""
    place = (root / manuscript.path).resolve()
    if not place.is_relative_to(root.resolve()):
        raise SetupError(f"{root / manuscript.path} leads out of the site's folder")
    return place


def _has_links(place: Path) -> bool:
    return place.stat().st_nlink > 1
