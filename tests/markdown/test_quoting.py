"""Quoted words are marked where they stand, whatever else stands there."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it.token import Token

from argsite.markdown.parser import parse_inline, render
from argsite.markdown.quoting import marked
from argsite.markdown.reading import fold, word_of, words_of


def shown(text: str, quote: str) -> str | None:
    """Return the HTML of a text, the first mark as [ ] and more as ( ); None where it has none."""
    tokens = marked(parse_inline(text), quote, "q")
    if tokens is None:
        return None
    html = render(tokens)
    html = re.sub(r'<span class="quoted" id="q">(.*?)</span>', r"[\1]", html)
    return re.sub(r'<span class="quoted" data-anchor="q">(.*?)</span>', r"(\1)", html)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One two three.", "two", "One [two] three."),
        ("One  two\nthree.", "One two three.", "[One  two]\n(three.)"),
        ("One *two* three.", "ne two t", "O[ne ]<em>(two)</em>( t)hree."),
        ("Say `one two` now.", "ay one", "S[ay ](<code>one two</code>) now."),
        ("One two.", "three", None),
        ("One two.", "", None),
    ],
)
def test_marks_lie_within_words_links_and_code(text: str, quote: str, expected: str | None) -> None:
    assert shown(text, quote) == expected


PIECES = st.sampled_from(["a", "bc", "d.", " ", "  ", "\n", "\u00a0", "*e f*", "[i](#j)", "[k"])


@given(st.lists(PIECES, max_size=12).map("".join), st.data())
def test_what_is_marked_is_what_was_quoted(text: str, data: st.DataObject) -> None:
    tokens = parse_inline(text)
    said = fold(words_of(tokens))
    start = data.draw(st.integers(0, len(said)))
    quote = said[start : data.draw(st.integers(start, len(said)))].strip()
    assume(quote)
    found = marked(tokens, quote, "q")
    assert found is not None
    assert words_of(found) == words_of(tokens)
    assert "".join(marks(found).split()) == "".join(quote.split())


def marks(tokens: list[Token]) -> str:
    """Return the words that are marked."""
    depths = accumulate(each.nesting if each.tag == "span" else 0 for each in tokens)
    return "".join(word_of(each) for each, depth in zip(tokens, depths, strict=True) if depth)
