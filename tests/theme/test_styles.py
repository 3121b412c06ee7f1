"""How stylesheets become one."""

from __future__ import annotations

from argsite.theme import join_styles


def test_stylesheets_stand_in_the_order_of_their_names() -> None:
    sheets = {"2-page.css": "\nb {}\n\n", "1-tokens.css": "a {}", "9-print.css": "c {}\n"}
    assert join_styles(sheets) == "a {}\n\nb {}\n\nc {}\n"


def test_a_theme_without_stylesheets_has_an_empty_one() -> None:
    assert join_styles({}) == ""
