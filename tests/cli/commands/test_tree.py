"""`argsite tree` shows every statement of an essay, how it fares and what it bears on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite.cli import main
from tests.casebook import Case, read_cases
from tests.samples import write_site
from tests.sites import read
from tests.terminal import play


@pytest.mark.parametrize(
    "case",
    [each for each in read_cases("cli") if each.path.stem == "tree"],
    ids=lambda case: case.title,
)
def test_case(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    golden_fence: Callable[[Case, str, str], None],
) -> None:
    play(case, tmp_path, monkeypatch, capsys, golden_fence)


@pytest.mark.parametrize("columns", ["", "80", "1"])
def test_every_statement_of_every_essay_is_shown(
    columns: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_site(tmp_path, 3, 150)
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["tree", "-C", str(tmp_path)]) == 0
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
    for part in shown.split("The essay ")[1:]:
        slug = part.split(" ", 1)[0]
        loaded, _ = read(tmp_path)
        assert loaded.library
        ids = {each.id for each in loaded.library.essay(slug).statements}
        assert ids <= set(re.findall(r"\[(\S+)\]", part))


def test_a_chain_of_thousands_is_shown_and_a_circle_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count = 3000
    claims = [
        f"      - id: s{number}\n        text: Statement {number}.\n"
        f"        premises: [ref: s{number % count + 1}]\n"
        for number in range(1, count + 1)
    ]
    essay = tmp_path / "content" / "deep" / "essay.yaml"
    essay.parent.mkdir(parents=True)
    essay.write_text(
        "title: Deep\ncontention: {id: top, text: The top., premises: [ref: s1]}\n"
        f"points:\n  - number: 1\n    title: Only\n    claims:\n{''.join(claims)}",
        encoding="utf-8",
    )
    assert main(["tree", "-C", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    texts = [line for line in lines if "Statement" in line and "see above" not in line]
    begun_again = lines.count("Continued from above")
    assert len(texts) - begun_again == count
    assert lines[-1].endswith("Statement 1. [s1]  point 1, see above")
    assert max(map(len, lines)) < 250
