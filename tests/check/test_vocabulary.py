"""The words of a text, as checks compare them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.check.vocabulary import normal, terms, words
from argsite.language import grammar
from tests.naughty import NAUGHTY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The *lit* park, is SAFE!", "the lit park is safe"),
        ("[A link](#there) and `code`", "a link and code"),
        ("It isn’t, it can't", "it is n't it ca n't"),
        ("п’ять / п'ять / пʼять", "п'ять п'ять п'ять"),
        ("l’eau", "l'eau"),
        ("−5 and -5, 5-6 and 1,000.5", "-5 and -5 5 6 and 1,000.5"),
        ("3 % of 5 €", "3 % of 5 €"),
        ("co-operate", "co operate"),
        ("park\u00adbench\u200b", "parkbench"),
        ("Straße", "strasse"),
        ("हिन्दी में।", "हिन्दी में"),
        ("公園は安全です。", "公園は安全です"),
        ("…!?", ""),
        ("", ""),
    ],
)
def test_words_are_what_is_said_and_not_how(text: str, expected: str) -> None:
    assert normal(text) == expected


@given(st.text())
def test_what_is_normal_stays_so_in_capitals_and_with_more_space(text: str) -> None:
    once = normal(text)
    assert once == " ".join(once.split())
    assert normal(f" {text} ") == once


@pytest.mark.parametrize("text", NAUGHTY)
def test_any_text_has_words(text: str) -> None:
    assert isinstance(normal(text), str)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The park's lamps were not lit in 2024.", "park lamps lit"),
        ("de", "Die Wege im Park sind sicher.", "wege park sicher"),
        ("fr", "L’eau du lac n'est pas profonde.", "eau lac profonde"),
        ("uk", "У парку є освітлені стежки.", "парку освітлені стежки"),
        ("es", "El parque es seguro.", ""),
    ],
)
def test_terms_are_the_words_that_carry_meaning(language: str, text: str, expected: str) -> None:
    assert " ".join(terms(text, grammar(language)).values()) == expected


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_a_text_in_ascii_has_the_same_words_as_with_a_letter_that_is_not(text: str) -> None:
    assert words(f"{text} é") == (*words(text), "é")
