"""Cases of commands: a site in, what a person at a terminal reads out.

A fence whose name is a command, perhaps after the settings it is run with, holds what it says:

    ```text COLUMNS=60 argsite tree park
    …
    ```

What it says on stderr comes first; the exit code comes last where it is not 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite.cli import main
from tests.casebook import Case
from tests.sites import write

_COMMAND = re.compile(r"(?P<settings>(?:[A-Z_]+=\S* )*)argsite (?P<arguments>.+)")

_SETTINGS = ("COLUMNS", "NO_COLOR", "TERM")


def play(
    case: Case,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    compare: Callable[[Case, str, str], None],
) -> None:
    """Write the site of a case, and compare what each of its commands says."""
    write(folder, case.fences)
    monkeypatch.chdir(folder)
    commands = [name for name in case.fences if _COMMAND.fullmatch(name)]
    assert commands, f"'{case.title}' has no command"
    for command in commands:
        compare(case, command, told(command, monkeypatch, capsys))


def told(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command as it is written in a case; return what it says."""
    found = _COMMAND.fullmatch(command)
    assert found
    for name in _SETTINGS:
        monkeypatch.delenv(name, raising=False)
    for setting in found["settings"].split():
        monkeypatch.setenv(*setting.split("=", 1))
    code = main(found["arguments"].split())
    said = capsys.readouterr()
    return said.err + said.out + (f"exit {code}\n" if code else "")
