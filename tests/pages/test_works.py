"""When two sources are one work, and the names that works have on their page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.model import Source, Statement
from argsite.packing import pack
from argsite.pages.works import Works, find_works
from argsite.source import Location, Passage

AT = Location("essay.yaml")


def source(line: int, **facts: str) -> Source:
    """Return a source that is named on some line."""
    return Source(Location("essay.yaml", line), **facts)


def cited(*sources: Source) -> Works:
    """Return the works that statements cite, one statement for each source."""
    return find_works(
        Statement(f"s{number}", "park", Passage("Words.", AT), AT, sources=(each,))
        for number, each in enumerate(sources)
    )


def titles(works: Works) -> list[tuple[str, int]]:
    """Return the title of each work and how many statements cite it."""
    return [(work.said("title"), len(work.statements)) for work in works.all]


def test_the_same_address_is_the_same_work() -> None:
    url = "https://example.org/lamps"
    works = cited(source(1, url=url), source(2, url=url, title="Lamps", author="C. Author"))
    assert titles(works) == [("Lamps", 2)]


HOSTS = st.sampled_from(("example.org", "a.b.example", "x-1.org"))
PATHS = st.text("ab/.%-~_1", max_size=6).map(lambda path: f"/{path}" if path else path)


@given(HOSTS, PATHS, st.sampled_from(("http", "https")))
def test_plain_addresses_are_taken_for_what_others_that_say_the_same_are(
    host: str, path: str, scheme: str
) -> None:
    plain, other = f"{scheme}://{host}{path}", f"HTTP://{host.upper()}:80{path}#page=1"
    works = cited(source(1, url=plain, title="Lamps"), source(2, url=other))
    assert titles(works) == [("Lamps", 2)]


def test_addresses_that_lead_to_the_same_page_are_the_same_work() -> None:
    works = cited(
        source(1, url="https://example.org/lamps", title="Lamps"),
        source(2, url="http://Example.org/lamps/#page=3"),
        source(3, url="https://example.org:443/lamps"),
        source(4, url="https://example.org/Lamps"),
        source(5, url="https://example.org/lamps?page=2"),
        source(6, url="https://example.org/lamps#/night"),
        source(7, url="https://[broken"),
    )
    assert titles(works) == [("", 1), ("", 1), ("", 1), ("", 1), ("Lamps", 3)]


def test_the_same_author_title_and_date_are_the_same_work() -> None:
    works = cited(
        source(1, title="On  Lamps", author="C. Author", date="2024"),
        source(2, title="On lamps", author="c. author", date="2024"),
        source(3, title="On lamps", author="Another", date="2024"),
        source(4, title="On lamps", author="C. Author", date="2025"),
    )
    assert titles(works) == [("On lamps", 1), ("On  Lamps", 2), ("On lamps", 1)]


def test_a_work_named_without_its_address_is_the_one_with_it() -> None:
    works = cited(source(1, title="Lamps"), source(2, title="Lamps", url="https://example.org/"))
    assert titles(works) == [("Lamps", 2)]


def test_two_addresses_are_two_works_and_a_bare_title_is_then_neither() -> None:
    works = cited(
        source(1, title="Report", url="https://example.org/1"),
        source(2, title="Report", url="https://example.org/2"),
        source(3, title="Report"),
    )
    assert titles(works) == [("Report", 1), ("Report", 1), ("Report", 1)]
    assert len({work.anchor for work in works.all}) == 3


def test_an_anchor_comes_from_the_work_alone() -> None:
    one, other = source(1, title="Lamps"), source(2, title="Wardens")
    alone, among = cited(other), cited(one, other)
    assert alone.of(other).anchor == among.of(other).anchor
    assert alone.of(other).anchor.startswith("wardens-")


def test_a_statement_that_cites_a_work_twice_counts_once() -> None:
    sources = (source(1, title="Lamps", page="3"), source(2, title="Lamps", page="9"))
    statement = Statement("s", "park", Passage("Words.", AT), AT, sources=sources)
    (work,) = find_works([statement]).all
    assert work.statements == ("park/s",)
    assert [use.source.page for use in work.uses] == ["3", "9"]


@pytest.mark.parametrize(
    "remembered",
    [[], [["a", [0]]], [["a", [1, 1]]], [["a", [0, 1, 2]]], [["a", [0, 5]]], "no list"],
)
def test_what_is_remembered_of_other_works_is_not_believed(remembered: object) -> None:
    sources = (source(1, title="Zoo"), source(2, title="Ant"))
    statement = Statement("id", "essay", Passage("Text.", AT), AT, sources=sources)
    works = find_works([statement], "en", lambda _inputs, _make: pack(remembered)).all
    assert [each.said("title") for each in works] == ["Ant", "Zoo"]


CITED = st.builds(
    source,
    st.just(1),
    title=st.sampled_from(("", "Lamps", "lamps", "Wardens")),
    author=st.sampled_from(("", "C. Author", "Another")),
    url=st.sampled_from(("", "https://example.org/1", "http://example.org/1/")),
    date=st.sampled_from(("", "2024")),
    page=st.sampled_from(("", "3")),
)


@given(st.lists(st.lists(CITED, max_size=4), max_size=4))
def test_states_of_a_site_with_one_memory_have_the_works_that_each_has_alone(
    states: list[list[Source]],
) -> None:
    known: dict[tuple[str, ...], bytes] = {}

    def remember(inputs: Sequence[str], make: Callable[[], bytes]) -> bytes:
        return known.setdefault(tuple(inputs), make())

    for state in states:
        for language in ("en", "sv"):
            statements = [
                Statement(f"s{number}", "park", Passage("Words.", AT), AT, sources=(each,))
                for number, each in enumerate(state)
            ]
            alone = find_works(statements, language)
            assert find_works(statements, language, remember) == alone
