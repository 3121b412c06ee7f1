"""The steps of an argument as a statement's page lists them."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.steps import StepItem, step_item
from tests.built import make_edition

ESSAY = """\
title: The park
contention:
  id: open
  text: Open it.
  premises:
    - together: [{id: lit, text: It is lit.}, {id: staffed, text: It is staffed.}]
      weight: 2.50
      label: presumably
      scheme: cause-to-effect
      roles: {data: staffed}
      undercuts:
        - id: fog
          text: Not in fog.
          undercuts:
            - id: rare
              text: Fog is rare.
              undercuts:
                - id: autumn
                  text: Not in autumn.
                  undercuts: [{id: short, text: Autumn is short.}, Autumn is mild.]
"""


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Return the edition of a site of one essay."""
    return make_edition(tmp_path, {"content/park/essay.yaml": ESSAY})


def item(edition: Edition, key: str) -> StepItem:
    """Return an argument as the contention's page lists it."""
    return step_item(Desk(edition, "park/open.html"), edition.graph.arguments[key])


def test_a_step_with_all_that_can_be_said_of_it(edition: Edition) -> None:
    step = item(edition, "park/lit.for.open")
    assert (step.word, step.towards, step.target.key) == ("Because", "Speaks for", "park/open")
    assert [link.href for link in step.premises] == ["lit.html", "staffed.html"]
    assert step.roles == ("", "data")
    assert (step.label, step.scheme, step.weight) == ("presumably", "cause to effect", "2.5")


def test_a_plain_step_says_nothing_of_itself(edition: Edition) -> None:
    (rare,) = edition.graph.uses_of("park/short")
    step = item(edition, rare.key)
    assert (step.label, step.scheme, step.weight, step.trouble) == ("", "", "", "")


def test_undercuts_of_undercuts_are_listed_so_far(edition: Edition) -> None:
    step, shown = item(edition, "park/lit.for.open"), []
    while step.undercuts:
        (step,) = step.undercuts
        shown.append(step.premises[0].key)
    assert shown == ["park/fog", "park/rare", "park/autumn"]
    assert step.undercuts_left_out == 2


def test_an_undercut_is_about_the_statement_that_the_step_concludes(edition: Edition) -> None:
    (fog,) = edition.graph.uses_of("park/autumn")
    step = item(edition, fog.key)
    assert (step.towards, step.target.key) == ("Attacks a step towards", "park/open")


def test_a_step_that_an_objection_decides_says_so(edition: Edition) -> None:
    (autumn,) = edition.graph.uses_of("park/autumn")
    assert "Autumn is short" in item(edition, autumn.key).trouble


def test_an_objection_that_nothing_answers_says_so(tmp_path: Path) -> None:
    essay = """\
title: The park
contention: {id: open, text: Open it., rebuttals: [{id: dark, text: It is dark.}]}
"""
    edition = make_edition(tmp_path, {"content/park/essay.yaml": essay})
    assert item(edition, "park/dark.against.open").unanswered
