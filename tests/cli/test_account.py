"""Asking a build why it did what, and how long it took."""

from __future__ import annotations

import pstats
import re
from pathlib import Path

import pytest

from argsite.cli import main
from tests.sites import write

SITE = {
    "content/site.yaml": "title: Essays\n",
    "content/park/essay.yaml": "title: Park\ncontention: {id: open, text: It stays open.}\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a site, and go there."""
    write(tmp_path, SITE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """Build with options; return what is said after the summary."""
    assert main(["build", *options]) == 0
    return capsys.readouterr().out.splitlines()[1:]


def test_each_page_says_why_it_was_made(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = told(capsys, "--explain")
    assert "  park/open.html: nothing is known of an earlier build" in first
    assert told(capsys, "--explain") == [
        "Nothing was made: everything stands as an earlier build left it."
    ]
    place = site / "content/park/essay.yaml"
    place.write_text(place.read_text(encoding="utf-8").replace("stays", "is"), encoding="utf-8")
    assert "  park/open.html: it shows 'park/open', which changed" in told(capsys, "--explain")


@pytest.mark.usefixtures("site")
def test_each_stage_says_how_long_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = told(capsys, "--timings")
    assert head == "Where the time went:"
    stages = [re.fullmatch(r" +\d+\.\d{3} s  (.+)", row) for row in rows]
    names = [stage.group(1) for stage in stages if stage]
    assert len(names) == len(rows)
    assert names[:2] == ["looking for changes", "reading"]


def test_a_profile_is_for_pstats(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "--profile", "build.prof")
    stats = pstats.Stats(str(site / "build.prof"))
    assert any(name == "statement_page" for _, _, name in stats.stats)  # type: ignore[attr-defined]  # it has no types


@pytest.mark.usefixtures("site")
def test_a_profile_that_cannot_be_written_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--profile", "nowhere/build.prof"]) == 2
    assert "cannot write nowhere/build.prof" in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["0", "-1", "many"])
def test_a_number_of_workers_that_is_none_is_refused(
    workers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--workers", workers]) == 2
    assert "--workers" in capsys.readouterr().err
