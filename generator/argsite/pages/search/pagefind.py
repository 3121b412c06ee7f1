"""Pagefind instead of the site's own index: it reads the finished pages. Its only home."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from argsite import addresses
from argsite.errors import SetupError
from argsite.pages.press import Page

_UNUSED = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui")
"""Files that no page of the site asks for."""

_UNSEARCHED = re.compile(rb"<meta\b[^>]*\brobots\b[^>]*\bnoindex\b")
"""What a page has that no search engine should read."""

_PASSED_OVER = ".status, .counts, .kicker, .path, .share"
"""Elements that repeat what is found elsewhere, or are no words of an author."""


def pagefind_about(made: Iterable[Page]) -> Iterator[Page]:
    """Yield Pagefind's files about finished pages.

    Raises `SetupError` where Pagefind is missing or fails.
    """
    program = find_pagefind()
    if program is None:
        raise _missing()
    with TemporaryDirectory() as folder:
        pages, bundle = Path(folder, "pages"), Path(folder, "bundle")
        for page in made:
            _keep(page, pages)
        _index(program, pages, bundle)
        yield from _files(bundle)


def find_pagefind() -> Path | None:
    """Return Pagefind's program; None where it is not installed."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    found: Path | None = get_executable()
    return found


def _keep(page: Page, folder: Path) -> None:
    """Write a page for Pagefind to read."""
    if page.path.endswith(".html") and not _UNSEARCHED.search(page.data):
        place = folder / page.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page.data)


def _index(program: Path, pages: Path, bundle: Path) -> None:
    """Have Pagefind read the pages and write its files into `bundle`.

    Its program is run, since its Python interface may end before its files are written.
    """
    pages.mkdir(exist_ok=True)
    options = ("--site", pages, "--output-path", bundle, "--root-selector", "main")
    try:
        done = subprocess.run(  # noqa: S603 - Pagefind's own program, with words of ours
            [program, *options, "--exclude-selectors", _PASSED_OVER, "--keep-index-url"],
            cwd=pages,  # where nobody's settings for Pagefind are
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as fault:
        raise SetupError(f"Pagefind cannot be started: {fault}") from fault
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["it says no more"]
        raise SetupError(f"Pagefind failed: {lines[-1]}")


def _missing() -> SetupError:
    return SetupError(
        "site.yaml says 'search: pagefind', and Pagefind is not installed: "
        "pip install 'argsite[pagefind]'"
    )


def _files(folder: Path) -> Iterator[Page]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if not name.startswith(_UNUSED):
            yield Page(addresses.pagefind(name), file.read_bytes())
