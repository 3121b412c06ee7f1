"""Which language a tag names, and which way its script runs."""

from __future__ import annotations

import pytest

from argsite.language import direction, same
from argsite.language.tags import best, is_tag


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
    [("uk-UA", "uk"), ("pt-br-x-a", "pt-BR"), ("pt-PT", ""), ("UK", "uk"), ("ukr", "")],
)
def test_the_nearest_of_the_known_languages_is_found(tag: str, expected: str) -> None:
    assert best(tag, {"uk", "pt-BR"}) == expected


def test_a_language_and_its_regional_form_are_the_same() -> None:
    assert same("en", "en-GB")
    assert same("en-GB", "EN")
    assert not same("en-GB", "en-US")
    assert not same("he", "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, True)
            for text in (
                *("en", "UK", "haw", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "de-CH-1996"),
                *("sl-rozaj-biske", "en-u-nu-latn", "de-x-home", "x-klingon", "x-a-b"),
            )
        ),
        *(
            (text, False)
            for text in (
                *("", "e", "english", "de-1", "de-", "-de", "de_AT", "de-A", "en GB", "x", "de-x"),
                *("de-Latn-Latn", "de-1996-1996", "de-DE-AT", "de-u", "українська"),
            )
        ),
    ],
)
def test_only_what_bcp_47_allows_is_a_tag(text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_tag(text) is expected
