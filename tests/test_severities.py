"""How much a problem matters: usual, set by a site, silenced."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.build import build, check
from argsite.problems import Code, Problem, Severity
from argsite.severities import DEFAULTS, FIXED, SETTABLE, judged
from argsite.source import Location
from tests.sites import write

AT = Location("content/park/essay.yaml", 3)
QUESTION = Problem(Code.QUESTION, AT, "a question", severity=Severity.WARNING)
LONE = Problem(Code.LONE_TERM, AT, "a lone term", severity=Severity.NOTE)
LINK = Problem(Code.BROKEN_LINK, AT, "leads nowhere")


def test_each_code_is_in_one_of_the_tables() -> None:
    assert not FIXED.keys() & SETTABLE.keys()
    assert DEFAULTS.keys() == set(Code)


def test_problems_are_judged_as_the_site_says() -> None:
    settings = {Code.QUESTION: None, Code.LONE_TERM: Severity.ERROR}
    found = judged([QUESTION, LONE, LINK], settings, least=Severity.NOTE)
    assert [(each.code, each.severity) for each in found] == [
        (Code.LONE_TERM, Severity.ERROR),
        (Code.BROKEN_LINK, Severity.ERROR),
    ]
    assert judged([QUESTION, LONE, LINK], {}, least=Severity.NOTE) == [QUESTION, LONE, LINK]


def test_a_build_has_no_notes() -> None:
    assert judged([QUESTION, LONE], {}, least=Severity.WARNING) == [QUESTION]
    as_note = {Code.QUESTION: Severity.NOTE}
    assert judged([QUESTION], as_note, least=Severity.WARNING) == []
    (found,) = judged([QUESTION], as_note, least=Severity.NOTE)
    assert found.severity is Severity.NOTE


ESSAY = """\
title: The park
contention:
  id: keep
  text: Keep the lake.
  premises:
    - The lake is deep.
    - ref: the-lake-is-deep
  expect: rebutted
"""
"""Has a derived id that is used, and an expectation that is not met."""


def found(root: Path, checks: str, essay: str = ESSAY) -> list[str]:
    """Return severity and code of each problem of a site with these settings."""
    site = f"title: Parks\nchecks: {checks}\n"
    write(root, {"content/site.yaml": site, "content/park/essay.yaml": essay})
    return [f"{each.severity} {each.code}" for each in check(root).problems]


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        ("{}", ["warning derived-id", "error expect-not-met"]),
        ("{derived-id: error}", ["error derived-id", "error expect-not-met"]),
        ("{derived-id: note, expect-not-met: note}", ["note derived-id", "note expect-not-met"]),
        ("{derived-id: off, expect-not-met: warning}", ["warning expect-not-met"]),
        ("{derived-id: off, expect-not-met: off}", []),
    ],
)
def test_a_site_sets_severities(tmp_path: Path, checks: str, said: list[str]) -> None:
    assert found(tmp_path, checks) == said


def test_what_a_site_sets_decides_whether_it_is_built(tmp_path: Path) -> None:
    found(tmp_path, "{expect-not-met: warning, derived-id: note}")
    outcome = build(tmp_path, tmp_path / "site")
    assert outcome.written
    assert [each.code for each in outcome.problems] == [Code.EXPECT_NOT_MET]
    found(tmp_path, "{expect-not-met: off, derived-id: error}")
    assert build(tmp_path, tmp_path / "site").failed


def test_what_a_site_silences_is_silent_beside_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    essay = "title: Issue #3 is bad\ncontention: Keep it.\n"
    assert found(tmp_path, "{}", essay) == ["warning cut-text"]
    write(tmp_path, {"content/park/essay.yaml": essay, "content/lake/essay.yaml": "title: ["})
    assert {each.code for each in check(tmp_path).problems} == {Code.CUT_TEXT, Code.BAD_YAML}
    write(tmp_path, {
        "content/site.yaml": "title: Parks\nchecks: {cut-text: off}\n",
        "content/lake/essay.yaml": "title: [",
        "content/park/essay.yaml": essay,
    })  # fmt: skip
    assert {each.code for each in check(tmp_path).problems} == {Code.BAD_YAML}
