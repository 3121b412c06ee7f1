"""Dates and numbers as a language writes them, or its form in a region, after the Unicode CLDR."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 - a text is called date here
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a heavy library, which a site without dates does not need
    from babel.core import Locale

_LOCALES = {"en": "en-GB"}
"""A locale where the language alone means another: in English the day comes before the month."""

_ENGLISH = frozenset({"en", "en-gb"})
"""What is written here without the CLDR, which takes longer to load than an essay to read."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)

_DECIMALS = 3
"""Digits after the point, at most."""

_NEEDS_NO_MARKS = 1000
"""Whole numbers below it are written alike in all languages that the interface knows."""


def number_in_words(number: float, language: str) -> str:
    """Return a number as a language writes it: 1,234.5 or 1.234,5."""
    if isinstance(number, int) and 0 <= number < _NEEDS_NO_MARKS:
        return str(number)
    if language.lower() in _ENGLISH:
        return _in_english(number)
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=_locale(language)))


def _in_english(number: float) -> str:
    if isinstance(number, int):
        return f"{number:,}"
    # As it is written out: what a float is in truth would round otherwise.
    said = f"{round(Decimal(str(number)), _DECIMALS):,f}"
    return said.rstrip("0").rstrip(".")


@cache
def day_in_words(date: str, language: str) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD in words; anything else unchanged."""
    year, *rest = date.split("-")
    try:
        numbers = [int(each) for each in (year, *rest)]
        day = Date(*[*numbers, 1][:3]) if rest else None
    except (TypeError, ValueError):
        return date
    if day is None:
        return date
    if language.lower() in _ENGLISH:
        month = f"{_MONTHS[day.month - 1]} {day.year}"
        return f"{day.day} {month}" if len(rest) > 1 else month
    from babel.dates import format_date, format_skeleton

    locale = _locale(language)
    if len(rest) == 1:
        return format_skeleton("yMMMM", day, locale=locale)
    said = format_date(day, "long", locale=locale)
    # The CLDR has no form for it: in French the first of a month is no plain number.
    return f"1er{said[1:]}" if locale.language == "fr" and day.day == 1 else said


@cache
def _locale(tag: str) -> Locale:
    """Return the locale that the CLDR knows nearest to a tag: `de_AT` for `de-AT-1996`."""
    from babel.core import Locale, UnknownLocaleError

    parts = _LOCALES.get(tag.lower(), tag).split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return _locale("en")
