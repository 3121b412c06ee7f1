"""Lists of words, as they come with the package."""

from __future__ import annotations

from argsite.formats.yaml.word_lists import read_word_lists
from argsite.problems import Problem
from argsite.source import Manuscript


def test_lists_have_names_and_may_be_nested() -> None:
    problems: list[Problem] = []
    text = "a: [b, c d]\ne:\n  f: [no]\n  g: []\nh: i\n"
    lists = read_word_lists(Manuscript("words.yaml", text), problems.append)
    assert lists == {"a": ("b", "c d"), "e": {"f": ("no",), "g": ()}}
    assert not problems


def test_what_is_no_mapping_holds_no_lists() -> None:
    assert read_word_lists(Manuscript("words.yaml", "- a\n"), lambda _: None) == {}
