"""Simple paragraphs look the same whether or not the parser is asked."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from argsite.markdown import block, rendering, simple
from argsite.markdown.parser import parse, parse_whatever, render
from argsite.markdown.simple import PARAGRAPHS, paragraphs, tokens

NOTHING = re.compile(r"(?!)")

PAGES = {
    "#lit": "lit.html",
    "other#far": "../other/far away.html",
    "a/b.html": "https://x.org/?a&b",
}


def the_long_way(text: str) -> str:
    """Set a text with the parser."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simple, "PARAGRAPHS", NOTHING)
        patch.setattr(rendering, "PARAGRAPHS", NOTHING)
        return block(text, PAGES.get)


def described(tokens: list[Token]) -> list[dict[str, object]]:
    """Return all that tokens say, without those of no words, which the parser may leave."""
    return [
        {**each.as_dict(), "children": described(each.children or [])}
        for each in tokens
        if each.content or each.type != "text"
    ]


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
    text = f"A{text}"
    assert block(text, PAGES.get) == the_long_way(text)
    assert described(parse(text)) == described(parse_whatever(text))
    if PARAGRAPHS.fullmatch(text):
        assert render(tokens(text)) == render(parse_whatever(text))


def test_a_long_text_takes_no_longer_for_its_length() -> None:
    for text in ("a" + " *b" * 20_000, "a" + " [b" * 20_000, "a " * 20_000 + "*", "a\n" * 20_000):
        PARAGRAPHS.fullmatch(text)
