"""The terminal, the language of the system, and programs beside Argsite."""

from __future__ import annotations

import locale
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from argsite.cli.health.attempt import Failure, attempt
from argsite.cli.health.finding import Finding, State

_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")
_FEW = 8192
"""Watches of all programs of a user together; editors take thousands."""

_SECONDS = 10.0


def terminal(_root: Path | None) -> Iterator[Finding]:
    """Find how texts are shown."""
    from argsite.cli.terminal import is_coloured, shows_signs

    encoding = sys.stdout.encoding or "unknown"
    if shows_signs(sys.stdout):
        yield Finding("encoding", encoding)
    else:
        said = (
            f"{encoding} lacks the lines and marks of `argsite tree`; plain ones take their place"
        )
        yield Finding("encoding", said, State.NOTE, "set PYTHONUTF8=1, or a UTF-8 locale")
    kind = "a terminal" if sys.stdout.isatty() else "no terminal"
    colours = "with colours" if is_coloured(sys.stdout) else "without colours"
    yield Finding("output", f"{kind}, {colours}, {shutil.get_terminal_size().columns} columns")
    language, letters = locale.getlocale()
    yield Finding("locale", f"{language or 'C'}, {letters or 'no encoding named'}")
    files = sys.getfilesystemencoding()
    state = State.GOOD if files.lower().replace("-", "") == "utf8" else State.NOTE
    yield Finding("file names", files, state)


def system(_root: Path | None) -> Iterator[Finding]:
    """Find programs that go with Argsite, and how many files may be watched."""
    path = shutil.which("git")
    if path is None:
        said = "is not there; Argsite does without, hosts such as GitHub Pages ask for it"
        yield Finding("git", said, State.NOTE)
    else:
        yield Finding("git", f"{_version_of(path)}, {path}")
    yield Finding("processors", str(os.cpu_count() or "unknown"))
    limit = attempt(lambda: int(_WATCHES.read_text(encoding="ascii")))
    if isinstance(limit, Failure):
        return
    if limit < _FEW:
        advice = "sudo sysctl fs.inotify.max_user_watches=524288"
        said = f"{limit:,} files can be watched, which is few"
        yield Finding("watching", said, State.NOTE, advice)
    else:
        yield Finding("watching", f"{limit:,} files can be watched")


def _version_of(path: str) -> str:
    done = attempt(
        lambda: subprocess.run(  # noqa: S603 - git, as its user has put it there
            [path, "--version"], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    )
    number = None if isinstance(done, Failure) else re.search(r"\d+\.[\d.]+\d", done.stdout)
    return number[0] if number else "of an unknown version"
