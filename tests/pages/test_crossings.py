"""Where arguments lead from one essay to another."""

from __future__ import annotations

from pathlib import Path

from argsite.pages.crossings import Crossings
from tests.built import make_edition

SITE = {
    "content/one/essay.yaml": """\
title: One
contention: {id: top, text: Top., premises: [{ref: two/claim}, {id: mine, text: Mine.}]}
""",
    "content/two/essay.yaml": """\
title: Two
contention:
  id: other
  text: Other.
  premises:
    - {id: claim, text: Claim., premises: [{id: deep, text: Deep., rebuttals: [{ref: three/far}]}]}
    - ref: three/near
""",
    "content/three/essay.yaml": """\
title: Three
contention: {id: far, text: Far., premises: [{id: near, text: Near.}]}
""",
}


def test_an_essay_rests_on_statements_and_these_on_what_is_below_them_alone(tmp_path: Path) -> None:
    crossings = Crossings(make_edition(tmp_path, SITE).library.graph)
    assert crossings.below("one") == {"two/claim"}
    assert crossings.below("two") == {"three/far", "three/near"}
    assert crossings.below("two/claim") == {"three/far"}
    assert crossings.below("three/far") == set()


def test_steps_that_join_two_essays_belong_to_both(tmp_path: Path) -> None:
    crossings = Crossings(make_edition(tmp_path, SITE).library.graph)
    assert len(crossings.steps("one")) == 1
    assert crossings.steps("one") < crossings.steps("two")
    assert len(crossings.steps("three")) == 2
