"""Markdown to HTML: the cases in `cases/markdown`, and what holds for every text."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink

from argsite.markdown import allowed, block, inline, words
from argsite.markdown.parser import MARKUP, parse_inline, render
from argsite.markdown.rendering import _NORMAL
from tests import dom
from tests.casebook import Case, read_cases
from tests.markdown import hostile

STATEMENTS = {"#safe": "safe.html", "#lit": "lit.html", "other#far": "../other/far.html"}
"""The statements that the cases link to, and their pages."""

SCHEMES = {"http", "https", "mailto", "tel"}


def resolve(address: str) -> str | None:
    """Resolve an address as a page of a small site does."""
    if not allowed(address) or address.startswith(("/", "#", "other#")):
        return STATEMENTS.get(address)
    return address


@pytest.mark.parametrize(
    "case", read_cases("markdown"), ids=lambda case: f"{case.path.stem}: {case.title}"
)
def test_case(case: Case, golden_fence: Callable[[Case, str, str], None]) -> None:
    if "line" in case.fences:
        line = case.fences["line"].removesuffix("\n")
        golden_fence(case, "html", inline(line, resolve))
        if "[" in line:
            golden_fence(case, "in-a-link", words(line))
        return
    options = dict(
        line.split(": ", 1) for line in case.fences.get("options", "").splitlines() if line
    )
    html = block(
        case.fences["markdown"],
        resolve,
        under=int(options.pop("under", "1")),
        prefix=options.pop("prefix", ""),
        quotes=options,
    )
    dom.fragment(html)
    golden_fence(case, "html", html)


@given(hostile.plain)
@example("a\u00a0b")
@example("'quotes' \"and\" (brackets) 1. - # + = ~ | : http://example.org {{ x }}")
def test_text_without_marks_is_shown_the_same_by_the_short_way(text: str) -> None:
    text = MARKUP.sub("", text)
    longer = dom.words(dom.fragment(render(parse_inline(text))))
    assert dom.words(dom.fragment(inline(text, resolve))) == longer
    assert dom.words(dom.fragment(words(text))) == longer


lines = st.lists(
    st.sampled_from(
        [
            *("A word", " ", "  ", "\n", "\n\n", "Ünd", "夜", "\t", "\u00a0", "\u2028", "\r", "—"),
            *("#", "-", "+", "1.", "a.", ":", "|", "=", "~", "$", '"', "'", "(", "http://x.y"),
        ]
    )
).map("".join)


@given(st.one_of(st.text(), lines))
@example('One.\nTwo “said”.\n\n\nThree, it\'s "so".\n')
@example("A\n---\nb")
@example("A |\n- | -")
def test_paragraphs_without_marks_are_shown_the_same_by_the_short_way(text: str) -> None:
    the_long_way = block(text, resolve, quotes={"nowhere": "\0"})
    assert block(text, resolve) == the_long_way


@given(hostile.texts, st.integers(0, 6), st.sampled_from(["", "point-1"]))
def test_blocks_hold_nothing_but_their_own_markup(text: str, under: int, prefix: str) -> None:
    harmless(dom.fragment(block(text, resolve, under=under, prefix=prefix, quotes={"q": "a"})))


@given(hostile.texts)
def test_words_hold_nothing_but_their_own_markup(text: str) -> None:
    harmless(dom.fragment(inline(text, resolve)))
    inside = dom.fragment(words(text))
    harmless(inside)
    assert not list(dom.elements(inside, "a"))


ELEMENTS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "a", "span", "blockquote", "ol", "ul", "li"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "div"),
    *("dl", "dt", "dd", "sup"),
}
ATTRIBUTES = {
    *("href", "title", "rel", "class", "id", "start", "role", "aria-label", "tabindex"),
    "data-file",
}


def harmless(root: Element) -> None:
    """Check that a fragment holds known elements, attributes and kinds of addresses only."""
    ids = []
    for element in dom.elements(root):
        if element is root:
            continue
        assert dom.name(element) in ELEMENTS
        assert element.attrib.keys() <= ATTRIBUTES
        ids += [element.attrib["id"]] if "id" in element.attrib else []
        address = element.get("href", "")
        scheme = re.match(r"[^/?#]*:", address)
        assert not scheme or scheme[0][:-1].lower() in SCHEMES, address
        assert not address.startswith(("//", "\\", "/\\")), address
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[a](" * 20_000,
        "[^1" * 20_000,
        "*" * 20_000,
        "*a " * 20_000,
        "*a_ " * 20_000,
        "`" * 20_000,
        "".join("`" * size + " " for size in range(200)),
        "<" * 20_000,
        "<!" * 20_000,
        "&" * 20_000,
        "\\" * 20_000,
        ">" * 20_000,
        "- " * 20_000,
        "1. " * 20_000,
        "a\n: " * 5_000,
        "|" * 20_000,
        "| a " * 300 + "\n" + "|---" * 300 + "\n" + "| b\n" * 300,
        "[a]: b\n" * 5_000,
        "".join(f"[a{number}]: b\n" for number in range(5_000)) + "[a1]" * 5_000,
        "[^1]\n\n[^1]: a\n" * 2_000,
        "#" * 20_000,
        "a\n\n" * 10_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_text_made_to_take_forever_ends(text: str) -> None:
    # A table's missing cells are filled in: many, but not without end.
    assert len(block(text, resolve)) < 100 * len(text) + 1_000_000
    assert len(inline(text, resolve)) < 100 * len(text)


@given(st.from_regex(_NORMAL, fullmatch=True))
def test_an_address_that_is_taken_as_it_is_would_be_encoded_so(address: str) -> None:
    assert normalizeLink(address) == address
