"""The lock file's text: what it says, and what is added to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.formats import lock
from argsite.problems import Code, Problem
from argsite.source import Location, Manuscript


def read(text: str) -> tuple[dict[str, tuple[int, int]], list[tuple[int, Code, str]]]:
    """Return the addresses with line and column, and what is wrong at which line."""
    problems: list[Problem] = []
    found = lock.read(Manuscript(lock.NAME, text), problems.append)
    places = {key: (at.line, at.column) for key, at in found.items()}
    return places, [(each.at.line, each.code, each.message) for each in problems]


def test_addresses_stand_one_a_line() -> None:
    text = "# Published.\n\npark/keep\n  park/lamps  # since 2024\npark/keep\nпарк/озеро\n"
    places = {"park/keep": (3, 1), "park/lamps": (4, 3), "парк/озеро": (6, 1)}
    assert read(text) == (places, [])
    assert read("") == ({}, [])


def test_what_is_no_address_is_said_with_its_place() -> None:
    said = read("park\npark/keep\n/keep\npark/\na/b/c\npark/keep it\n")
    assert said == (
        {"park/keep": (2, 1)},
        [
            (1, Code.BAD_VALUE, "'park' is no address of a statement"),
            (3, Code.BAD_VALUE, "'/keep' is no address of a statement"),
            (4, Code.BAD_VALUE, "'park/' is no address of a statement"),
            (5, Code.BAD_VALUE, "'a/b/c' is no address of a statement"),
            (6, Code.BAD_VALUE, "'park/keep it' is no address of a statement"),
        ],
    )


def test_a_merge_that_was_not_finished_is_no_address() -> None:
    found, said = read("<<<<<<< HEAD\npark/a\n=======\npark/b\n>>>>>>> other\n")
    assert list(found) == ["park/a", "park/b"]
    assert [(line, message) for line, _, message in said] == [
        (1, "a merge was not finished here"),
        (3, "a merge was not finished here"),
        (5, "a merge was not finished here"),
    ]


def test_a_new_file_says_what_it_is_and_is_sorted() -> None:
    text = lock.add("", ["park/lamps", "lake/deep", "park/keep"])
    head, _, body = text.partition("\n\n")
    assert all(line.startswith("# ") for line in head.split("\n"))
    assert body == "lake/deep\npark/keep\npark/lamps\n"


def test_what_is_added_finds_its_place_and_the_rest_stays() -> None:
    text = "# Mine.\n\npark/b # old\n# The next two are gone.\npark/d\n\npark/f\n# The end.\n"
    assert lock.add(text, ["park/a", "park/c", "park/e", "park/g", "park/d"]) == (
        "# Mine.\n\npark/a\npark/b # old\npark/c\n# The next two are gone.\npark/d\n"
        "park/e\n\npark/f\n# The end.\npark/g\n"
    )


def test_nothing_new_changes_nothing() -> None:
    for text in ("park/b\npark/a", "# Only this.\n\n\npark/a\npark/b\npark/b\n"):
        assert lock.add(text, ["park/a", "park/b"]) == text


NAMES = st.sets(st.from_regex("[a-d]{1,2}/[a-d]{1,2}", fullmatch=True), min_size=1)


@given(NAMES, NAMES)
def test_whatever_is_added_is_in_it_once_and_in_order(first: set[str], second: set[str]) -> None:
    text = lock.add(lock.add("", first), second)
    words = [line for line in text.split("\n") if line and not line.startswith("#")]
    assert words == sorted(first | second)
    assert lock.add("", first | second) == text
    assert lock.add(text, first) == text


@given(st.text())
def test_no_text_raises(text: str) -> None:
    lock.read(Manuscript(lock.NAME, text), lambda _: None)
    assert "park/keep" in lock.read(
        Manuscript(lock.NAME, lock.add(text, ["park/keep"])), lambda _: None
    )


def test_a_place_is_where_the_address_stands() -> None:
    found = lock.read(Manuscript(lock.NAME, "  park/keep # yes\n"), lambda _: None)
    assert found["park/keep"] == Location(lock.NAME, 1, 3, 9)
