"""In which order texts stand in a list from A to Z, and under which letter."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.alphabet import letter, place, sort_key


@pytest.mark.parametrize(
    ("alphabet", "order"),
    [
        ("en", "Äpfel apple apples Banana élan Zebra"),
        ("en", "9 10 100 a"),
        ("sv", "apa zon ål ärlig öl"),
        ("da", "zebra æble øl å"),
        ("es", "nube ñandú oso"),
        ("pl", "lato łąka mama zima źle żaba"),
        ("uk", "гора ґанок дім ера єнот жук ив іва їжа йод кіт"),
        ("ru", "ёлка ель жук игра йод кот"),
        ("en", "zebra αλφα вода שלום ضوء"),
        ("uk", "пан пізно п’ятниця п'ять"),
        ("tr", "her ılık Irmak içki İzmir jale"),
        ("cs", "cena čas hora chata irena"),
        ("sk", "hora chata Chlieb irena"),
        ("hu", "cukor csak dél dzsem elem ordas öl ősz pala"),
        ("hr", "dan džep đak lak ljut mak"),
        ("vi", "an ăn ấm ba da đá em êm on ôn ơn ung ưng"),
        ("sr", "дан ђак ера исто јак лак љут мост"),
        ("th", "กา เก็บ ขา ดี แดง โต"),
        ("ko", "가방 까치 나무 하늘"),
        ("ja", "アイ いえ がく カサ"),
    ],
)
def test_texts_stand_in_the_order_of_the_language(alphabet: str, order: str) -> None:
    texts = order.split()
    for some in permutations(texts[:5]):
        mixed = [*some, *texts[5:]]
        assert sorted(mixed, key=lambda each: sort_key(each, alphabet, alphabet)) == texts


@pytest.mark.parametrize(
    ("text", "alphabet", "expected"),
    [
        ("Lamps help.", "en", "L"),
        ("“Lamps” help.", "en", "L"),
        ("¿Quién?", "es", "Q"),
        ("The lamps help.", "en", "L"),
        ("“The lamps” help.", "en", "L"),
        ("A lamp helps.", "en", "L"),
        ("L’éclairage aide.", "fr", "E"),
        ("The lamps help.", "fr", "T"),
        ("Therefore it helps.", "en", "T"),
        ("A.", "en", "A"),
        ("2025 was safe.", "en", "0–9"),
        ("— … !", "en", "0–9"),
        ("", "en", "0–9"),
        ("Åland", "en", "A"),
        ("Åland", "sv", "Å"),
        ("Øre", "en", "O"),
        ("Йод", "uk", "Й"),
        ("Їжа", "uk", "Ї"),
        ("ßharp", "de", "S"),
        ("夜の公園", "ja", "漢"),
        ("ضوء", "ar", "ض"),
        ("ﬁne", "en", "F"),
        ("İzmir", "tr", "İ"),
        ("ılık", "tr", "I"),
        ("Izmir", "en", "I"),
        ("เด็ก", "th", "ด"),
        ("ເດັກ", "lo", "ດ"),
        ("한국어", "ko", "ㅎ"),
        ("ქართული", "ka", "ქ"),
        ("Chata", "cs", "Ch"),
        ("chata", "en", "C"),
        ("Đá", "vi", "Đ"),
        ("Ấm", "vi", "Â"),
        ("Ο λόγος", "el", "Λ"),
        ("Az alma", "hu", "A"),
        ("الكتاب", "ar", "ك"),
        ("カサ", "ja", "か"),
        ("الله", "ar", "ا"),
        ("П’ять", "uk", "П"),
        ("ﾟ･✿", "en", "ﾟ"),
    ],
)
def test_a_text_stands_under_its_first_letter(text: str, alphabet: str, expected: str) -> None:
    assert letter(text, alphabet, alphabet) == expected


def test_an_article_is_passed_over_in_the_language_of_the_text() -> None:
    assert letter("Die Lampen helfen.", "en", "de") == "L"
    assert letter("Die well.", "en", "en") == "D"


def test_digits_and_signs_come_before_letters() -> None:
    texts = ["Lamps", "10 lamps", "9 lamps", "…"]
    assert sorted(texts, key=lambda each: sort_key(each, "en", "en")) == [
        "…",
        "9 lamps",
        "10 lamps",
        "Lamps",
    ]


def test_texts_that_sort_alike_keep_one_order() -> None:
    texts = ["Lamps.", "lamps", "LAMPS", "the lamps"]
    assert len({sort_key(each, "en", "en") for each in texts}) == len(texts)


@given(st.lists(st.text(), max_size=9), st.sampled_from(["en", "de", "hu", "tr", "th"]))
def test_a_place_has_the_letter_and_the_order_in_one_text(texts: list[str], tag: str) -> None:
    written = [text.replace("\0", "") for text in texts]
    places = {text: place(text, tag, tag) for text in written}
    assert sorted(written, key=lambda text: places[text][1]) == sorted(
        written, key=lambda text: sort_key(text, tag, tag)
    )
    assert [places[text][0] for text in written] == [letter(text, tag, tag) for text in written]
