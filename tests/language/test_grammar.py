"""What checks know of a language is read from its file."""

from __future__ import annotations

import pytest

from argsite.language import grammar
from argsite.language.grammar import UNKNOWN, Grammar, known


def test_four_languages_are_known() -> None:
    assert known() == {"de", "en", "fr", "uk"}


@pytest.mark.parametrize("tag", ["de", "de-CH", "DE", "de_AT"])
def test_a_tag_has_the_grammar_of_its_language(tag: str) -> None:
    assert grammar(tag) is grammar("de")


@pytest.mark.parametrize("tag", ["", "es", "zh-Hant", "../en", "x"])
def test_of_other_languages_nothing_is_known(tag: str) -> None:
    assert grammar(tag) is UNKNOWN


@pytest.mark.parametrize("language", sorted(known()))
def test_each_part_of_a_grammar_says_something(language: str) -> None:
    words = grammar(language)
    needless = {"bases", "plurals", "between"}  # for some languages there is nothing to say
    assert all(getattr(words, name) for name in {*Grammar.__slots__} - needless)
    assert words.nominatives <= words.subjects


@pytest.mark.parametrize("language", sorted(known()))
def test_words_are_written_as_they_are_compared(language: str) -> None:
    words = grammar(language)
    every = set().union(*(getattr(words, name) for name in Grammar.__slots__))
    assert {each for each in every if each != each.casefold() or "’" in each} == set()


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "burglary burglaries"),
        ("en", "safe safety safer"),
        ("en", "open opens opened opening"),
        ("de", "lampe lampen"),
        ("de", "sicheren sicherem sicherheit"),
        ("fr", "lampe lampes"),
        ("fr", "sûr sûrs sûre sûres"),
        ("uk", "лампа лампи лампу ламп лампами"),
        ("uk", "безпечний безпечна безпечного"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({grammar(language).stem(each) for each in forms.split()}) == 1


def test_a_stem_has_three_letters_at_least() -> None:
    assert [grammar("en").stem(each) for each in ("bed", "needs", "a", "")] == [
        "bed", "need", "a", "",
    ]  # fmt: skip
