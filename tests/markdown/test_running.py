"""The running words of a Markdown text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.markdown import linked_words, paragraphs, passages, runs


def test_a_paragraph_is_what_a_text_says_in_running_words() -> None:
    text = (
        "# Title\n\nOne *line*,\nanother [link](#a).\n\n- An item\n- with ![a picture](b.png)\n\n"
        "> Quoted.\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n\nTerm\n: What it is.\n\nEnd.[^1]\n\n"
        "[^1]: A note.\n"
    )
    assert paragraphs(text) == (
        (2, "One line, another link.", ("#a",)),
        (5, "An item with a picture", ("b.png",)),
        (8, "Quoted.", ()),
        (21, "End.", ()),
    )
    assert paragraphs("") == ()


def test_a_run_is_a_paragraph_or_an_item_wherever_it_stands() -> None:
    text = (
        "# Title\n\nOne [long link](#a).\n\n> - An item\n> - with `some code`\n\n"
        "| a |\n|---|\n| b |\n\nTerm\n: What it is.\n\nEnd.[^1]\n\n[^1]: A note.\n"
    )
    assert runs(text) == (
        ("One long link.", ("long link",)),
        ("An item", ()),
        ("with some code", ("some code",)),
        ("Term", ()),
        ("What it is.", ()),
        ("End.", ()),
        ("A note.", ()),
    )
    assert runs("") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (
            "One [two *three*](#a) four.",
            ((("One", ""), ("two", "#a"), ("three", "#a"), ("four.", "")),),
        ),
        ("x[y](#a)z", ((("xyz", "#a"),),)),
        ("A\n\n[b](c#d)", ((("A", ""),), (("b", "c#d"),))),
    ],
)
def test_words_know_what_they_link_to(
    text: str, expected: tuple[tuple[tuple[str, str], ...], ...]
) -> None:
    assert linked_words(text) == expected


@given(st.text())
def test_linked_words_are_those_of_the_passages(text: str) -> None:
    assert tuple(" ".join(word for word, _ in each) for each in linked_words(text)) == passages(
        text
    )
