"""The table of formats."""

from __future__ import annotations

import re

import pytest

from argsite.formats import FORMATS


def test_each_format_knows_its_own_files() -> None:
    for each in FORMATS:
        assert each.main.endswith(each.endings)
        assert not re.fullmatch(each.part, each.main)


@pytest.mark.parametrize(
    ("name", "is_part"),
    [
        ("1-a.yaml", True),
        ("12-lit-paths.yaml", True),
        ("7-.yaml", False),
        ("0-a.yaml", False),
        ("01-a.yaml", False),
        ("1.yaml", False),
        ("1-a.yml", False),
    ],
)
def test_points_files_begin_with_their_number(name: str, *, is_part: bool) -> None:
    assert bool(re.fullmatch(FORMATS[0].part, name)) is is_part
