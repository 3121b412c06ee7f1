"""The order of an alphabet: where a text stands in a list from A to Z, and under which letter.

Capitals and accents do not count, save for letters that a language counts as letters of their own.
The same everywhere: no locale of a machine has a say, hence no ICU either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

DIGITS = "0–9"
"""Under it stands what begins with a digit, or holds no letter at all."""

HAN = "漢"
"""Under it stand all texts that begin with a Chinese character: each would be its own letter."""

_OWN = {
    "az": "cç eə gğ hxıi kq oö sş uü",
    "be": "ий",
    "bg": "ий",
    "cs": "cč h(ch) rř sš zž",
    "da": "zæøå",
    "eo": "cĉ gĝ hĥ jĵ sŝ uŭ",
    "es": "nñ",
    "et": "sšzž wõäöü",
    "fi": "zåäö",
    "hr": "cčć d(dž)đ l(lj) n(nj) sš zž",
    "hu": "c(cs) d(dz)(dzs) g(gy) l(ly) n(ny) oöő s(sz) t(ty) uüű z(zs)",
    "lt": "cč sš zž",
    "mk": "дѓ зѕ иј лљ нњ тќ чџ",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "ru": "ий",
    "sk": "aä cč h(ch) oô sš zž",
    "sl": "cč sš zž",
    "sr": "дђ иј лљ нњ тћ чџ",
    "sv": "zåäö",
    "tr": "cç gğ hıi oö sş uü",
    "uk": "гґ еє иіїй",
    "vi": "aăâ dđ eê oôơ uư",
}
"""A language's own letters, each after the letter that it follows, those of several signs in
brackets. Source: Unicode CLDR.
"""

_DOTLESS = frozenset({"az", "tr"})
"""Languages where the capital of i has its dot, too."""

_SPELLED = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ё": "е", "ґ": "г", "є": "е",
} | {chr(kana): chr(kana - 0x60) for kana in range(0x30A1, 0x30F7)})  # fmt: skip
"""Letters that have no accent to lose, as other languages sort them; katakana as hiragana."""

_JAMO = dict(zip(range(0x1100, 0x1113), "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", strict=True))
"""The consonants that Korean syllables begin with, as they stand alone."""

_UNCASED = range(0x10D0, 0x1100)
"""Georgian letters: their capitals are for whole texts, not for a list."""

_VOWEL_FIRST = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])|([\u0ec0-\u0ec4])([\u0e81-\u0eae])")
"""Thai and Lao vowels that are written before the consonant that they are sorted after."""

_ARTICLES = {
    "ca": "el la els les un una l'",
    "da": "en et den det de",
    "ar": "ال-",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "el": "ο η το οι τα του της τον την των τους τις ένας μια μία ένα",
    "en": "the a an",
    "es": "el la los las lo un una unos unas",
    "fr": "le la les un une des l'",
    "hu": "a az egy",
    "it": "il lo la i gli le un uno una l' un'",
    "nb": "en et ei den det de",
    "nl": "de het een",
    "pt": "o a os as um uma",
    "sv": "en ett den det de",
}
"""Words that a list passes over where a text begins with them; after - or ' stands no space."""

_LETTERS = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d+")
_WITHIN = re.compile(r"(?<=\w)['ʼ](?=\w)")
_BETWEEN = re.compile(r"[\W_]+")
_LETTER = re.compile(r"\(\w+\)|\w")
_WIDEST = 12

Key = tuple[bool, str, str]
"""What puts texts in order."""


def sort_key(text: str, alphabet: str, language: str) -> Key:
    """Return what puts a text in order after a language's alphabet.

    `language` is that of the text: its leading article is passed over.
    """
    bare = bare_of(text, language)
    order = "".join(base + chr(place) for base, place, _ in _signs(bare, alphabet))
    return bool(_LETTERS.match(bare)), order, text


def letter(text: str, alphabet: str, language: str) -> str:
    """Return the capital under which a text stands after a language's alphabet."""
    bare = bare_of(text, language)
    if not _LETTERS.match(bare):
        return DIGITS
    _, _, shown = next(_signs(bare, alphabet))
    if _is_han(shown[0]):
        return HAN
    if shown == "i" and _language(alphabet) in _DOTLESS:
        return "İ"
    return _JAMO.get(ord(shown[0])) or (shown if ord(shown[0]) in _UNCASED else shown.capitalize())


def bare_of(text: str, language: str) -> str:
    """Return a text without the signs and the article that it begins with."""
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    text = _BETWEEN.sub("", text, count=1) if _BETWEEN.match(text) else text
    found = _article(language).match(text)
    bare = text[found.end() :] if found else text
    bare = _BETWEEN.sub("", bare, count=1) if _BETWEEN.match(bare) else bare
    return bare or text


@cache
def _article(language: str) -> re.Pattern[str]:
    words = _ARTICLES.get(_language(language), "").split()
    return re.compile("|".join(map(_shape, words)) or "(?!)", re.IGNORECASE)


def _shape(article: str) -> str:
    if article.endswith("-"):
        # A word of two letters after it is more likely another word.
        return article.removesuffix("-") + r"(?=\w{3})"
    return article + (r"(?=\w)" if article.endswith("'") else r"\s+")


def _language(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _signs(text: str, alphabet: str) -> Iterator[tuple[str, int, str]]:
    """Yield each sign: the letter it is sorted with, its place after that, and what is shown."""
    language = _language(alphabet)
    own, letters = _own(language), _letters(language)
    text = _NUMBER.sub(lambda number: number[0].zfill(_WIDEST), _small(text, language))
    text = _VOWEL_FIRST.sub(r"\2\1\4\3", _WITHIN.sub("", text))
    for char in letters.findall(_BETWEEN.sub(" ", text)):
        if known := _known(char, own):
            yield *own[known], known
            continue
        if char.isascii():
            yield char, 0, char
            continue
        for plain in unicodedata.normalize("NFKD", char.translate(_SPELLED)):
            if not unicodedata.combining(plain):
                yield plain, 0, plain


def _small(text: str, language: str) -> str:
    if language in _DOTLESS:
        text = text.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.casefold())


def _known(char: str, own: Mapping[str, tuple[str, int]]) -> str:
    """Return the language's own letter that a sign is, perhaps with an accent; else nothing."""
    if char in own:
        return char
    if not own or char.isascii():
        return ""
    base, *accents = list(unicodedata.normalize("NFD", char))
    shapes = (unicodedata.normalize("NFC", base + accent) for accent in accents)
    return next((shape for shape in shapes if shape in own), "")


@cache
def _own(language: str) -> Mapping[str, tuple[str, int]]:
    runs = [_LETTER.findall(run) for run in _OWN.get(language, "").split()]
    return MappingProxyType({
        letter.strip("()"): (run[0], place)
        for run in runs
        for place, letter in enumerate(run)
        if place
    })  # fmt: skip


@cache
def _letters(language: str) -> re.Pattern[str]:
    """Return what finds each letter of a text, the longest first."""
    several = sorted((each for each in _own(language) if len(each) > 1), key=len, reverse=True)
    return re.compile("|".join([*several, "."]), re.DOTALL)


def _is_han(char: str) -> bool:
    return unicodedata.name(char, "").startswith("CJK")
