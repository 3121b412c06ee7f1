"""Kinds of problems on the command line: listed and explained, without any site."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from argsite import explanation
from argsite.cli import main
from argsite.problems import Code
from argsite.severities import DEFAULTS, SETTABLE


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_code_is_explained_by_its_page_and_its_severity(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--explain", "derived-id"]) == 0
    assert capsys.readouterr() == (
        explanation.page("derived-id")
        + "\nIt is a warning unless `site.yaml` sets it: error, note, off.\n",
        "",
    )
    assert main(["check", "--explain", "BAD_YAML"]) == 0
    assert capsys.readouterr().out == (
        explanation.page("bad-yaml") + "\nIt is always an error; `site.yaml` cannot set it.\n"
    )


def test_on_a_terminal_the_page_is_laid_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["check", "--explain", "derived-id"]) == 0
    assert "# derived-id" not in terminal.getvalue()
    assert "derived-id" in terminal.getvalue()
    assert capsys.readouterr().err == ""


def test_a_page_that_is_missing_is_a_fault_of_the_installation(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explanation, "folder", lambda: None)
    assert main(["check", "--explain", "derived-id"]) == 2
    said = capsys.readouterr().err
    assert said == "argsite: the page about derived-id is missing; install Argsite again\n"


def test_every_code_is_listed_with_its_severity(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--list"]) == 0
    lines = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    assert {code: severity for code, severity, *_ in lines} == DEFAULTS
    assert {code for code, _, rest in lines if rest.startswith("may be set")} == set(SETTABLE)
    assert len(lines) == len(Code)
