"""The catalogues: each message of the interface is in each, translated, and nothing else is."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

from argsite.language import languages
from tests.tools.update_words import catalogues, extract, read

LANGUAGES = [each for each in languages() if each != "en"]

_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_TAG = re.compile(r"<[^>]*>")


def forms(message: Message) -> tuple[str, ...]:
    """Return the translations of a message: one, or one for each plural form."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def originals(message: Message) -> tuple[str, ...]:
    """Return a message in English: itself, or its singular and its plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def told(message: Message) -> str:
    """Return a message as a failing test names it."""
    return f"{originals(message)[0]} ({', '.join(sorted({at for at, _ in message.locations}))})"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_nothing_is_left_over(language: str) -> None:
    catalogue = read(language)
    wanted = {originals(each): told(each) for each in extract() if each.id}
    known = {originals(each): each for each in catalogue if each.id}
    missing = [name for ids, name in wanted.items() if ids not in known]
    assert not missing, "run `make words` and translate"
    untranslated = [told(each) for each in known.values() if not all(forms(each))]
    assert not untranslated
    assert not [told(each) for each in known.values() if each.fuzzy]
    assert not [told(each) for ids, each in known.items() if ids not in wanted]
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_and_the_marks_of_its_message(language: str) -> None:
    for message in read(language):
        if not message.id or not all(forms(message)):
            continue
        *_, most = originals(message)
        for form in forms(message):
            assert set(_PLACEHOLDER.findall(form)) == set(_PLACEHOLDER.findall(most)), told(message)
            assert sorted(_TAG.findall(form)) == sorted(_TAG.findall(most)), told(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_has_as_many_forms_as_the_language(language: str) -> None:
    catalogue = read(language)
    for message in catalogue:
        expected = catalogue.num_plurals if isinstance(message.id, tuple | list) else 1
        assert len(forms(message)) == expected, told(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_like_its_message(language: str) -> None:
    for message in read(language):
        if not message.id or not all(forms(message)):
            continue
        *_, most = originals(message)
        for form in forms(message):
            assert form.strip() == form, told(message)
            assert (form[-1] in ".:") == (most[-1] in ".:"), told(message)


def test_catalogues_are_kept_in_order() -> None:
    assert sorted(catalogues()) == sorted(LANGUAGES)


def test_no_line_in_french_begins_with_a_mark() -> None:
    broken = re.compile(r"« | »|(?<![\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}])[:;?!»](?=\s|$)")
    for message in read("fr"):
        for form in forms(message) if message.id else ():
            assert not broken.search(_TAG.sub("", form)), told(message)
