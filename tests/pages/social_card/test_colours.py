"""The colours of a card: the light ones of the theme."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argsite.pages.social_card.colours import colours
from argsite.theme import DEFAULT, find


def paper_of(folder: Path, sheet: str) -> str:
    """Return the colour of the card's paper where a theme ends with this sheet."""
    place = folder / "9-last.css"
    place.write_text(f":root {{ --paper: #111111 }}\n{sheet}", encoding="utf-8")
    theme = find(DEFAULT, folder)
    return colours(replace(theme, styles={**theme.styles, place.name: place}), None)["paper"]


@pytest.mark.parametrize(
    "sheet",
    [
        "@media (prefers-color-scheme: dark) { :root { --ink: #000000; --paper: #999999; } }",
        "@media print { :root { --paper: #999999; } }",
        "@supports (color: red) { @media (forced-colors: active) { :root { --paper: #999999 } } }",
        ':root[data-scheme="dark"] { --paper: #999999; }',
        "header.site { --paper: #999999; }",
        ":root .card { --paper: #999999; }",
        "/* :root { --paper: #999999; } */",
        ':root { --sign: "} :root { --paper: #999999; }"; }',
    ],
)
def test_what_does_not_hold_for_a_light_page_is_not_taken(tmp_path: Path, sheet: str) -> None:
    assert paper_of(tmp_path, sheet) == "#111111"


@pytest.mark.parametrize(
    "sheet",
    [
        ":root { --paper: #999999; }",
        ":root{--ink:#000;--paper:#999999}",
        "html { color: red; /* note; */ --paper: light-dark(#999999, #000000) }",
        ':root, :root[data-scheme="light"] { --paper: #999999; }',
        "@layer theme { :root { --paper: #999999; } }",
        "@media screen { :root { --paper: #999999; } }",
        '@import "other.css"; :root { --paper: #999999; }',
    ],
)
def test_the_last_that_holds_for_a_light_page_is_taken(tmp_path: Path, sheet: str) -> None:
    assert paper_of(tmp_path, sheet) == "#999999"
