"""Rows begin at the side where the script of the statement begins."""

from __future__ import annotations

from argsite.diagram import Node
from argsite.diagram.box import INSET, set_box
from argsite.diagram.lettering import texts
from argsite.diagram.stencil import joined
from argsite.model import Role, Status
from tests.dom import elements, fragment

ACROSS = 212

ENGLISH = Node(
    "p", "p.html", "Because", "It is lit.", Status.PRESUMED, Role.PREMISE, status_word="presumed",
    more="+3 more",
)  # fmt: skip
HEBREW = ENGLISH._replace(text="השבילים מוארים.", language="he", rtl=True)


def rows(node: Node) -> dict[str, tuple[int, str | None, str | None]]:
    """Return where each row begins, the side it is anchored at, and the way it runs."""
    drawn = fragment(f"<svg>{joined(texts(node, set_box(node, ACROSS))).at((0, 0))}</svg>")
    found = {}
    for text in elements(drawn, "text"):
        first = next(iter(elements(text, "tspan")), text)
        words = "".join(text.itertext()).strip()
        found[words] = (int(first.get("x", "")), text.get("text-anchor"), text.get("direction"))
    return found


def test_text_from_left_to_right_begins_at_the_left() -> None:
    found = rows(ENGLISH)
    for words in ("Because", "It is lit.", "+3 more"):
        assert found[words] == (INSET, None, None)
    assert found["presumed"][0] > ACROSS / 2


def test_text_from_right_to_left_begins_at_the_right() -> None:
    found = rows(HEBREW)
    assert found["השבילים מוארים."] == (ACROSS - INSET, None, "rtl")
    # The words of the interface run from left to right, and end at that side.
    for words in ("Because", "+3 more"):
        assert found[words] == (ACROSS - INSET, "end", None)
    assert found["presumed"][0] < ACROSS / 2


def test_a_text_in_another_language_says_so() -> None:
    drawn = fragment(f"<svg>{joined(texts(HEBREW, set_box(HEBREW, ACROSS))).at((0, 0))}</svg>")
    assert [each.get("lang") for each in elements(drawn, "text")] == [None, None, "he", None]
