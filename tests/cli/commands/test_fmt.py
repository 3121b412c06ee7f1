"""`argsite fmt` as a person uses it: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from argsite.cli import main

ESSAY = "contention: The park should stay open.\ntitle: The park\n"
DONE = """\
title: The park
contention:
  id: the-park-should-stay-open
  text: The park should stay open.
"""
DIFF = """\
--- content/park/essay.yaml
+++ content/park/essay.yaml
@@ -1,2 +1,4 @@
-contention: The park should stay open.
 title: The park
+contention:
+  id: the-park-should-stay-open
+  text: The park should stay open.
"""


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site with one small essay, and go there; return the essay."""
    essay = tmp_path / "content" / "park" / "essay.yaml"
    essay.parent.mkdir(parents=True)
    essay.write_text(ESSAY, encoding="utf-8")
    (tmp_path / "content" / "site.yaml").write_text("title: Parks\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return essay


def test_it_writes_and_the_second_time_there_is_nothing_to_do(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out == (
        "changed: content/park/essay.yaml\n1 file changed, 1 formatted already\n"
    )
    assert park.read_text(encoding="utf-8") == DONE
    before = park.stat()
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out == "0 files changed, 2 formatted already\n"
    assert (park.stat().st_mtime_ns, park.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert main(["fmt", "--check"]) == 0
    assert main(["fmt", "-q"]) == 0


def test_check_and_diff_write_nothing(park: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", "--check"]) == 1
    assert capsys.readouterr().out == (
        "would change: content/park/essay.yaml\n1 file would change, 1 formatted already\n"
    )
    assert main(["fmt", "--diff"]) == 0
    assert capsys.readouterr().out == DIFF
    assert main(["fmt", "--check", "--diff"]) == 1
    assert capsys.readouterr().out == DIFF
    assert park.read_text(encoding="utf-8") == ESSAY


def test_the_diff_is_one_that_patch_understands(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    park.write_text(ESSAY.rstrip("\n"), encoding="utf-8")
    assert main(["fmt", "--diff"]) == 0
    said = capsys.readouterr().out
    assert "\\ No newline at end of file\n" in said
    subprocess.run(["git", "apply", "-p0"], input=said, text=True, check=True)
    assert park.read_text(encoding="utf-8") == DONE


@pytest.mark.parametrize("place", ["content/park", "content/park/essay.yaml", "content", "."])
def test_folders_and_files_can_be_named(
    place: str, park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fmt", place]) == 0
    assert capsys.readouterr().out.startswith("changed: content/park/essay.yaml\n1 file changed")
    assert park.read_text(encoding="utf-8") == DONE


def test_from_inside_an_essay_files_are_named_as_seen_from_there(
    park: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(park.parent)
    assert main(["fmt", "essay.yaml"]) == 0
    assert capsys.readouterr().out == (
        "changed: ../../content/park/essay.yaml\n1 file changed, 0 formatted already\n"
    )


def test_an_essay_with_an_error_is_left_and_others_are_formatted(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = park.parents[1] / "wrong" / "essay.yaml"
    wrong.parent.mkdir()
    wrong.write_text("contenton: A\ntitle: T\n", encoding="utf-8")
    assert main(["fmt"]) == 1
    said = capsys.readouterr()
    assert "content/wrong/essay.yaml:1:1: error: unknown key 'contenton'" in said.err
    assert said.err.endswith("what has an error is left as it is\n")
    assert said.out == "changed: content/park/essay.yaml\n1 file changed, 1 formatted already\n"
    assert park.read_text(encoding="utf-8") == DONE
    assert wrong.read_text(encoding="utf-8") == "contenton: A\ntitle: T\n"
    assert main(["fmt", "content/park"]) == 0
    assert capsys.readouterr().err == ""


def test_an_error_of_a_whole_folder_holds_for_each_file_in_it(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    park.parent.rename(park.parents[1] / "tags")  # the site has a folder of that name itself
    assert main(["fmt", "content/tags/essay.yaml"]) == 1
    said = capsys.readouterr()
    assert "content/tags:1:1: error: folder 'tags' is a reserved name" in said.err
    assert said.out == "0 files changed, 0 formatted already\n"


def test_a_file_that_would_lose_a_comment_is_named_and_left(
    park: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    park.write_text(f"{ESSAY}# see https://example.org/../x\n", encoding="utf-8")
    monkeypatch.setattr("argsite.editing.formatting.lay_out", lambda _: DONE)
    assert main(["fmt", "content/park"]) == 1
    assert capsys.readouterr().err == (
        "content/park/essay.yaml is left as it is: the comment '# see https://example.org/../x'"
        " would be lost\n"
    )
    assert park.read_text(encoding="utf-8").endswith("# see https://example.org/../x\n")


def test_a_file_that_is_no_part_of_a_site_is_refused(
    park: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("a: b\n", encoding="utf-8")
    assert main(["fmt", "content/about.md"]) == 2
    assert capsys.readouterr().err == (
        "argsite: content/about.md is not formatted: only site.yaml and the files of essays are\n"
    )
    assert main(["fmt", "other.yaml"]) == 2
    assert "other.yaml is not in the folder content/ of a site" in capsys.readouterr().err
    assert park.read_text(encoding="utf-8") == ESSAY
