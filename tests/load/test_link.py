"""Which name an author may have meant."""

from __future__ import annotations

import pytest

from argsite.load.link import nearest

FEW = ["patrols", "lit-paths"]
MANY = [*FEW, *(f"s-{number}" for number in range(1000))]


@pytest.mark.parametrize("known", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize("name", ["patrol", "patrolss", "partols", "pattols"])
def test_a_slip_is_found_among_few_and_among_many(name: str, known: list[str]) -> None:
    assert nearest(name, known) == "did you mean 'patrols'?"


@pytest.mark.parametrize("known", [FEW, MANY], ids=["few", "many"])
def test_nothing_is_guessed_for_what_is_unlike_any(known: list[str]) -> None:
    assert nearest("xyzzy" * 100, known) == ""
