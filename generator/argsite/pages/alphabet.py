"""The order of an alphabet: where a text stands in a list from A to Z, and under which letter.

Capitals and accents do not count, save for letters that a language counts as letters of their own.
The same everywhere: no locale of a machine has a say, hence no ICU either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from argsite.pages.alphabets import ARTICLES, OWN

DIGITS = "0–9"
"""Under it stands what begins with a digit, or holds no letter at all."""

HAN = "漢"
"""Under it stand all texts that begin with a Chinese character: each would be its own letter."""

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

_LETTERS = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_APOSTROPHE = re.compile("['ʼ]")
_WITHIN = re.compile(r"(?<=\w)['ʼ](?=\w)")
_BETWEEN = re.compile(r"[\W_]+")
_SPACES = re.compile(" +")
_ASCII = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
_LETTER = re.compile(r"\(\w+\)|\w")
_WIDEST = 12

Key = tuple[bool, str, str]
"""What puts texts in order."""


def sort_key(text: str, alphabet: str, language: str) -> Key:
    """Return what puts a text in order after a language's alphabet.

    `language` is that of the text: its leading article is passed over.
    """
    bare = bare_of(text, language)
    own = _language(alphabet)
    return bool(_LETTERS.match(bare)), _order(_signs(bare, own), own), text


def letter(text: str, alphabet: str, language: str) -> str:
    """Return the capital under which a text stands after a language's alphabet."""
    return place(text, alphabet, language)[0]


def place(text: str, alphabet: str, language: str) -> tuple[str, str]:
    """Return a text's letter, and in one text all that `sort_key` puts it in order by."""
    bare = bare_of(text, language)
    own = _language(alphabet)
    signs = _signs(bare, own)
    begins = _LETTERS.match(bare)
    # No sign is sorted with one that is as low as what stands between the parts.
    order = f"{'1' if begins else '0'}{_order(signs, own)}\0{text}"
    return _capital(signs[0], own) if begins else DIGITS, order


def _order(signs: Sequence[str], language: str) -> str:
    """Return what signs are sorted by: for each a letter, and its place after that."""
    if signs and isinstance(signs, str) and signs.isascii() and not _has_ascii(language):
        return "\0".join(signs) + "\0"
    known = _orders(language)
    try:
        return "".join([known[sign] for sign in signs])
    except KeyError:
        for sign in {*signs}.difference(known):
            known[sign] = "".join(base + chr(at) for base, at, _ in _sign(sign, _own(language)))
        return "".join([known[sign] for sign in signs])


@cache
def _has_ascii(language: str) -> bool:
    """Say whether a letter that English has, too, stands elsewhere in a language."""
    return any(letter.isascii() for letter in _own(language))


@cache
def _orders(_language: str) -> dict[str, str]:
    """Return what a language's signs are sorted by, as far as they were met."""
    return {}


@lru_cache(maxsize=4096)
def _capital(sign: str, language: str) -> str:
    # A mark that is a letter, such as the half-width one for voice, is sorted with no letter.
    _, _, shown = next(iter(_sign(sign, _own(language))), ("", 0, sign))
    if _is_han(shown[0]):
        return HAN
    if shown == "i" and language in _DOTLESS:
        return "İ"
    return _JAMO.get(ord(shown[0])) or (shown if ord(shown[0]) in _UNCASED else shown.capitalize())


def bare_of(text: str, language: str) -> str:
    """Return a text without the signs and the article that it begins with."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
    text = _BETWEEN.sub("", text, count=1) if _BETWEEN.match(text) else text
    found = _article(language).match(text)
    bare = text[found.end() :] if found else text
    bare = _BETWEEN.sub("", bare, count=1) if _BETWEEN.match(bare) else bare
    return bare or text


@cache
def _article(language: str) -> re.Pattern[str]:
    words = ARTICLES.get(_language(language), "").split()
    return re.compile("|".join(map(_shape, words)) or "(?!)", re.IGNORECASE)


def _shape(article: str) -> str:
    if article.endswith("-"):
        # A word of two letters after it is more likely another word.
        return article.removesuffix("-") + r"(?=\w{3})"
    return article + (r"(?=\w)" if article.endswith("'") else r"\s+")


def _language(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _signs(text: str, language: str) -> Sequence[str]:
    """Return the signs of a text, small, each of several letters where the language has such."""
    text = _small(text, language)
    if _DIGIT.search(text):
        text = _NUMBER.sub(lambda number: number[0].zfill(_WIDEST), text)
    text = _spaced(_WITHIN.sub("", text) if _APOSTROPHE.search(text) else text)
    letters = _letters(language)
    return letters.findall(text) if letters else text


def _spaced(text: str) -> str:
    """Return a text with a space for whatever stands between words."""
    if not text.isascii():
        return _BETWEEN.sub(" ", _VOWEL_FIRST.sub(r"\2\1\4\3", text))
    text = text.translate(_ASCII)
    return _SPACES.sub(" ", text) if "  " in text else text


def _sign(char: str, own: Mapping[str, tuple[str, int]]) -> Iterator[tuple[str, int, str]]:
    """Yield for a sign: the letter it is sorted with, its place after that, and what is shown."""
    if known := _known(char, own):
        yield *own[known], known
        return
    if char.isascii():
        yield char, 0, char
        return
    for plain in unicodedata.normalize("NFKD", char.translate(_SPELLED)):
        if not unicodedata.combining(plain):
            yield plain, 0, plain


def _small(text: str, language: str) -> str:
    if language in _DOTLESS:
        text = text.replace("İ", "i").replace("I", "ı")
    if text.isascii():
        return text.lower()
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
    runs = [_LETTER.findall(run) for run in OWN.get(language, "").split()]
    return MappingProxyType({
        letter.strip("()"): (run[0], place)
        for run in runs
        for place, letter in enumerate(run)
        if place
    })  # fmt: skip


@cache
def _letters(language: str) -> re.Pattern[str] | None:
    """Return what finds each sign of a text, the longest first; None where each is a letter."""
    several = sorted((each for each in _own(language) if len(each) > 1), key=len, reverse=True)
    return re.compile("|".join([*several, "."]), re.DOTALL) if several else None


def _is_han(char: str) -> bool:
    return unicodedata.name(char, "").startswith("CJK")
