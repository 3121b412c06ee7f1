"""Terms are found among others in another form, or as a part of a longer word."""

from __future__ import annotations

import pytest

from argsite.check.terms import Heap, listed


@pytest.mark.parametrize(
    ("stem", "others", "found"),
    [
        ("park", "park lake", True),
        ("park", "lake", False),
        ("negoti", "negotiat", True),
        ("nacht", "parknachtwache", True),
        ("parkweg", "weg park", True),
        ("weg", "parkweg", False),
        ("case", "castle", False),
        ("port", "", False),
    ],
)
def test_a_term_is_found(stem: str, others: str, *, found: bool) -> None:
    assert (stem in Heap([dict.fromkeys(others.split(), "")])) is found


def test_of_many_words_a_few_are_named() -> None:
    assert listed(["a"], "a") == "'a'"
    assert listed([*"abcde"], "a b c d e") == "'a', 'b', 'c', 'd' and 1 more"


def test_words_are_named_as_they_are_written() -> None:
    assert listed(["plato", "ai", "er"], "Her **Plato**, AI, er") == "'Plato', 'AI', 'er'"
