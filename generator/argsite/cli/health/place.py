"""A site: its content, the themes it can have, and whether its pages can be written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from argsite.cache import FOLDER, why_unused
from argsite.cli.health.attempt import Failure, attempt
from argsite.cli.health.finding import Finding, State
from argsite.model import Search
from argsite.problems import Severity
from argsite.users_cache import own_key

if TYPE_CHECKING:  # loads every package, one of which may be what is missing
    from argsite.build import Reading


def themes(root: Path | None) -> Iterator[Finding]:
    """Find the themes, those of the site too, and the script that moves diagrams."""
    advice = "install Argsite again"
    for what, look in (("themes", _themes), ("panzoom", _pan_zoom)):
        said = attempt(partial(look, root or Path()))
        if isinstance(said, Failure):
            yield Finding(what, said.why, State.MISSING, advice)
        else:
            yield Finding(what, said)


def _themes(root: Path) -> str:
    from argsite.theme import DEFAULT, find, names

    find(DEFAULT, root)
    return ", ".join(names(root))


def _pan_zoom(_root: Path) -> str:
    from argsite.theme.libraries import pan_zoom

    return f"{len(pan_zoom('licence')):,} bytes"


def site(root: Path | None) -> Iterator[Finding]:
    """Find what the site holds and whether it can be built where it is."""
    if root is None:
        said = "there is none here"
        yield Finding(
            "site", said, State.NOTE, "`argsite new DIR` makes one; DIR can be named here"
        )
        return
    yield Finding("folder", str(root.resolve()))
    yield from _content(root)
    yield _output(root)
    yield _cache(root)


def _content(root: Path) -> Iterator[Finding]:
    reading = attempt(lambda: _read(root))
    if isinstance(reading, Failure):
        yield Finding("content", f"cannot be read: {reading.why}", State.MISSING)
        return
    outcome = reading.outcome
    errors = sum(each.severity is Severity.ERROR for each in outcome.problems)
    warnings = sum(each.severity is Severity.WARNING for each in outcome.problems)
    said = f"{_number(outcome.essays, 'essay')}, {_number(outcome.statements, 'statement')}"
    if reading.library is None:
        said = "it cannot be read"
    if errors or warnings:
        said += f"; {_number(errors, 'error')} and {_number(warnings, 'warning')}"
        yield Finding("content", said, State.NOTE, "`argsite check` shows them")
    else:
        yield Finding("content", said)
    if reading.library and reading.library.site.search is Search.PAGEFIND:
        yield _pagefind()


def _read(root: Path) -> Reading:
    from argsite.build import read

    return read(root)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _pagefind() -> Finding:
    from argsite.pages.search.pagefind import find_pagefind

    if find_pagefind():
        return Finding("search", "by Pagefind, which is there")
    said = "site.yaml says 'search: pagefind', and Pagefind is not installed"
    return Finding("search", said, State.MISSING, "pip install 'argsite[pagefind]'")


def _output(root: Path) -> Finding:
    out = root / "site"
    refused = attempt(lambda: _refuse(root, out))
    if isinstance(refused, Failure):
        return Finding("output", refused.why, State.MISSING)
    failure = _unwritable(out)
    if failure:
        said = f"{out} cannot be written: {failure.why}"
        return Finding("output", said, State.MISSING, "name another folder: argsite build -o OUT")
    return Finding("output", f"{out} can be written")


def _cache(root: Path) -> Finding:
    unused = why_unused(root, own_key())
    if unused:
        return Finding("cache", f"it is not used: {unused}; each build makes all anew", State.NOTE)
    failure = _unwritable(root / FOLDER)
    if failure:
        said = f"{root / FOLDER} cannot be written ({failure.why}); each build draws all anew"
        return Finding("cache", said, State.NOTE)
    return Finding("cache", f"{root / FOLDER} can be written")


def _refuse(root: Path, out: Path) -> None:
    from argsite.output import refuse_unsafe

    refuse_unsafe(root, out)


def _unwritable(folder: Path) -> Failure | None:
    """Say why no file can be made in a folder, or where the folder would have to be made."""
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    made = attempt(lambda: _make_file(there))
    return made if isinstance(made, Failure) else None


def _make_file(folder: Path) -> None:
    """Make a file that is gone again at once."""
    with TemporaryFile(dir=folder) as file:
        file.write(b"-")
