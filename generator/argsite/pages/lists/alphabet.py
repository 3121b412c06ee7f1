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
    "be": "ий",
    "bg": "ий",
    "cs": "cč rř sš zž",
    "da": "zæøå",
    "eo": "cĉ gĝ hĥ jĵ sŝ uŭ",
    "es": "nñ",
    "et": "sšzž wõäöü",
    "fi": "zåäö",
    "hr": "cčć dđ sš zž",
    "hu": "oö uü",
    "lt": "cč sš zž",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "ru": "ий",
    "sk": "aä cč oô sš zž",
    "sl": "cč sš zž",
    "sv": "zåäö",
    "tr": "cç gğ oö sş uü",
    "uk": "гґ еє иіїй",
}
"""A language's own letters, each after the letter that it follows. Source: Unicode CLDR."""

_SPELLED = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ё": "е", "ґ": "г", "є": "е",
})  # fmt: skip
"""Letters that have no accent to lose, as other languages sort them."""

_ARTICLES = {
    "ca": "el la els les un una l'",
    "da": "en et den det de",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "en": "the a an",
    "es": "el la los las lo un una unos unas",
    "fr": "le la les un une des l'",
    "it": "il lo la i gli le un uno una l' un'",
    "nb": "en et ei den det de",
    "nl": "de het een",
    "pt": "o a os as um uma",
    "sv": "en ett den det de",
}
"""Words that a list passes over where a text begins with them."""

_LETTERS = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d+")
_BETWEEN = re.compile(r"[\W_]+")
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
    return HAN if _is_han(shown) else shown.upper()


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
    words = _ARTICLES.get(language.partition("-")[0].lower(), "").split()
    shapes = [re.escape(word) + (r"(?=\w)" if word.endswith("'") else r"\s+") for word in words]
    return re.compile("|".join(shapes) or "(?!)", re.IGNORECASE)


def _signs(text: str, alphabet: str) -> Iterator[tuple[str, int, str]]:
    """Yield each sign: the letter it is sorted with, its place after that, and what is shown."""
    own = _own(alphabet.partition("-")[0].lower())
    text = _NUMBER.sub(lambda number: number[0].zfill(_WIDEST), text.casefold())
    for char in _BETWEEN.sub(" ", text):
        if char in own:
            base, place = own[char]
            yield base, place, char
            continue
        for plain in unicodedata.normalize("NFKD", char.translate(_SPELLED)):
            if not unicodedata.combining(plain):
                yield plain, 0, plain


@cache
def _own(language: str) -> Mapping[str, tuple[str, int]]:
    return MappingProxyType({
        char: (run[0], place)
        for run in _OWN.get(language, "").split()
        for place, char in enumerate(run)
        if place
    })  # fmt: skip


def _is_han(char: str) -> bool:
    return unicodedata.name(char, "").startswith("CJK")
