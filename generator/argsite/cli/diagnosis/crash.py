"""What is kept of a bug for a report: its type and where in Argsite it arose, and no word more.

What an exception says may quote an author's text, and the paths of a traceback name its user. So
the message goes, and each place outside the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from argsite.errors import IN_A_WORKER
from argsite.packing import pack, unpack
from argsite.users_cache import Shelf, users_cache
from argsite.version import version

_PACKAGE = Path(__file__).resolve().parents[2]
_FOLDER = "crashes"
_LAST = b"last"
_MOST_CAUSES = 5
_MOST_PLACES = 60
_NOTED = re.compile(r'^ *File "(.+)", line (\d+), in (\S+)$', re.MULTILINE)
_OWN_FILE = re.compile(r"argsite/(?:\w+/)*\w+\.py")
_NAME = re.compile(r"[^\W\d][\w.<>]{0,119}", re.ASCII)
_COMMAND = re.compile(r"[a-z-]{0,99}(?: --?[a-z-]{1,40})*")
_VERSION = re.compile(r"\d[\w.!]{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A line of Argsite's code."""

    file: str
    """Its file, from the package on."""

    line: int
    """Its number."""

    function: str
    """The function that it is in."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One exception of those that led to each other."""

    kind: str
    """Its type."""

    places: tuple[Place, ...]
    """The way there within Argsite, the innermost last."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A bug that ended a command, or that a preview outlived."""

    version: str
    """Which Argsite it was."""

    command: str
    """The command and the names of its options."""

    faults: tuple[Fault, ...]
    """The exception, and those behind it."""

    ended: bool = True
    """Whether the command ended, with exit code 70."""


def faults(error: BaseException) -> tuple[Fault, ...]:
    """Return what may be told of an exception, and of those behind it."""
    return tuple(_faults(error))


def keep(error: BaseException, arguments: Sequence[str], *, ended: bool = True) -> None:
    """Keep it in the user's cache until the next one; where that cannot be, it is not kept."""
    crash = Crash(_version(), told(arguments), faults(error), ended)
    Shelf(users_cache(_FOLDER), most=1).keep(pack(crash), _LAST)


def recall() -> Crash | None:
    """Return the last crash that was kept; None where there was none."""
    data = Shelf(users_cache(_FOLDER), most=1).recall(_LAST)
    found = unpack(data, Crash) if data else None
    return found if found and _is_plain(found) else None


def told(arguments: Sequence[str]) -> str:
    """Return the command and the names of its options, without what they are set to."""
    import click

    from argsite.cli.commands import COMMANDS, argsite

    name = next((each for each in arguments if each in COMMANDS), None)
    if name is None:
        return ""
    with suppress(Exception):  # the command may be what is broken
        command = argsite.get_command(click.Context(argsite), name)
        known = {word for each in command.params for word in each.opts} if command else set()
        given = {each.partition("=")[0] for each in arguments}
        return " ".join([name, *sorted(given & {each for each in known if each[0] == "-"})])
    return name


def _faults(error: BaseException) -> Iterator[Fault]:
    """Yield an exception and those behind it, the first cause last."""
    this: BaseException | None = error
    seen: set[int] = set()
    while this is not None and id(this) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(this))
        places = [*_places(this.__traceback__), *_noted(this)]
        yield Fault(_kind(this), tuple(places[-_MOST_PLACES:]))
        this = this.__cause__ or (None if this.__suppress_context__ else this.__context__)


def _kind(error: BaseException) -> str:
    module = type(error).__module__
    name = type(error).__qualname__
    return name if module == "builtins" else f"{module}.{name}"


def _places(trace: TracebackType | None) -> Iterator[Place]:
    for frame, line in walk_tb(trace):
        if file := _own(frame.f_code.co_filename):
            yield Place(file, line, frame.f_code.co_qualname)


def _noted(error: BaseException) -> Iterator[Place]:
    """Yield the places that a worker wrote down where the exception arose."""
    for note in getattr(error, "__notes__", ()):
        if str(note).startswith(IN_A_WORKER):
            for path, line, function in _NOTED.findall(note):
                if file := _own(path):
                    yield Place(file, int(line), function)


def _own(path: str) -> str:
    """Return a file of the package from its folder on; empty for all others."""
    place = Path(path)
    if not place.is_absolute() or not place.is_relative_to(_PACKAGE):
        return ""
    file = f"argsite/{place.relative_to(_PACKAGE).as_posix()}"
    return file if _OWN_FILE.fullmatch(file) else ""


def _version() -> str:
    with suppress(Exception):  # a package that is installed in part has none
        return version()
    return "0"


def _is_plain(crash: Crash) -> bool:
    """Say whether nothing stands in it but what `keep` writes: others may have changed the file."""
    return (
        bool(_VERSION.fullmatch(crash.version) and _COMMAND.fullmatch(crash.command))
        and all(_NAME.fullmatch(fault.kind) for fault in crash.faults)
        and all(
            _OWN_FILE.fullmatch(place.file) and _NAME.fullmatch(place.function)
            for fault in crash.faults
            for place in fault.places
        )
    )
