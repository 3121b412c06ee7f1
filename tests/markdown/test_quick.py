"""Plain prose, held against what markdown-it-py makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from argsite.markdown import quick
from argsite.markdown.parser import _blocks, _words, allowed

PIECES = st.sampled_from(
    [
        *("a", "Ü", "7", "字", "e\u0301", "a b", "so, and", "one.", "“two”", "(three)", "it's"),
        *(" ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\u00a0", "\u2003", "\r\n"),
        *("[", "]", "](#id)", "](a/b#c)", "](https://a.b/c_d?e=f)", "](javascript:a)", "]()"),
        *('](#a "b")', "](<#a>)", "[a](#b)", "[a b\nc](#d-e)", "[a]", "[^1]", "[a]: b", "](a_b_c)"),
        *(
            "*",
            "**",
            "***",
            "_",
            "*a*",
            "**b c**",
            "*d*.",
            "(*e*)",
            "x*y*z",
            "*.f*",
            "*g *",
            "*h.*",
        ),
        *(
            "- ",
            "1. ",
            "2)",
            "3.",
            "‘",
            "—",
            "# ",
            "> ",
            "---",
            "===",
            "a | b\n--|--\n",
            ": c",
            "`",
            "\\",
            "&amp;",
            "!",
        ),
        *("<b>", "http://a.b", "    ", "~~~"),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def told(tokens: Iterable[Token]) -> list[dict[str, Any]]:
    """Return what tokens say; markdown-it-py leaves empty texts before some marks."""
    return [
        {**each.as_dict(children=False), "children": told(each.children or [])}
        for each in tokens
        if each.type != "text" or each.content
    ]


@given(TEXTS)
@example("One *two* (**three**)\n[four\nfive](#six), *seven.*\n\n\nEight [n](https://a.b/c_d).\n")
@example("a\n\n[b](#c)\n*d* e")
@example("\n\na")
@example("a [*b*](#c) *d [e](#f)*")
@example("a*b* *c*d (*e*)f *g*(h) “*i*”")
def test_blocks_are_those_of_markdown_it(text: str) -> None:
    found = quick.blocks(text, allowed)
    if found is not None:
        assert told(found) == told(_blocks().parse(text))


@given(TEXTS)
def test_words_are_those_of_markdown_it(text: str) -> None:
    found = quick.words(text, allowed)
    if found is not None:
        assert told(found) == told(_words().parseInline(text)[0].children or [])


@pytest.mark.parametrize(
    "text",
    [
        "Words.",
        "Two lines\nof words.\n\n\nAnd more: 1.5 “x” (y) - z / 3 % + =?\n",
        "A [link](#id), [one\nin two lines](other#id) and [outside](https://example.org/a_b?c=d).",
        "Words *of weight* and **much of it**, (*so*) *to say.* *Yes*",
        "7 and 1.5, (so)\n“A”\n12 — B\n'C'.",
        "[A link](#id) begins it,\n[this line](#id) too.\n\n*So* does\n**this**.",
    ],
)
def test_plain_prose_needs_no_other_parser(text: str) -> None:
    assert quick.blocks(text, allowed) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\nA", " A", "A ", "A  \nB", "A\n B", "A\n\n ", "A\tB", "A\u00a0B"),
        *("# A", "- A", "1. A", "> A", "A\n---", "A\n: B", "~~~\nA", "| A |", "7. A", "A\n12) B"),
        *("A `b`", "A \\* b", "A &amp; b", "A <b>", "A![b](c)", "A[^1]", "A^[b]", "A_b_"),
        *(
            "[A]",
            "[A][b]",
            "[A]: b",
            "[A](b c)",
            "[A](<b>)",
            "[A]()",
            "[](b)",
            "A]",
            "[A[b](c)](d)",
        ),
        *("*A", "A*", "*A**", "***A***", "A*b*c", "*A [b](c)*", "[*A*](b)", "*A *b* c*", "* A"),
        *("[A](javascript:b)", "[A](//b)"),
    ],
)
def test_what_may_mean_more_is_left_to_markdown_it(text: str) -> None:
    assert quick.blocks(text, allowed) is None
