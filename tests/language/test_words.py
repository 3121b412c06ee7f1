"""Messages, dates, numbers and lists in the languages of the interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from argsite.language import ENGLISH, Words, catalogue, languages, messages, words, words_of

PORTUGUESE = """\
msgid ""
msgstr ""
"Language: pt_BR\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Map"
msgstr "Mapa"
"""

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def test_the_interface_knows_four_languages() -> None:
    assert languages() == ("en", "de", "fr", "uk")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("en",), "en"),
        (("en-GB",), "en"),
        (("uk",), "uk"),
        (("uk-UA",), "uk"),
        (("DE-at",), "de"),
        (("fr-Latn-CA",), "fr"),
        # Where there are no words in the language of an essay, the site's are used, else English.
        (("he", "uk"), "uk"),
        (("he", "ar"), "en"),
    ],
)
def test_the_words_nearest_to_a_language_are_found(tags: tuple[str, ...], expected: str) -> None:
    assert words_of(*tags).tag == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("", "A", "A and B", "A, B and C")),
        ("de", ("", "A", "A und B", "A, B und C")),
        ("fr", ("", "A", "A et B", "A, B et C")),
        ("uk", ("", "A", "A і B", "A, B і C")),
    ],
)
def test_names_are_listed_as_in_a_sentence(language: str, expected: tuple[str, ...]) -> None:
    told = words_of(language)
    assert tuple(told.listed(tuple(each)) for each in ("", "A", "AB", "ABC")) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["0 points", "1 point", "2 points", "12,345 points"]),
        ("de", ["0 Punkte", "1 Punkt", "2 Punkte", "12.345 Punkte"]),
        ("fr", ["0 point", "1 point", "2 points", f"12{NARROW}345 points"]),
        ("uk", ["0 пунктів", "1 пункт", "2 пункти", f"12{NO_BREAK}345 пунктів"]),
    ],
)
def test_a_number_agrees_with_its_noun(language: str, expected: list[str]) -> None:
    told = words_of(language)
    counted = [told.ngettext("%(count)s point", "%(count)s points", n) for n in (0, 1, 2, 12345)]
    assert counted == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“A”"),
        ("de", "„A“"),
        ("fr", f"«{NO_BREAK}A{NO_BREAK}»"),
        ("uk", "«A»"),
    ],
)
def test_quotation_marks_are_the_languages_own(language: str, expected: str) -> None:
    assert words_of(language).quoted("A") == expected


def test_values_stand_in_a_message_and_are_all_needed() -> None:
    assert ENGLISH.gettext("Held by %(name)s.", name="100 %(name)s") == "Held by 100 %(name)s."
    assert ENGLISH.gettext("Held by %(name)s.") == "Held by %(name)s."
    with pytest.raises(KeyError):
        ENGLISH.gettext("Held by %(name)s.", person="A")


def test_a_value_that_would_turn_the_words_behind_it_around_is_contained() -> None:
    """A right-to-left override that nothing ends went on to the end of the paragraph."""
    said = ENGLISH.gettext("Held by %(name)s.", name="Ann \u202eeilrahC")
    assert said == "Held by \u2068Ann \u202eeilrahC\u2069."
    assert ENGLISH.listed(["\u2067A", "B"]) == "\u2068\u2067A\u2069 and B"
    for harmless in ("Ann", "אנה", "A\u200f", 3):
        assert ENGLISH.gettext("By %(name)s", name=harmless) == f"By {harmless}"


def test_a_message_without_a_translation_stays_english() -> None:
    for told in (Words("xx"), words_of("uk")):
        assert told.gettext("Nobody has translated this.") == "Nobody has translated this."
        assert told.ngettext("%(count)s moon", "%(count)s moons", 2) == "2 moons"


@pytest.fixture
def brazilian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the interface know the Portuguese of Brazil, and nothing else besides English."""
    folder = tmp_path / "locale" / "pt_BR" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "argsite.po").write_text(PORTUGUESE, encoding="utf-8")
    monkeypatch.setattr(catalogue, "_FOLDER", tmp_path / "locale")
    remembered = (
        *(catalogue.languages, catalogue.translations, catalogue._catalogue, catalogue._files),  # noqa: SLF001 - a test of what is remembered
        *(words.words_of, words._words),  # noqa: SLF001 - the same
    )
    for each in remembered:
        each.cache_clear()
    yield
    for each in remembered:
        each.cache_clear()


@pytest.mark.usefixtures("brazilian")
def test_words_for_one_region_are_found_and_others_get_english() -> None:
    assert languages() == ("en", "pt-BR")
    found = words_of("pt-br")
    assert (found.tag, found.gettext("Map"), found.day("2026-03-02")) == (
        *("pt-BR", "Mapa"),
        "2 de março de 2026",
    )
    assert messages("pt-BR").forms == {"Map": ("Mapa",)}
    assert words_of("pt-PT").tag == "en"
