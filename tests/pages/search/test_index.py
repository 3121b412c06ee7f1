"""Numbers that stay, and how often a term counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.search.documents import Document
from argsite.pages.search.index import (
    BITS,
    BODY,
    BY,
    MOST,
    TITLE,
    count_terms,
    level,
    natural_number,
    number_all,
    strongest,
)


def document(key: str, title: str = "", *, by: str = "", body: tuple[str, ...] = ()) -> Document:
    """Return a document."""
    return Document(key, "claim", f"{key}.html", title, by=by, body=body)


def test_a_term_counts_by_where_it_stands() -> None:
    counts = count_terms(document("a/b", "Night, night", by="Night", body=("A night.", "Nights.")))
    assert counts == {"night": 2 * TITLE + BY + BODY, "a": BODY, "nights": BODY}


@given(st.sets(st.text("ab/", min_size=1, max_size=6), min_size=1, max_size=30), st.integers(1, 9))
def test_each_document_has_a_number_of_its_own_whatever_the_order(
    keys: set[str], kinds: int
) -> None:
    named = [(key, natural_number(key) % kinds) for key in keys]
    numbers = number_all(named)
    assert numbers == number_all(reversed(named))
    assert len(set(numbers.values())) == len(numbers) == len(keys)
    assert all(0 <= each < 1 << BITS for each in numbers.values())


def test_of_two_with_one_number_the_later_by_key_takes_the_next_that_is_free() -> None:
    last = (1 << BITS) - 1
    assert number_all([("c", last), ("b", last), ("a", 0)]) == {"a": 0, "b": last, "c": 1}


def test_documents_keep_their_numbers_when_others_come() -> None:
    few = [(f"essay/{n}", natural_number(f"essay/{n}")) for n in range(300)]
    after = number_all([*few, ("essay/another", natural_number("essay/another"))])
    assert number_all(few).items() <= after.items()


def test_lengths_are_told_by_and_large() -> None:
    assert [level(length) for length in (0, 1, 3, 7, 100, 10**9)] == [0, 4, 8, 12, 27, MOST]


def test_a_term_matters_most_where_it_stands_often_for_the_length() -> None:
    levels = {1: level(100), 2: level(10), 3: level(100), 4: level(40)}
    postings = [(1, 4), (2, 4), (3, 40), (4, 4)]
    assert strongest(postings, levels, 2) == [(2, 4), (3, 40)]
    assert strongest(postings, levels, 9) == postings
