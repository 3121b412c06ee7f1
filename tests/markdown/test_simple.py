"""Simple paragraphs look the same whether or not the parser is asked."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argsite.markdown import block
from argsite.markdown.simple import PARAGRAPHS, paragraphs

PAGES = {
    "#lit": "lit.html",
    "other#far": "../other/far away.html",
    "a/b.html": "https://x.org/?a&b",
}


def the_long_way(text: str) -> str:
    """Set a text with the parser: a passage that does not occur is to be marked."""
    return block(text, PAGES.get, quotes={"nowhere": "\0"})


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("This is *not* so.\n", "<p>This is <em>not</em> so.</p>\n"),
        ("A **very small** park", "<p>A <strong>very small</strong> park</p>\n"),
        ('It\'s "so"; see [the lamps](#lit).', None),
        ("See [far](other#far) and [out](a/b.html), or [nowhere](#none).", None),
        ("One *and* two,\nthree.\n\n\nFour: *five*", None),
    ],
)
def test_what_is_simple(text: str, html: str | None) -> None:
    assert PARAGRAPHS.fullmatch(text)
    assert paragraphs(text, PAGES.get) == (html or the_long_way(text))
    assert paragraphs(text, PAGES.get) == the_long_way(text)


@pytest.mark.parametrize(
    "text",
    [
        "a*b* c",
        "a *b*c",
        "a *b *c* d",
        "a * b * c",
        "a ***b*** c",
        "a *b** c",
        "a _b_ c",
        "a [b](//host) c",
        "a [b](javascript:c) d",
        "a [b][c] d",
        "a ![b](#lit) c",
        "a [b *c*](#lit) d",
        "a [^1] b\n\n[^1]: c",
        "a  \nb",
        "- a *b* c",
        "a\n- b",
        "a `*b*` c",
    ],
)
def test_what_is_left_to_the_parser(text: str) -> None:
    assert not PARAGRAPHS.fullmatch(text)


PIECES = ["a", "B", "é", "1", " ", " ", "\n", "\n\n", "*", "**", " *a*", " **b c**", " [a](#lit)"]
PIECES += ["[", "](", ")", "#lit", " [x y](other#far)", ".", ",", '"', "'", "—", "|", "-", "(", ":"]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example(" *b* *c*")
@example(" *b*\n*c*")
@example(" [b](#lit) [c](#lit)")
def test_the_parser_says_the_same(text: str) -> None:
    assert block(f"A{text}", PAGES.get) == the_long_way(f"A{text}")


def test_a_long_text_takes_no_longer_for_its_length() -> None:
    for text in ("a" + " *b" * 20_000, "a" + " [b" * 20_000, "a " * 20_000 + "*", "a\n" * 20_000):
        PARAGRAPHS.fullmatch(text)
