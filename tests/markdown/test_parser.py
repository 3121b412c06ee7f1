"""Which addresses may become links, and that no text breaks the parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.markdown import allowed
from argsite.markdown.parser import parse, parse_inline, render


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "HTTP://EXAMPLE.ORG",
        "mailto:writer@example.org",
        "tel:+390612345678",
        "#safe-at-night",
        "park#safe-at-night",
        "about.html",
        "../about.html",
        "/about.html",
        "javascript.html",
        "data/figures.html",
        "",
    ],
)
def test_an_address_on_the_web_or_within_the_site_is_allowed(address: str) -> None:
    assert allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "\u2028javascript:alert(1)",
        "\u3000javascript:alert(1)",
        "\u2003\u1680javascript:alert(1)",
        "\u200b\ufeffjavascript:alert(1)",
        "\u3000//example.org/a",
        "\u202ejavascript:alert(1)",
        "\U000e0001javascript:alert(1)",
        ":javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/png;base64,AAAA",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "view-source:https://example.org",
        "about:blank",
        "x:y",
        "//example.org/a",
        "\\\\example.org\\a",
        "/\\example.org/a",
        "\\/example.org/a",
        "/\t/example.org/a",
    ],
)
def test_an_address_that_runs_code_or_leaves_unseen_is_not(address: str) -> None:
    assert not allowed(address)


@given(st.text())
def test_no_text_breaks_the_parser(text: str) -> None:
    render(parse(text))
    render(parse_inline(text))
