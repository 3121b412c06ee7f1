"""A shell offers commands, options, essays and ids, and stays silent about faults."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.cli.commands import COMMANDS

SHELLS = ("bash", "zsh", "fish")

FILES = {
    "content/park/essay.yaml": """\
title: "The park\\n  after dark"
contention: {id: keep-open, text: It *should* stay open., premises: [{id: lit, text: Lit.}]}
""",
    "content/cats/essay.yaml": """\
title: Cats
contention: {id: like, text: Cats like it., rebuttals: [{id: lit, text: It is lit.}]}
""",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def offered(folder: Path, line: str, shell: str = "bash") -> list[str]:
    """Return what a shell is told after `line`; nothing may be said on stderr."""
    words = line.split(" ")
    asked = {
        "_ARGSITE_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "argsite"],
        cwd=folder,
        env=os.environ | asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("argsite tr", ["plain,tree"]),
        ("argsite tree ", ["plain,cats", "plain,park"]),
        ("argsite tree p", ["plain,park"]),
        ("argsite tree --status un", ["plain,unsupported"]),
        ("argsite why k", ["plain,keep-open"]),
        ("argsite why l", ["plain,like", "plain,cats/lit", "plain,park/lit"]),
        ("argsite why park/", ["plain,park/keep-open", "plain,park/lit"]),
        ("argsite why -C content/park k", ["plain,keep-open"]),
        ("argsite why nothing-like-it", []),
        ("argsite completion ", [f"plain,{shell}" for shell in SHELLS]),
        ("argsite build ", ["dir,"]),
    ],
)
def test_what_is_offered(site: Path, line: str, expected: list[str]) -> None:
    assert offered(site, line) == expected


def test_every_command_is_offered(tmp_path: Path) -> None:
    assert offered(tmp_path, "argsite ") == [f"plain,{name}" for name in COMMANDS]


def test_shells_that_show_more_get_titles_and_texts_in_a_line(site: Path) -> None:
    assert offered(site, "argsite tree p", "zsh") == ["plain", "park", "The park after dark"]
    assert offered(site, "argsite why k", "zsh") == [
        *("plain", "keep-open", "It *should* stay open."),
    ]
    assert offered(site, "argsite why k", "fish")[0].startswith("plain,keep-open")


@pytest.mark.parametrize("damage", ["", "title: [", "title: No contention\n"])
def test_a_site_that_cannot_be_read_gives_no_complaint(tmp_path: Path, damage: str) -> None:
    if damage:
        (tmp_path / "content" / "park").mkdir(parents=True)
        (tmp_path / "content" / "park" / "essay.yaml").write_text(damage, encoding="utf-8")
    assert offered(tmp_path, "argsite why ") == []


def test_a_shell_is_told_of_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_ARGSITE_COMPLETE", "bash_complete")
    monkeypatch.delenv("COMP_WORDS", raising=False)
    assert main([]) == 70
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr()
    assert f"_ARGSITE_COMPLETE={shell}_complete" in said.out
    assert said.err == ""


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_a_real_bash_completes(site: Path, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "argsite"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argsite "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = """\
eval "$(argsite completion bash)"
COMP_WORDS=(argsite why park/k); COMP_CWORD=2
_argsite_completion argsite park/k why 2>&1
printf '%s\\n' "${COMPREPLY[@]}"
"""
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=site,
        env=os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("park/keep-open\n", "")
