"""Numbers that stay, and postings that say how often."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.search.documents import Document
from argsite.pages.search.index import BITS, BODY, BY, MOST, TITLE, index, level


def document(key: str, title: str = "", *, by: str = "", body: tuple[str, ...] = ()) -> Document:
    """Return a document."""
    return Document(key, "claim", f"{key}.html", title, by=by, body=body)


def test_a_posting_counts_a_term_by_where_it_stands() -> None:
    found = index([document("a/b", "Night, night", by="Night", body=("A night.",))])
    ((number, count),) = found.postings["night"]
    assert found.documents[number].key == "a/b"
    assert count == 2 * TITLE + BY + BODY
    assert found.lengths[number] == count + BODY


def test_terms_and_postings_are_in_order() -> None:
    found = index([document(f"a/{n}", f"same t{n % 7}") for n in range(50)])
    assert list(found.postings) == sorted(found.postings)
    numbers = [number for number, _ in found.postings["same"]]
    assert numbers == sorted(numbers)
    assert len(numbers) == 50


def test_a_very_frequent_term_counts_no_more_than_fits() -> None:
    found = index([document("a/b", body=("word " * 1_000,))])
    ((_, count),) = found.postings["word"]
    assert count == MOST


@given(st.sets(st.text("ab/", min_size=1, max_size=6), min_size=1, max_size=30))
def test_each_document_has_a_number_of_its_own(keys: set[str]) -> None:
    found = index(document(key) for key in keys)
    assert {each.key for each in found.documents.values()} == keys
    assert all(0 <= number < 1 << BITS for number in found.documents)


def test_documents_keep_their_numbers_when_others_come() -> None:
    few = [document(f"essay/{n}") for n in range(300)]
    before = index(few)
    after = index([*few, document("essay/another")])
    assert before.documents.items() <= after.documents.items()


def test_lengths_are_told_by_and_large() -> None:
    assert [level(length) for length in (0, 1, 3, 7, 100, 10**9)] == [0, 4, 8, 12, 27, MOST]


def test_a_site_without_documents_has_an_index_too() -> None:
    found = index([])
    assert (found.average, dict(found.postings)) == (0, {})
