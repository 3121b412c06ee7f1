"""The project's own content is what it shows others: without problems, and in the style of fmt."""

from __future__ import annotations

import pytest

from argsite.build import check
from argsite.cli import main
from argsite.problems import Code, render
from tests.built import ROOT


def test_its_only_problems_are_rebuttals_that_nobody_answers_yet() -> None:
    outcome = check(ROOT)
    others = [each for each in outcome.problems if each.code is not Code.UNANSWERED_REBUTTAL]
    assert not [render(each, outcome.manuscripts) for each in others]


def test_it_is_written_as_fmt_writes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", "--check", str(ROOT)]) == 0, capsys.readouterr().out
