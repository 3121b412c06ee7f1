"""`argsite rename` as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.cli import main

ESSAY = """\
title: The park
prose: The park is [safe](#safe).
contention:
  id: keep
  text: The park should stay open.
  premises:
    - id: safe
      text: It is safe.
"""


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site with one small essay and a page, and go there; return the essay."""
    essay = tmp_path / "content" / "park" / "essay.yaml"
    essay.parent.mkdir(parents=True)
    essay.write_text(ESSAY, encoding="utf-8")
    (tmp_path / "content" / "about.md").write_text("[Safe](park#safe)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return essay


def test_it_changes_every_file_and_says_where(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (
        "park/safe to lit: 4 places in 2 files\n"
        "  content/about.md: line 1\n"
        "  content/park/essay.yaml: lines 2, 7\n"
    )
    assert main(["rename", "safe", "lit", "--dry-run"]) == 0
    assert capsys.readouterr().out == f"Would rename {said}"
    assert park.read_text(encoding="utf-8") == ESSAY
    assert main(["rename", "park/safe", "lit"]) == 0
    assert capsys.readouterr().out == f"Renamed {said}"
    assert park.read_text(encoding="utf-8") == (
        ESSAY.replace("#safe", "#lit").replace("id: safe\n", "id: lit\n      aliases: [safe]\n")
    )
    assert Path("content/about.md").read_text(encoding="utf-8") == "[Safe](park#lit)\n"
    assert main(["check"]) == 0
    assert main(["fmt", "--check"]) == 0


def test_diff_shows_the_lines_and_writes_nothing(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rename", "safe", "park/lit", "--diff"]) == 0
    assert capsys.readouterr().out == (
        "--- content/about.md\n+++ content/about.md\n@@ -1 +1 @@\n"
        "-[Safe](park#safe)\n+[Safe](park#lit)\n"
        "--- content/park/essay.yaml\n+++ content/park/essay.yaml\n@@ -1,8 +1,9 @@\n"
        " title: The park\n-prose: The park is [safe](#safe).\n+prose: The park is [safe](#lit).\n"
        " contention:\n   id: keep\n   text: The park should stay open.\n   premises:\n"
        "-    - id: safe\n+    - id: lit\n+      aliases: [safe]\n       text: It is safe.\n"
    )
    assert park.read_text(encoding="utf-8") == ESSAY


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sfae", "lit", "there is no statement 'sfae'; did you mean 'safe'?"),
        (
            "xyz",
            "lit",
            "there is no statement 'xyz'; `argsite tree` shows the ids of all statements",
        ),
        ("safe", "keep", "'keep' is the id of the statement at content/park/essay.yaml:4:3"),
        ("safe", "other/lit", "a statement stays in its essay; write 'lit' for the new id"),
        ("park/", "lit", "'park' is an essay, whose name is that of its folder content/park"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    old: str, new: str, words: str, park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rename", old, new]) == 2
    assert capsys.readouterr().err == f"argsite: {words}\n"
    assert park.read_text(encoding="utf-8") == ESSAY


def test_a_site_with_an_error_is_left_as_it_is(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ESSAY.replace("(#safe)", "(#sfae)")
    park.write_text(wrong, encoding="utf-8")
    assert main(["rename", "safe", "lit"]) == 1
    said = capsys.readouterr().err
    assert "content/park/essay.yaml:2:27: error: unknown id 'sfae' in essay 'park'" in said
    assert said.endswith("nothing was renamed; first mend what is wrong\n")
    assert park.read_text(encoding="utf-8") == wrong


def test_an_id_that_reads_as_a_position_is_refused(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        f"{ESSAY}    - together: [{{id: a, text: A}}, {{id: b, text: B}}]\n"
        "      roles: {warrant: 2}\n"
    )
    park.write_text(text, encoding="utf-8")
    assert main(["rename", "a", "2"]) == 2
    assert "'2' would change what the essays say; choose another id" in capsys.readouterr().err
    assert park.read_text(encoding="utf-8") == text
