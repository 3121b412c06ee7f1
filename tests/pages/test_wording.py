"""Each thing of the model has its word, and the place of a statement is said with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.diagram import relation, status_word
from argsite.language import ENGLISH
from argsite.model import Kind, Role, Status
from argsite.pages.wording import meaning, place, place_in, role_word, towards
from tests.built import make_edition


def test_each_thing_has_a_word_of_its_own() -> None:
    assert len({relation(ENGLISH, each) for each in Kind}) == len(Kind)
    assert len({towards(ENGLISH, each) for each in Kind}) == len(Kind)
    assert len({role_word(ENGLISH, each) for each in Role}) == len(Role)
    assert len({meaning(ENGLISH, each) for each in Status}) == len(Status)


@pytest.mark.parametrize("status", list(Status))
def test_in_english_the_word_for_a_status_is_the_one_that_authors_write(status: Status) -> None:
    assert status_word(ENGLISH, status) == str(status)


def test_a_place_is_said_with_its_point_where_there_is_one(tmp_path: Path) -> None:
    essay = """\
title: The park
contention: {id: open, text: Open it.}
points:
  - {number: 1, title: Light, claim: {id: lit, text: It is lit.}}
"""
    edition = make_edition(tmp_path, {"content/park/essay.yaml": essay})
    opening, lit = (edition.graph.statements[f"park/{each}"] for each in ("open", "lit"))
    assert place(ENGLISH, opening) == "Contention"
    assert place(ENGLISH, lit) == "Claim · point 1"
    assert place_in(ENGLISH, opening, "The park") == "Contention in “The park”"
    assert place_in(ENGLISH, lit, "The park") == "Claim in “The park”, point 1"
