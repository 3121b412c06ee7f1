"""Each way to write a text in YAML, and where its letters are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.formats.yaml.letters import Letters, location, offset
from argsite.formats.yaml.nodes import Mapping, Scalar, parse
from argsite.source import Location, Manuscript, Passage


def letters(source: str) -> tuple[Letters, str, Manuscript]:
    """Return the letters of the value of the first key, its text, and the file."""
    manuscript = Manuscript("content/a/essay.yaml", source)
    root = parse(manuscript, lambda _: None)
    assert isinstance(root, Mapping)
    value = next(iter(root.entries.values())).value
    assert isinstance(value, Scalar)
    return Letters(manuscript, Passage(*value)), value.text, manuscript


@pytest.mark.parametrize(
    "source",
    [
        "a: one two three\n",
        "a: one\n  two\n\n  three\n",
        "a: 'it''s one two'\n",
        'a: "\\u2192 \\"one\\"\\n\\\n   two \\x41"\n',
        "a: | # a comment\n    one\n      two\n",
        "a: >+2\n    one\n   two\n\n\n",
        "a: one:two",
    ],
)
def test_a_word_is_found_however_it_is_written(source: str) -> None:
    found, text, manuscript = letters(source)
    for word in ("one", "two"):
        start = text.index(word)
        at = found.locate(start, start + len(word))
        assert at
        assert manuscript.line(at.line)[at.column - 1 :].startswith(word)


@pytest.mark.parametrize("source", ['a: "\\x6fne"\n', 'a: "o\\\n   ne"\n'])
def test_a_word_that_is_not_there_letter_for_letter_is_not_found(source: str) -> None:
    found, text, _ = letters(source)
    assert text == "one"
    assert found.locate(0, 3) is None


def test_nothing_is_found_where_the_file_holds_another_text() -> None:
    manuscript = Manuscript("a.yaml", "a: one\n")
    assert Letters(manuscript, Passage("two", Location("a.yaml", 1, 4))).locate(0, 3) is None
    assert Letters(manuscript, Passage("one two", Location("a.yaml", 1, 4))).locate(4, 7) is None


def test_a_whole_file_is_a_text_of_its_own_letters() -> None:
    text = '"no quote\n|one\n'
    found = Letters(Manuscript("a.md", text), Passage(text, Location("a.md")))
    assert found.locate(11, 14) == Location("a.md", 2, 2, 3)


@given(st.text("ab\n🙂", max_size=30), st.data())
def test_offset_and_location_undo_each_other(text: str, data: st.DataObject) -> None:
    manuscript = Manuscript("a.md", text)
    place = data.draw(st.integers(0, len(text)))
    assert offset(manuscript, location(manuscript, place, 1)) == place
