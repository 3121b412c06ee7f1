"""Where the pages of a long list begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.division import cut

ENTRIES = st.lists(st.text(min_size=1, max_size=4), max_size=60, unique=True)


@given(ENTRIES, st.integers(1, 20))
def test_pages_hold_everything_in_order_and_are_not_too_long(entries: list[str], most: int) -> None:
    pages = cut(entries, most, str)
    assert [each for page in pages for each in page] == entries
    assert all(len(page) <= most for page in pages)
    assert all(len(page) * 2 >= most for page in pages[:-1])
    assert len(pages) == 1 or all(pages)


def test_a_list_that_fits_is_on_one_page_and_so_is_an_empty_one() -> None:
    assert cut(["b", "a"], 2, str) == [("b", "a")]
    assert cut([], 2, str) == [()]


def test_an_entry_more_changes_few_pages() -> None:
    entries = [f"park/s{number}" for number in range(10_000)]
    before = set(cut(entries, 400, str))
    for place in range(50, 10_000, 500):
        after = cut([*entries[:place], "park/new", *entries[place:]], 400, str)
        assert len(before.symmetric_difference(after)) <= 6
