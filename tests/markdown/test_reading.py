"""What a Markdown text says, without rendering it."""

from __future__ import annotations

import pytest
from hypothesis import given

from argsite.markdown import (
    inline,
    links,
    multiplies,
    passages,
    plain,
    title,
)
from tests import dom
from tests.markdown import hostile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no links", ()),
        ("[a](#one) and [b](park#two)", ("#one", "park#two")),
        ("[a](<b c.html> 'title')", ("b c.html",)),
        ("[a][r]\n\n[r]: https://example.org/Ünicode", ("https://example.org/Ünicode",)),
        (
            "<https://example.org> and <a@example.org>",
            ("https://example.org", "mailto:a@example.org"),
        ),
        ("![picture](a.png)", ("a.png",)),
        ("[![picture](a.png)](b.html)", ("b.html", "a.png")),
        ("![picture [inner](c.html)](a.png)", ("a.png",)),
        ("`[a](#one)` and \\[b](#two)", ()),
        ("[a](javascript:alert(1))", ()),
        ("word[^1]\n\n[^1]: note [a](#one)", ("#one",)),
        ("| a |\n|---|\n| [b](#one) |", ("#one",)),
        ("> - [a](#one)", ("#one",)),
        ("[a]()", ("",)),
    ],
)
def test_links_are_all_addresses_as_written(text: str, expected: tuple[str, ...]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("one\ntwo   three\n\nfour", ("one two three", "four")),
        ("# Head\n\nA *b* [c](#d) `e` ![f](g)", ("Head", "A b c e f")),
        ("| a | b |\n|---|---|\n| c | d |", ("a", "b", "c", "d")),
        ("hard  \nbreak", ("hard break",)),
        ("word[^1] on\n\n[^1]: the note", ("word on", "the note")),
        ("```\ncode\n```", ()),
        ("&amp; \\* &copy;", ("& * ©",)),
    ],
)
def test_passages_are_the_words_of_each_paragraph(text: str, expected: tuple[str, ...]) -> None:
    assert passages(text) == expected


def test_blocks_of_code_are_passages_where_they_are_asked_for() -> None:
    text = "One.\n\n```c\nint  x;\n```\n\n- a\n\n      of code\n"
    assert passages(text) == ("One.", "a")
    assert passages(text, code=True) == ("One.", "int x;", "a", "of code")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just  words ", "just words"),
        ("*a* **b** `c` [d](#e)", "a b c d"),
        ("![f](g.png) h", "f h"),
        ("1. not a list", "1. not a list"),
        ("# not a heading", "# not a heading"),
        ("a\nb", "a b"),
        ("<b>raw</b> &lt;", "<b>raw</b> <"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("5 \\* 3 and snake_case", "5 * 3 and snake_case"),
        ("10\u00a0%  of\u202fit\n!", "10\u00a0% of\u202fit !"),
        ("\u3000*第一章*\u3000はじめに ", "\u3000第一章\u3000はじめに"),
    ],
)
def test_plain_is_a_run_of_words_without_marks(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(hostile.texts)
def test_plain_is_what_a_reader_sees(text: str) -> None:
    html = dom.fragment(inline(text, lambda _: "safe.html"))
    assert plain(text) == dom.shown(html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# About *this* site\n\nText", "About this site"),
        ("Text\n\n# Later", "Later"),
        ("About\n=====", "About"),
        ("## Second level only", ""),
        ("#", ""),
        ("```\n# code\n```", ""),
        ("", ""),
    ],
)
def test_title_is_the_first_heading_of_the_first_level(text: str, expected: str) -> None:
    assert title(text) == expected


def test_references_used_again_and_again_multiply_a_text() -> None:
    long = "https://example.org/" + "a" * 1_000
    assert multiplies(f"[r]: {long}\n\n" + "[r] " * 100)
    assert multiplies(f"[r]: b '{long}'\n\n" + "![r] " * 100)
    assert not multiplies(f"[r]: {long}\n\n[r]")
    assert not multiplies("[r]: b\n\n" + "[r] " * 5_000)
    assert not multiplies(f"[a]({long}) " * 100)
