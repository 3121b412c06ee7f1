"""`argsite stats` counts what a site holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite.cli import main
from tests.casebook import Case, read_cases
from tests.samples import write_site
from tests.terminal import play


@pytest.mark.parametrize(
    "case",
    [each for each in read_cases("cli") if each.path.stem == "stats"],
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


def test_the_figures_of_all_are_those_of_the_essays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, 3, 60)
    assert main(["stats", str(tmp_path), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["essay"] for each in told["essays"]] == ["essay-1", "essay-2", "essay-3"]
    for name, value in told["all"].items():
        parts = [each[name] for each in told["essays"]]
        if isinstance(value, dict):
            assert value == {key: sum(part[key] for part in parts) for key in value}
        elif name == "widest_at":
            assert value in parts
        else:
            assert value == (max if name in {"depth", "widest"} else sum)(parts)
