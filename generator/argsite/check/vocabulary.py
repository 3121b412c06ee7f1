"""The words of a text: as they are compared, and the terms among them, without their endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from sys import intern
from types import MappingProxyType

from argsite import markdown
from argsite.language import Grammar, grammar
from argsite.model import Essay, Library

_SAME_SIGNS = dict.fromkeys(map(ord, "’ʼ‘ʹ＇"), "'") | {0x2212: "-"}
_NEGATION = re.compile(r"(?<=\w)n't\b")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_KEPT = r"(?<=\d)[.,:/](?=\d)|(?<![\w.,:])-(?=\d)|(?<=\w)'(?=\w)|'(?=t\b)|%"
_SIGN = re.compile(rf"(?P<kept>{_KEPT})|[^\w\s]")
_LETTERS = r"[^\s!\"#%&'()*,\-./:;?@\[\\\]{}]"
_INSIDE = rf"(?=[-.,:/'%])(?:{_KEPT}){_LETTERS}*"
_SAID = re.compile(rf"(?:{_LETTERS}+|{_INSIDE})(?:{_INSIDE})*")
"""A word of a text in ASCII, of which the signs that are no letters here are punctuation."""
_SHORTEST_TERM = 2
REMEMBERED = 1 << 17
"""Texts whose words are remembered: several checks ask for them, one after the other."""


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a Markdown text in small letters, without marks and punctuation.

    What stands within a number and the sign before it stay: `1.5` is not `15`. So do symbols such
    as `€` and `<`.
    """
    plain = markdown.plain(text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain).translate(_SAME_SIGNS)
    said = plain.casefold()
    if "n't" in said:
        said = _NEGATION.sub(" n't", said)
    if said.isascii():
        return tuple(map(intern, _SAID.findall(said)))
    return tuple(map(intern, _SIGN.sub(_separated, said).split()))


def normal(text: str) -> str:
    """Return a Markdown text as it is compared: two texts with the same words are equal."""
    return " ".join(words(text))


def grammar_of(essay: Essay, library: Library) -> Grammar:
    """Return the grammar of the language in which an essay is written."""
    return grammar(essay.language or library.site.language)


def is_greek(essay: Essay, library: Library) -> bool:
    """Say whether an essay is in Greek, whose question mark looks like a semicolon."""
    return (essay.language or library.site.language).lower().startswith("el")


@lru_cache(maxsize=REMEMBERED)
def terms(text: str, known: Grammar) -> Mapping[str, str]:
    """Return the significant words of a Markdown text by their stems; none in unknown languages."""
    found: dict[str, str] = {}
    for written in words(text) if known.stop else ():
        term = _term(written, known)
        if term:
            found.setdefault(*term)
    return MappingProxyType(found)


@lru_cache(maxsize=REMEMBERED)
def _term(written: str, known: Grammar) -> tuple[str, str] | None:
    """Return a word's stem and the word, unless it carries no meaning of its own."""
    word = _ELISION.sub("", written).removesuffix("'s")
    if len(word) < _SHORTEST_TERM or word in known.stop or has_digit(word):
        return None
    return known.stem(known.alike.get(word, word)), word


def has_digit(word: str) -> bool:
    """Say whether a word is or holds a number."""
    return not word.isalpha() and any(char.isdigit() for char in word)


def _separated(sign: re.Match[str]) -> str:
    """Keep what belongs to a word or a number; make other punctuation a space."""
    if sign["kept"]:
        return sign["kept"]
    category = unicodedata.category(sign[0])
    return " " if category[0] == "P" else "" if category == "Cf" else sign[0]
