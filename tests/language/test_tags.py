"""Which language a tag names, and which way its script runs."""

from __future__ import annotations

import pytest

from argsite.language import direction, same
from argsite.language.tags import best


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        *(
            (tag, "ltr")
            for tag in ("en", "uk", "de-CH", "ja", "zh-Hant", "az", "pa", "xx", "sr-Latn")
        ),
        *((tag, "rtl") for tag in ("ar", "ar-EG", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv")),
        # The script may be said, or follow from the country.
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("pa-PK", "rtl"),
        ("uz-AF", "rtl"),
    ],
)
def test_a_script_runs_one_way(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("uk-UA", "uk"), ("pt-BR-x-a", "pt-br"), ("pt-PT", ""), ("UK", "uk"), ("ukr", "")],
)
def test_the_nearest_of_the_known_languages_is_found(tag: str, expected: str) -> None:
    assert best(tag, {"uk", "pt-br"}) == expected


def test_a_language_and_its_regional_form_are_the_same() -> None:
    assert same("en", "en-GB")
    assert same("en-GB", "EN")
    assert not same("en-GB", "en-US")
    assert not same("he", "en")
