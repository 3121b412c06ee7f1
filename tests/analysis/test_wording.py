"""Names in sentences: lists, linked premises, and verbs that agree."""

from __future__ import annotations

import pytest

from argsite.analysis import flatten
from argsite.analysis.wording import clauses, names, say, subject
from argsite.language import ENGLISH
from tests.analysis.notation import key, name, read


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("A", "A"),
        ("A B", "A and B"),
        ("A B C", "A, B and C"),
        ("A B C D", "A, B, C and 1 other"),
        ("A B C D E", "A, B, C and 2 others"),
    ],
)
def test_statements_are_listed(keys: str, expected: str) -> None:
    assert flatten(names(ENGLISH, (key(each) for each in keys.split())), name) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("P > C", "P speaks"),
        ("P1 + P2 > C", "P1 and P2 together speak"),
        ("P > C; Q > C", "P and Q speak"),
        ("P1 + P2 > C; Q > C", "P1 (with P2) and Q speak"),
        ("P1 + P2 + P3 > C; Q > C", "P1 (with 2 others) and Q speak"),
        # The same premises twice are named once.
        ("P > C; P > C", "P speaks"),
    ],
)
def test_arguments_are_named_by_their_premises(notation: str, expected: str) -> None:
    who = subject(ENGLISH, read(notation).arguments_for(key("C")))
    assert f"{flatten(who.parts, name)} {'speaks' if who.number == 1 else 'speak'}" == expected


def test_clauses_are_joined_with_a_comma_before_the_last() -> None:
    assert clauses(ENGLISH, [("a",), ("b",), ("c",)]) == ("a", ", ", "b", ", and ", "c")


def test_what_stands_in_placeholders_is_put_into_a_message() -> None:
    told = say("%(who)s speaks for %(what)s.", who=("A", " and ", "B"), what=("C",))
    assert told == ("A", " and ", "B", " speaks for ", "C", ".")
