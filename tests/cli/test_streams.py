"""Standard streams that are closed: no file gets their number, and nothing goes wrong unsaid."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import os, sys
closed = [int(each) for each in sys.argv[1].split(",")]
for each in closed:
    os.close(each)
os.execv(sys.executable, [sys.executable, "-m", "argsite", *sys.argv[2:]])
"""


def run(closed: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command without some of its standard streams."""
    given = [sys.executable, "-c", CODE, closed, *map(str, arguments)]
    return subprocess.run(given, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="streams are not closed there")
@pytest.mark.parametrize(
    ("closed", "arguments", "code", "out", "err"),
    [
        ("0", ("schema", "point"), 0, "{", ""),
        ("1", ("schema", "point"), 2, "", "argsite: cannot say what was done: Bad file descriptor"),
        ("1", ("new", "{here}/a", "-q"), 0, "", ""),
        ("1", ("--help",), 2, "", "argsite: the system refuses: Bad file descriptor"),
        ("2", ("schema", "point"), 0, "{", ""),
        ("2", ("build", "{here}/none"), 2, "", ""),
        ("0,1,2", ("schema", "point"), 2, "", ""),
        ("1,2", ("build", "{here}/none"), 2, "", ""),
    ],
)
def test_what_cannot_be_said_is_a_fault_and_no_bug(  # noqa: PLR0913, PLR0917 - a row of a table
    closed: str, arguments: tuple[str, ...], code: int, out: str, err: str, tmp_path: Path
) -> None:
    done = run(closed, *(each.format(here=tmp_path) for each in arguments))
    assert done.returncode == code
    assert done.stdout[:1] == out
    assert done.stderr.rstrip("\n") == err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("arguments", [("--help",), ("schema",), ("build", "--help"), ("nothing",)])
def test_a_full_disk_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "argsite", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        silent = subprocess.run(command, stdout=full, stderr=full, check=False)
    assert done.returncode == silent.returncode == 2
    if arguments != ("nothing",):
        assert done.stderr.count(b"\n") == 1
        assert b"No space left on device" in done.stderr
