"""`argsite why` says step by step what a status rests on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite.analysis import stand
from argsite.cli import main
from argsite.cli.explanation import Explanation
from argsite.cli.terminal import Screen, screen
from argsite.model import Library, Site, Status
from tests.analysis import notation
from tests.casebook import Case, read_cases
from tests.terminal import play

PAPER = Screen(None, screen().signs, coloured=False)

CASES = [each for each in read_cases("cli") if each.path.stem == "why"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    golden_fence: Callable[[Case, str, str], None],
) -> None:
    play(case, tmp_path, monkeypatch, capsys, golden_fence)


def test_every_status_is_explained_in_a_case() -> None:
    said = "\n".join(text for case in CASES for text in case.fences.values())
    explained = {status for status in Status if f"\n{status.capitalize()}: " in said}
    assert explained == set(Status)


@pytest.mark.parametrize(
    "case", read_cases("standing"), ids=lambda case: f"{case.path.stem}: {case.title}"
)
def test_each_statement_of_every_case_of_standing_is_explained(case: Case) -> None:
    graph = notation.read(case.fences["graph"])
    essay = notation.essay(graph, notation.name(next(iter(graph.statements))))
    library = Library(Site("Site", notation.AT), (essay,), (), graph, {})
    standing = stand(graph)
    for statement in graph.statements.values():
        explanation = Explanation(library, standing, statement)
        text = "\n".join(explanation.text(PAPER))
        assert text.startswith(f"{PAPER.signs.marks[standing.statuses[statement.key]]} ")
        short = explanation.short().replace("[", "").replace("]", "")
        assert short in case.fences["standing"].splitlines()
        json.dumps(explanation.data())


def test_json_holds_what_the_text_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    essay = tmp_path / "content" / "park" / "essay.yaml"
    essay.parent.mkdir(parents=True)
    essay.write_text(
        "title: Park\ncontention: {id: top, text: The *top*., premises: [{id: a, text: A.}]}\n",
        encoding="utf-8",
    )
    assert main(["why", "top", "-C", str(tmp_path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {
        "statement": "park/top",
        "text": "The top.",
        "status": "stands",
        "reason": "[a] speaks for it, and nothing speaks against it.",
        "rule": "A reason for it holds, and everything said against it is answered or outweighed.",
        "expect": None,
        "because": [
            {
                "depth": 1,
                "step": "park/a.for.top",
                "kind": "for",
                "label": "in",
                "weight": 1.0,
                "premises": ["park/a"],
                "target": "park/top",
                "decides": True,
                "reason": "Its premise holds, and nothing undercuts it.",
            },
            {
                "depth": 2,
                "again": False,
                "statement": "park/a",
                "text": "A.",
                "status": "presumed",
                "reason": "It is taken as given, and nothing speaks against it.",
            },
        ],
    }
