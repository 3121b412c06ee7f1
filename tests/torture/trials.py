"""A command that is watched, and struck: strace kills it or lets a system call fail."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple, TypeVar

from tests.effort import LONG, TIMES

Thing = TypeVar("Thing")

COPIES = Path(__file__).parent / "copies.py"
PATIENCE = 60
"""Seconds that a command may take on a busy machine."""


class Call(NamedTuple):
    """A system call of a command."""

    process: int
    """Which process made it: 0 for the command itself, then those that it began."""

    name: str
    """What it is called."""

    number: int
    """The how manieth of this name it is in its process."""

    said: str
    """What it was given, and what came back."""


class Done(NamedTuple):
    """How a command ended."""

    code: int
    """The exit code; minus the signal that killed it."""

    out: str
    """What it said."""

    err: str
    """What it said of errors."""

    session: int
    """The number that its processes share."""


@cache
def can_trace() -> str:
    """Say why nothing can be watched here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-qq", "-o", os.devnull, "-e", "inject=unlink:error=EIO", "true"],
        capture_output=True,
        check=False,
    )
    return "" if tried.returncode == 0 else "processes cannot be watched here"


class Commands:
    """Runs commands of Argsite one after the other, each in a new process."""

    def __init__(self, folder: Path) -> None:
        """Note in a folder what commands say."""
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, COPIES],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "HOME": str(folder / "home")},
            text=True,
        )
        (folder / "home").mkdir(exist_ok=True)

    def close(self) -> None:
        """End the process that makes the others."""
        if self._process.stdin:
            self._process.stdin.close()
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait(PATIENCE)

    def run(  # noqa: PLR0913 - all but two have a name and a default
        self,
        arguments: Sequence[str | Path],
        folder: Path,
        *,
        strace: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        limits: Mapping[str, int] | None = None,
        user: int = 0,
        shares: bool = False,
        out: str | Path = "",
    ) -> Done:
        """Run a command in a folder, under strace where that is told what to do.

        Where it `shares` its work, a build of few pages is done by several processes, too.
        """
        told, complained = out or self._folder / "out", self._folder / "err"
        order = {
            "arguments": [str(each) for each in arguments],
            "folder": str(folder),
            "out": str(told),
            "err": str(complained),
            "held": bool(strace),
            "environment": dict(environment or {}),
            "limits": dict(limits or {}),
            "user": user,
            "shares": shares,
        }
        self._say(json.dumps(order))
        process = int(self._hear())
        if strace:
            with _watched(process, strace):
                code = int(self._hear())
        else:
            code = int(self._hear())
        said = "" if out else Path(told).read_text(encoding="utf-8")
        return Done(code, said, complained.read_text(encoding="utf-8"), process)

    def _say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


@contextmanager
def _watched(process: int, options: Sequence[str]) -> Iterator[None]:
    """Let strace watch a process that has stopped, and let that go on."""
    status = Path(f"/proc/{process}/status")
    _wait_until(lambda: "State:\tT" in status.read_text(encoding="utf-8"))
    strace = subprocess.Popen(["strace", "-f", "-qq", *options, "-p", str(process)])
    _wait_until(lambda: "TracerPid:\t0" not in status.read_text(encoding="utf-8"))
    os.kill(process, signal.SIGCONT)
    try:
        yield
    finally:
        strace.wait(PATIENCE)


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < end
        sleep(0.002)


def calls(
    commands: Commands,
    arguments: Sequence[str | Path],
    folder: Path,
    names: str,
    *,
    shares: bool = False,
) -> list[Call]:
    """Run a command that ends well, and return its system calls of these names, by their order."""
    log = folder.parent / "calls"
    log.unlink(missing_ok=True)
    done = commands.run(
        arguments,
        folder,
        strace=["-y", "-o", log.as_posix(), "-e", f"trace={names}"],
        shares=shares,
    )
    assert done.code == 0, done.err
    processes: dict[str, int] = {}
    counts: dict[tuple[int, str], int] = {}
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = re.match(r"(\d+) +(\w+)\((.*)", line)
        if match:
            process = processes.setdefault(match[1], len(processes))
            key = process, match[2]
            counts[key] = counts.get(key, 0) + 1
            found.append(Call(*key, counts[key], match[3]))
    return found


WRITING = (
    "openat,creat,write,pwrite64,writev,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,"
    "rmdir,ftruncate,truncate,fsync,fdatasync,chmod,fchmod,fchmodat,chown,fchown,fchownat,link,"
    "linkat,symlink,symlinkat"
)
"""System calls that change what is on a disk; one that opens a file may."""


def writing(found: Iterable[Call], *, and_reading: str = "") -> list[Call]:
    """Return those of the calls that change files or, below a folder of this name, read one."""
    kept = []
    for call in found:
        said = re.sub(r"AT_FDCWD<[^>]*>", "", call.said)
        reads = call.name == "openat" and "O_RDONLY" in said
        if "/out>" in said or "/err>" in said or "/dev/null" in said:
            continue
        if not reads or (and_reading and f"{and_reading}/" in said):
            kept.append(call)
    return sorted(set(kept))


def strike(call: Call, blow: str) -> list[str]:
    """Return what strace must be told to do `blow` at a call: a signal's name, or an error's."""
    what = f"signal={blow}" if blow in SIGNALS else f"error={blow}"
    inject = f"inject={call.name}:{what}:when={call.number}"
    return ["-o", os.devnull, "-e", f"trace={call.name}", "-e", inject]


def struck_by(found: Iterable[Call], blow: str) -> list[Call]:
    """Return the calls that a blow can come to."""
    return [each for each in found if blow != "EMFILE" or each.name == "openat"]


SIGNALS = {"KILL": -9, "INT": 130, "TERM": 143}
"""How a command ends that is struck by each signal."""


def some(things: Sequence[Thing], quick: int, seconds: float) -> Iterator[Thing]:
    """Yield `quick` things, evenly spread; in the long form all in any order, while there is time.

    What is left out of one long form is likely to be in the next.
    """
    order = random.Random()  # noqa: S311 - for no secret
    if not LONG:
        step = -(-len(things) // quick)
        yield from things[order.randrange(step) :: step]
        return
    end = monotonic() + seconds * TIMES
    for thing in order.sample(things, len(things)):
        if monotonic() > end:
            return
        yield thing


def left_behind(session: int) -> list[int]:
    """Return the processes of a command that are still there some seconds after its end."""
    end = monotonic() + PATIENCE
    while True:
        found = [each for each in _processes() if _session(each) == session]
        if not found or monotonic() > end:
            return found
        sleep(0.05)


def _processes() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]


def _session(process: int) -> int:
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    state, _, _, session = told.rpartition(") ")[2].split()[:4]
    return 0 if state == "Z" else int(session)
