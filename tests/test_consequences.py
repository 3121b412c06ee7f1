"""One slip is told as one mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite import consequences
from argsite.build import check
from argsite.problems import is_error
from argsite.source import Location, Manuscript
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


def test_what_stands_below_several_unknown_keys_is_looked_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ", ".join(f"k{number}: {{id: i{number}}}" for number in range(500))
    text = f"{{title: T, prose: '[dark](#i499)', contention: C, {keys}}}\n"
    write(tmp_path, {"content/park/essay.yaml": text})
    looked: list[int] = []
    below = consequences._below  # noqa: SLF001 - counted, as it takes the time

    def note(manuscript: Manuscript, key: Location) -> list[str]:
        looked.append(key.line)
        return below(manuscript, key)

    monkeypatch.setattr(consequences, "_below", note)
    problems = [each for each in check(tmp_path).problems if is_error(each)]
    assert len(problems) == 500  # and none for the link
    assert looked == [1]
