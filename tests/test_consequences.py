"""One slip is told as one mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.build import check
from argsite.problems import is_error
from tests.sites import write

ESSAY = """\
title: The park
prose: It is [dark](#dark), and [lit](park#lit), and [green](#green).
contention:
  id: keep-open
  text: The park should stay open.
  premises:
    - ref: lit
"""

POINT = """\
number: 1
title: Light
claim:
  id: safe
  text: The park is safe.
  premises:
    - id: lit
      text: It is lit.
  rebuttals:
    - id: dark
      text: It is dark.
"""


GREEN = "2: unknown id 'green' in essay 'park'"
"""A link to what was never written stays a mistake of its own."""


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (POINT.replace("rebuttals", "rebutals"), "9: unknown key 'rebutals' in a claim"),
        (POINT.replace("premises", "premisses"), "6: unknown key 'premisses' in a claim"),
        (
            POINT.replace("premises:\n    - id: lit\n  ", "premisses:\n  - id: lit\n"),
            "6: unknown key 'premisses' in a claim",
        ),
        (POINT.replace("id: dark", "id: drak"), "2: unknown id 'dark' in essay 'park'"),
    ],
)
def test_uses_of_what_stands_below_an_unknown_key_are_not_called_mistakes(
    tmp_path: Path, point: str, told: str
) -> None:
    write(tmp_path, {"content/park/essay.yaml": ESSAY, "content/park/1-light.yaml": point})
    errors = [
        f"{each.at.line}: {each.message}" for each in check(tmp_path).problems if is_error(each)
    ]
    assert GREEN in errors
    (said,) = (each for each in errors if each != GREEN)
    assert said.startswith(told)
