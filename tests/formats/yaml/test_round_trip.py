"""What another reader of YAML says of texts and comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from argsite.formats.yaml.round_trip import WORDS, comments, is_plain


@given(st.from_regex(WORDS, fullmatch=True))
def test_words_need_no_quotes(text: str) -> None:
    assert is_plain(text)
    for version in ((1, 1), (1, 2)):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        assert reader.load(f"- {text}\n") == [text]


@pytest.mark.parametrize(
    "text",
    ["The gate is open.", "Gate", "It's 10 o'clock", "Де ліхтарі? Тут!", "a - b", "公園 は 開く"],
)
def test_without_quotes_these_are_what_they_are(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    ["no", "12:30", "0o17", "1e3", "null", "- a", "a: b", "a #b", "@a b", "", " a", "a ", "a\nb"],
)
def test_without_quotes_these_are_something_else(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b # c\n# d\n", ["# c", "# d"]),
        ("a: '[x](#b) c#d'\nu: https://example.org/#x\n", []),
        ("a: [b,#c\n  d]\n", ["#c"]),
        ("a: |1#c\n b\n", ["#c"]),
        ("a: |\n  # b\n", []),
    ],
)
def test_comments_are_told_from_other_hashes(text: str, found: list[str]) -> None:
    counted = comments(text)
    assert counted is None or sorted(counted.elements()) == found
