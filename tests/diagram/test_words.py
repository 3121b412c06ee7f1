"""The words beside statements are in the language of the page."""

from __future__ import annotations

import pytest

from argsite.diagram import relation, status_word
from argsite.language import words_of
from argsite.model import Kind, Status


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Because", "But", "Does not follow"]),
        ("de", ["Weil", "Aber", "Folgt nicht"]),
        ("fr", ["Parce que", "Mais", "Ne s’ensuit pas"]),
        ("uk", ["Бо", "Але", "Не випливає"]),
    ],
)
def test_relations(language: str, expected: list[str]) -> None:
    assert [relation(words_of(language), each) for each in Kind] == expected


@pytest.mark.parametrize("language", ["en", "de", "fr", "uk"])
def test_each_status_has_a_word_of_its_own(language: str) -> None:
    said = [status_word(words_of(language), each) for each in Status]
    assert len(set(said)) == len(Status)
    if language != "en":
        assert not set(said) & {str(each) for each in Status}
