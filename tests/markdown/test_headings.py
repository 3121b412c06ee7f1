"""Headings are places that links lead to, each at an address of its own."""

from __future__ import annotations

import pytest

from argsite.markdown import block, headings
from tests import dom


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no headings", {}),
        ("# What a *check* says", {"what-a-check-says": "What a check says"}),
        ("Setext\n======", {"setext": "Setext"}),
        ("## `site.yaml`: keys!", {"site-yaml-keys": "site.yaml: keys!"}),
        ("# Вступ і Мета", {"вступ-і-мета": "Вступ і Мета"}),
        ("# A\n## A\n## A-2\n## A", {"a": "A", "a-2": "A", "a-2-2": "A-2", "a-3": "A"}),
        ("# Content", {"content-2": "Content"}),
        ("# Find\n## Find", {"find-2": "Find", "find-3": "Find"}),
        ("# Fn1\n## fnref-footer-12", {"fn1-2": "Fn1", "fnref-footer-12-2": "fnref-footer-12"}),
        ("# …", {"heading": "…"}),
        ("```\n# no heading\n```", {}),
    ],
)
def test_an_anchor_is_the_heading_in_small_letters_with_hyphens(
    text: str, expected: dict[str, str]
) -> None:
    assert {each.anchor: each.words for each in headings(text)} == expected


def test_a_heading_knows_its_level() -> None:
    assert [each.level for each in headings("# A\n## B\n### C\nD\n===")] == [1, 2, 3, 1]


def test_headings_carry_their_anchors_where_they_are_asked_for() -> None:
    text = "# One\n\n## Two words\n"
    html = block(text, lambda _: None, under=0, anchors=True)
    found = dom.elements(dom.fragment(html), "h1", "h2")
    assert [each.get("id") for each in found] == [each.anchor for each in headings(text)]
    assert "id=" not in block(text, lambda _: None)
