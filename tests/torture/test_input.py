"""Each promise about bad input has a test, and each test that is named is there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from argsite.build import read
from argsite.problems import Code
from tests.casebook import read_cases
from tests.sites import SMALL_ESSAY, write

ROOT = Path(__file__).parents[2]
PROMISES = Path(__file__).with_name("input.md")

ROWS = [
    line.split(" | ")
    for line in PROMISES.read_text(encoding="utf-8").split("\n")
    if line.startswith("| ") and "`tests/" in line
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][2:40])
def test_the_tests_that_hold_a_promise_are_there(row: list[str]) -> None:
    for path, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row[-1]):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert not name or f"def {name}(" in text, (path, name)
    for folder, name in re.findall(r"`cases/(\w+)/(\w+)\.md`", row[-1]):
        assert any(case.path.stem == name for case in read_cases(folder))


def test_each_promise_names_a_test() -> None:
    assert len(ROWS) == PROMISES.read_text(encoding="utf-8").count("\n| ") - 1


def test_a_chain_of_ten_thousand_statements_is_checked(tmp_path: Path) -> None:
    number = 10_000
    claims = "".join(
        f"      - {{id: s{n}, text: It is {n}., premises: [{{ref: s{n + 1}}}]}}\n"
        for n in range(1, number)
    )
    essay = (
        "title: T\ncontention: {id: top, text: C., premises: [{ref: s1}]}\n"
        f"points:\n  - number: 1\n    title: P\n    claims:\n{claims}"
        f"      - {{id: s{number}, text: It is so.}}\n"
    )
    write(tmp_path, {"content/park/essay.yaml": essay})
    reading = read(tmp_path)
    assert not reading.outcome.failed
    assert reading.standing is not None
    assert len(reading.standing.statuses) == number + 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_devices_are_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, {"content/small/essay.yaml": SMALL_ESSAY})
    (tmp_path / "content" / "about.md").symlink_to("/dev/zero")
    (tmp_path / "content" / "small" / "1-light.yaml").symlink_to("/dev/random")
    problems = read(tmp_path).outcome.problems
    assert {each.code for each in problems} == {Code.UNREADABLE_FILE}
    assert {each.at.path for each in problems} == {
        "content/about.md",
        "content/small/1-light.yaml",
    }
