"""What runs Argsite, for a report: versions, encodings and numbers, and no name of anybody."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from argsite.cli.health import State, examine
from argsite.cli.health.attempt import Failure, attempt

_PUBLIC = re.compile(r"\d+(?:\.\d+)*(?:(?:a|b|rc|\.post|\.dev)\d+)*")
"""A version, without what somebody added who built it."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?|C|POSIX")
_ENCODING = re.compile(r"[A-Za-z0-9-]{1,20}")


def versions() -> Iterator[tuple[str, str]]:
    """Yield Argsite, Python, the system and Graphviz, each with its version."""
    yield "argsite", _version("argsite")
    yield "Python", f"{public(platform.python_version())} {platform.python_implementation()}"
    release, machine = public(platform.release()), _word(platform.machine())
    yield "system", f"{_word(platform.system())} {release}, {machine}"
    yield "C library", f"{_word(platform.libc_ver()[0])} {public(platform.libc_ver()[1])}"
    yield "Graphviz", _graphviz()


def packages() -> Iterator[tuple[str, str]]:
    """Yield the packages that Argsite asks for, each with its version."""
    try:
        lines = requires("argsite") or []
    except PackageNotFoundError:
        lines = []
    for name in sorted({re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in lines}):
        yield name, _version(name)


def surroundings() -> Iterator[tuple[str, str]]:
    """Yield the terminal, the language and the encodings."""
    yield "output", "a terminal" if sys.stdout.isatty() else "no terminal"
    yield "columns", str(shutil.get_terminal_size().columns)
    language, letters = locale.getlocale()
    yield "locale", f"{_if(_LANGUAGE, language or 'C')}, {_if(_ENCODING, letters or 'none')}"
    yield "encoding of output", _if(_ENCODING, sys.stdout.encoding or "none")
    yield "encoding of file names", _if(_ENCODING, sys.getfilesystemencoding())
    yield "processors", str(os.cpu_count() or "unknown")


def ailing(root: Path | None) -> Iterator[tuple[str, str]]:
    """Yield what `argsite doctor` finds missing or worth a note; what it says of it is private."""
    for group in examine(root):
        for each in group.findings:
            if each.state is not State.GOOD:
                yield f"{group.name}, {each.what}", each.state.value


def public(text: str) -> str:
    """Return the numbers that a version begins with."""
    found = _PUBLIC.match(text)
    return found[0] if found else "unknown"


def _version(name: str) -> str:
    found = attempt(lambda: version(name))
    return "not installed" if isinstance(found, Failure) else public(found)


def _graphviz() -> str:
    """Return the version of Graphviz where it draws within the process."""
    from argsite.cli.health.drawing import diagrams

    for each in diagrams(None):
        if each.what == "Graphviz" and each.state is not State.MISSING:
            inside = "within the process" if "within the process" in each.said else "a program"
            return f"{public(each.said)}, {inside}"
    return "none that draws"


def _word(text: str) -> str:
    """Return a word such as systems and processors are called by."""
    return _if(re.compile(r"[A-Za-z0-9_]{1,20}"), text)


def _if(pattern: re.Pattern[str], text: str) -> str:
    return text if pattern.fullmatch(text) else "another"
