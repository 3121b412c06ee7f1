"""What a page says in its language: messages, dates, numbers, lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import NullTranslations

from argsite.language.catalogue import languages, translations
from argsite.language.dates import day_in_words, number_in_words
from argsite.language.tags import best

_DIRECTING = re.compile("[\u202a-\u202e\u2066-\u2068]")
_NO_PLACEHOLDER = re.compile(r"%(?!\(\w+\)s)")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language of the interface."""

    tag: str
    """BCP 47 tag of the language that the words are in."""

    translations: NullTranslations = field(default_factory=NullTranslations)
    """The translated messages; those missing stay English."""

    region: str = ""
    """BCP 47 tag of the form of the language that dates and numbers are in; empty for `tag`."""

    def gettext(self, message: str, **values: object) -> str:
        """Return a message; `%(name)s` in it is replaced by the value of that name.

        Without values its placeholders stay as they are.
        """
        told = self.translations.gettext(message)
        return filled(told, values) if values else told

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the message for a number, which is also the value `count`."""
        values = {"count": self.number(number), **values}
        return filled(self.plural(one, many, number), values)

    def plural(self, one: str, many: str, number: int) -> str:
        """Return the message for a number, its placeholders as they are."""
        return self.translations.ngettext(one, many, number)

    def number(self, number: float) -> str:
        """Return a number as the language writes it."""
        return number_in_words(number, self.region or self.tag)

    def day(self, date: str) -> str:
        """Return YYYY, YYYY-MM or YYYY-MM-DD in words; anything else unchanged."""
        return day_in_words(date, self.region or self.tag)

    def listed(self, words: Sequence[str]) -> str:
        """Return words as a list in a sentence: `A`, `A and B`, `A, B and C`."""
        if not words:
            return ""
        joined, *following = words
        for word in following[:-1]:
            joined = self.gettext("%(before)s, %(next)s", before=joined, next=word)
        if following:
            joined = self.gettext("%(before)s and %(last)s", before=joined, last=following[-1])
        return joined

    def quoted(self, text: str) -> str:
        """Return a text in quotation marks."""
        return self.gettext("“%(text)s”", text=text)


ENGLISH = Words("en")
"""The words as they stand in the code."""


@cache
def words_of(*tags: str) -> Words:
    """Return the words of the first of some languages that has any; English where none has."""
    for tag in tags:
        if found := best(tag, languages()):
            return _words(found, tag)
    return ENGLISH


@cache
def _words(language: str, region: str) -> Words:
    if region == "en":
        return ENGLISH
    told = NullTranslations() if language == "en" else translations(language)
    return Words(language, told, region)


def filled(message: str, values: Mapping[str, object]) -> str:
    """Return a message with its placeholders replaced; KeyError where a value is missing."""
    return _form(message) % {name: contained(value) for name, value in values.items()}


def contained(value: object) -> object:
    """Return a value that turns no words behind it around.

    A text with signs of direction that may be left open, which an author can have pasted, stands
    between U+2068 and U+2069, which end what it began: <https://www.unicode.org/reports/tr9/#X6a>.
    """
    if isinstance(value, str) and not value.isascii() and _DIRECTING.search(value):
        return type(value)(f"\u2068{value}\u2069")
    return value


@lru_cache(maxsize=2000)  # there are few messages
def _form(message: str) -> str:
    """Return a message for the operator `%`, which takes each percent sign for its own."""
    return _NO_PLACEHOLDER.sub("%%", message)
