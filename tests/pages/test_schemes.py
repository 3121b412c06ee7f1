"""A step's scheme is named in the page's language."""

from __future__ import annotations

import pytest

from argsite.formats.schemes import SCHEMES
from argsite.language import languages, words_of
from argsite.pages.schemes import scheme_word


@pytest.mark.parametrize("language", languages())
def test_each_scheme_has_a_name_of_its_own(language: str) -> None:
    names = {scheme_word(words_of(language), scheme) for scheme in SCHEMES}
    assert len(names) == len(SCHEMES)
    assert not [name for name in names if "-" in name and name in SCHEMES]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "expert opinion"),
        ("de", "Expertenmeinung"),
        ("fr", "avis d’expert"),
        ("uk", "думка експерта"),
    ],
)
def test_a_scheme_is_named_in_the_language_of_the_page(language: str, expected: str) -> None:
    assert scheme_word(words_of(language), "expert-opinion") == expected


def test_a_scheme_that_is_not_known_stays_as_it_is_written() -> None:
    assert scheme_word(words_of("uk"), "my-own-scheme") == "my own scheme"
    assert scheme_word(words_of("uk"), "") == ""
