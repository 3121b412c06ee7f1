"""Folding and cutting: what is found by what."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from argsite.pages.search.terms import LONGEST, beginning, terms
from argsite.theme import find, join_scripts
from tests.built import ROOT
from tests.naughty import NAUGHTY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Night patrols, 2 a.m.", ["night", "patrols", "2", "a", "m"]),
        ("ÜBER Über über", ["uber", "uber", "uber"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("l’homme d'État", ["l", "homme", "d", "etat"]),
        ("Її їй йде", ["іі", "іи", "иде"]),
        ("Ёлка елка", ["елка", "елка"]),
        ("п'ять п’ять пʼять", ["пять", "пять", "пять"]),
        ("ΛΌΓΟΣ λόγος", ["λογοσ", "λογοσ"]),
        ("İstanbul ısı", ["istanbul", "isi"]),
        ("Łódź", ["lodz"]),
        ("שָׁלוֹם שלום", ["שלום", "שלום"]),
        ("أَهْلًا اهلا", ["اهلا", "اهلا"]),
        ("ﬁne ①", ["fine", "1"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("हिन्दी हिंदी", ["हिंदी", "हिंदी"]),
        ("सड़क सड\u093cक न्याय चाँद", ["सडक", "सडक", "न्याय", "चांद"]),
        ('צה״ל צה"ל צ׳ק צ\'ק "כן"', ["צהל", "צהל", "צק", "צק", "כן"]),
        ("الكتاب كتاب والكتاب الله", ["الكتاب", "كتاب", "كتاب", "والكتاب", "كتاب", "الله"]),
        ("کہاں كهان مدرسۃ", ["كهاں", "كهان", "مدرسه"]),
        ("٢٠٢٤ २०२४ ２０２４ 𝟚", ["2024", "2024", "2024", "2"]),
        ("a_b-c.d", ["a", "b", "c", "d"]),
        ("__proto__", ["proto"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水道局", ["水道", "道局", "局"]),
        ("水", ["水"]),
        ("カフェ", ["かふ", "ふぇ", "ぇ"]),
        ("iPhone手机", ["iphone", "手机", "机"]),
        ("น้ำ", ["น\u0e49\u0e4d\u0e32", "\u0e32"]),
    ],
)
def test_scripts_without_spaces_are_cut_into_pairs(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_a_voiced_kana_is_not_its_voiceless_one() -> None:
    assert terms("がい") != terms("かい")


def test_only_the_beginning_of_a_long_word_counts() -> None:
    assert terms("x" * 100) == ["x" * LONGEST]


@given(st.text())
def test_terms_stay_what_they_are(text: str) -> None:
    for term in terms(text):
        assert term
        assert not term.isspace()
        assert term.startswith(beginning(term))


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_capitals_make_no_difference(text: str) -> None:
    assert terms(text.upper()) == terms(text)


TONGUES = (
    *NAUGHTY,
    "Їжак п'є з'їв дев’ять об'єднання ґанок",
    "Ёжик съел йод; ѝ й и\u0306",
    "Ελληνικά ΛΌΓΟΣ λόγος ᾅδης",
    "Türkçe İIıi, Œuvre Æsir Øre Łódź Þór đ ð ħ ß ẞ ﬁ ŉ ſ",
    "שָׁלוֹם עֲלֵיכֶם",
    "السَّلامُ عَلَيْكُمْ آأإى ة ـــ می‌خواهم ک ی",
    "हिन्दी में क्या है? सम्पादक पञ्च अङ्क घण्टा अन्न चाँद सड़क বাংলা தமிழ் తెలుగు",
    'צה״ל צה"ל רח\' "מה" ג\'ירפה الكتاب والله بالقلم کہاں ۱۲۳ ٤٥٦ ໑໒ ᠐ 𝟗',
    "ภาษาไทยไม่มีช่องว่าง น้ำ ກໍ ភាសាខ្មែរ မြန်မာစာ",
    "日本語のテキスト、がぎぐ ｶﾞｷﾞ 々〆ー 中文手机iPhone2024年 𠮷野家 臺灣",
    "한국어 텍스트 가각",
    "ქართული ᲥᲐᲠᲗᲣᲚᲘ ᎣᏏᏲ Հայերեն ⅷ Ⅷ ① ½ ² x₂ ﷺ",
    "e\u0301 \u0301x a\u200bb a\u200db a\u00adb 🏳️‍🌈 1️⃣ 👩‍👩‍👧",
    "x" * 40,
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﬃ ㎏ ㍿",
)
"""Texts in many scripts, and some that machines trip over."""

OLD_LETTERS = st.characters(max_codepoint=0x2FA1F).filter(
    # A browser may know another version of Unicode than this Python: both know version 3.2.
    lambda letter: unicodedata.ucd_3_2_0.category(letter) != "Cn"
)


@pytest.fixture(scope="module")
def twin(browser: Browser) -> Iterator[Page]:
    """Open a page that knows the functions of `search-words.js`."""
    scripts = find("paper", ROOT).scripts
    entry = (
        'import { asked, places, terms } from "./search-words.js";\n'
        "Object.assign(globalThis, { asked, places, terms });\n"
    )
    words = scripts["search-words.js"].read_text(encoding="utf-8")
    page = browser.new_page()
    page.add_script_tag(content=join_scripts({"main.js": entry, "search-words.js": words}))
    yield page
    page.close()


def test_scripts_cut_texts_of_many_tongues_in_the_same_way(twin: Page) -> None:
    assert twin.evaluate("texts => texts.map(terms)", TONGUES) == [terms(text) for text in TONGUES]


@given(st.lists(st.text(OLD_LETTERS), min_size=1, max_size=60))
def test_scripts_cut_any_text_in_the_same_way(twin: Page, texts: list[str]) -> None:
    assert twin.evaluate("texts => texts.map(terms)", texts) == [terms(text) for text in texts]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Night night patr", ["night", "patr"]),
        ("水道局", ["水道", "道局"]),
        ("水", ["水"]),
        ("手机 iPhone", ["手机", "iphone"]),
        ("?!", []),
    ],
)
def test_a_query_asks_for_each_term_once(twin: Page, query: str, expected: list[str]) -> None:
    assert twin.evaluate("asked", query) == expected


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Night patrols at night", "night", ["Night", "night"]),
        ("Patrols", "pat", ["Pat"]),
        ("a repatriated pat", "pat", ["pat"]),
        ("Un\u00e9lan, une\u0301lan", "unel", ["Un\u00e9l", "une\u0301l"]),
        ("Це п’ять їжаків", "п'ять іжа", ["п’ять", "їжа"]),
        ("Straße", "strass", ["Straß"]),
        ("東京都の水道局", "水道局", ["水道局"]),
        ("iPhone手机", "手机", ["手机"]),
        ("手机iPhone", "iph", ["iPh"]),
        ("한국어", "한", ["한"]),
        ("والكتاب الكتب", "الكتا", ["كتا"]),
        ("हिन्दी में", "हिंदी", ["हिन्दी"]),
        ("אל צה״ל", 'צה"ל', ["צה״ל"]),
        ("コーヒーとカフェ", "かふぇ", ["カフェ"]),
        ("عام ٢٠٢٤", "2024", ["٢٠٢٤"]),
        ("𝔘𝔫𝔦", "un", ["𝔘𝔫"]),
        ("nothing", "x", []),
    ],
)
def test_a_match_is_marked_where_it_stands(
    twin: Page, text: str, query: str, marked: list[str]
) -> None:
    cut = "([text, query]) => places(text, asked(query)).map(([a, b]) => text.slice(a, b))"
    assert twin.evaluate(cut, [text, query]) == marked
