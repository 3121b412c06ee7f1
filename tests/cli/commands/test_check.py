"""`argsite check`: what is chosen, what fails, what other programs get."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argsite.cli import main
from tests.sites import write

ESSAY = """\
title: The park
contention:
  id: keep
  text: Keep the lake.
  expect: rebutted
  premises:
    - The lake is deep.
    - ref: the-lake-is-deep
"""
"""Has a derived id that is used, a warning, and an expectation that is not met, an error."""

SITE = "title: Parks\nchecks: {expect-not-met: warning}\n"
"""Makes a warning of the error."""


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site with one small essay, and go there."""
    write(tmp_path, {"content/park/essay.yaml": ESSAY})
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Check with these arguments; return the exit code and the codes that are told."""
    code = main(["check", "--format", "json", *arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return code, [each["code"] for each in json.loads(out)["problems"]]


@pytest.mark.usefixtures("park")
def test_select_and_ignore_choose_what_is_shown_and_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    both = ["expect-not-met", "derived-id"]
    assert found(capsys) == (1, both)
    assert found(capsys, "--select", "derived-id") == (0, ["derived-id"])
    assert found(capsys, "--select", "derived-id,expect-not-met") == (1, both)
    assert found(capsys, "--select", "derived-id", "--select", " Expect_Not_Met ") == (1, both)
    assert found(capsys, "--select", "question") == (0, [])
    assert found(capsys, "--ignore", "expect-not-met") == (0, ["derived-id"])
    assert found(capsys, "--select", "derived-id", "--ignore", "derived-id") == (0, [])
    main(["check", "--select", "derived-id"])
    out, err = capsys.readouterr()
    assert out.endswith(": 1 warning\n")
    assert err.endswith("\n1 warning\n")


def test_what_cannot_be_read_is_shown_whatever_is_selected(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (park / "content" / "park" / "essay.yaml").write_text("title: [", encoding="utf-8")
    assert found(capsys, "--select", "derived-id") == (1, ["bad-yaml"])
    assert found(capsys, "--ignore", "bad-yaml") == (1, ["bad-yaml"])


def test_strict_fails_on_warnings_and_not_on_notes(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(park, {"content/park/essay.yaml": ESSAY, "content/site.yaml": SITE})
    assert found(capsys)[0] == 0
    assert found(capsys, "--strict")[0] == 1
    assert found(capsys, "--strict", "--select", "question") == (0, [])
    notes = SITE.replace("warning}", "note, derived-id: note}")
    write(park, {"content/park/essay.yaml": ESSAY, "content/site.yaml": notes})
    assert found(capsys, "--strict") == (0, ["expect-not-met", "derived-id"])
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().err.endswith("\n2 notes\n")
    assert main(["build", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_strict_says_why_it_fails(park: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(park, {"content/park/essay.yaml": ESSAY, "content/site.yaml": SITE})
    assert main(["check", "--strict"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n2 warnings\nwith --strict a warning fails the check\n")


@pytest.mark.parametrize("name", ["json", "sarif", "github"])
def test_a_site_without_problems_gives_a_whole_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    write(tmp_path, {})
    assert main(["check", str(tmp_path), "--format", name, "--select", "bad-yaml"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert (json.loads(out) if name != "github" else not out) is not False


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_a_code_that_is_not_there(capsys: pytest.CaptureFixture[str], option: str) -> None:
    assert main(["check", option, "derivd-id"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no check 'derivd-id'; did you mean 'derived-id'?" in " ".join(err.split())
    assert main(["check", option, "spelling"]) == 2
    assert "`argsite check --list` shows every code" in " ".join(capsys.readouterr().err.split())


def test_a_format_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "xml"]) == 2
    assert "'xml' is not one of" in capsys.readouterr().err


def test_quiet_says_no_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    essay = "title: T\ncontention: {text: It pays and it is good., rebuttals: [It costs.]}\n"
    write(tmp_path, {"content/park/essay.yaml": essay})
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    assert "[unanswered-rebuttal]" in capsys.readouterr().err
    assert main(["check", "-q"]) == 0
    assert capsys.readouterr() == ("", "")
