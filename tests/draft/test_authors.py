"""A line below the title may say who wrote the essay."""

from __future__ import annotations

import pytest

from argsite.draft.authors import Authors


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Author: a. writer", "a. writer"),
        ("**Autor:** Jan Muster", "Jan Muster"),
        ("by Jane Doe", "Jane Doe"),
        ("*By Jane Doe and Ann van Dyck*", "Jane Doe and Ann van Dyck"),
        ("Von Karl Kraus", "Karl Kraus"),
        ("By and large it is true", ""),
        ("By now, everyone knows that Paris is in France", ""),
        ("Von Anfang an", ""),
        ("Baywatch", ""),
    ],
)
def test_a_name_is_read(line: str, name: str) -> None:
    assert Authors(("Author", "Autor"), ("by", "von")).read(line) == name
