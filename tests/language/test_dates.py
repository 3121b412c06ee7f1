"""Dates and numbers in the languages of the interface."""

from __future__ import annotations

import pytest

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
