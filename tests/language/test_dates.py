"""Dates and numbers in the languages of the interface."""

from __future__ import annotations

from datetime import date

import pytest
from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from argsite.language import words_of

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "date", "expected"),
    [
        ("en", "2026-03-02", "2 March 2026"),
        ("en", "2026-12-31", "31 December 2026"),
        ("en", "2026-03", "March 2026"),
        ("en", "2026", "2026"),
        ("en", "0987", "0987"),
        ("en", "", ""),
        ("en", "2026-13-01", "2026-13-01"),
        ("en", "last spring", "last spring"),
        ("de", "2026-03-02", "2. März 2026"),
        ("de", "2026-03", "März 2026"),
        ("fr", "2026-03-02", "2 mars 2026"),
        ("fr", "2026-08", "août 2026"),
        ("fr", "2026-08-01", "1er août 2026"),
        ("fr", "2026-08-11", "11 août 2026"),
        ("fr-CA", "2026-03-01", "1er mars 2026"),
        ("de", "2026-01-02", "2. Januar 2026"),
        ("de-AT", "2026-01-02", "2. Jänner 2026"),
        ("de-AT-1996", "2026-01-02", "2. Jänner 2026"),
        ("de-XX", "2026-01-02", "2. Januar 2026"),
        ("DE-at-x-home", "2026-01", "Jänner 2026"),
        ("en-GB", "2026-03-02", "2 March 2026"),
        ("en-US", "2026-03-02", "March 2, 2026"),
        ("uk", "2026-03-02", f"2 березня 2026{NARROW}р."),
        ("uk", "2026-03", f"березень 2026{NARROW}р."),
    ],
)
def test_a_date_is_said_as_exactly_as_it_was_written(
    language: str, date: str, expected: str
) -> None:
    assert words_of(language).day(date) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("999", "12,345", "0.5", "1.25")),
        ("de", ("999", "12.345", "0,5", "1,25")),
        ("fr", ("999", f"12{NARROW}345", "0,5", "1,25")),
        ("de-CH", ("999", "12’345", "0.5", "1.25")),
        ("uk", ("999", f"12{NO_BREAK}345", "0,5", "1,25")),
    ],
)
def test_numbers_are_written_as_the_language_does(language: str, expected: tuple[str, ...]) -> None:
    words = words_of(language)
    # Editions of CLDR differ in which apostrophe Swiss numbers have.
    told = (words.number(each).replace("'", "’") for each in (999, 12345, 0.5, 1.25))
    assert tuple(told) == expected


@given(st.dates(), st.sampled_from(["en", "en-GB"]))
def test_english_is_written_as_the_cldr_says(day: date, language: str) -> None:
    locale = Locale("en", "GB")
    words = words_of(language)
    assert words.day(day.isoformat()) == format_date(day, "long", locale=locale)
    month = format_skeleton("yMMMM", day, locale=locale)
    assert words.day(day.isoformat()[:7]) == month


@given(st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15))
def test_english_numbers_are_written_as_the_cldr_says(number: float) -> None:
    assert words_of("en").number(number) == format_decimal(number, locale=Locale("en", "GB"))
