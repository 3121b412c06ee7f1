"""How a box looks."""

from __future__ import annotations

from argsite.diagram import Node
from argsite.diagram.face import face
from argsite.model import Role, Status

NODE = Node(
    "p",
    "p.html",
    "Because",
    "It is 100% lit.",
    Status.PRESUMED,
    Role.PREMISE,
    status_word="presumed",
)


def test_whose_box_it_is_and_where_it_leads_does_not_matter() -> None:
    assert face(NODE, 212) is face(NODE._replace(key="q", href="q.html"), 212)


def test_it_is_the_same_wherever_it_stands() -> None:
    here, there = (face(NODE, 212).drawn.filled(corner) for corner in ((6, 6), (100, 230)))
    assert 'x="6" y="6" width="212"' in here
    assert 'x="100" y="230" width="212"' in there
    assert "It is 100% lit. </tspan>" in here


def test_what_is_out_or_left_unsaid_shows_it() -> None:
    unsaid = face(NODE._replace(status=Status.REBUTTED, implicit=True), 212)
    assert "node premise out rebutted" in unsaid.opening
    assert "stroke-dasharray" in unsaid.drawn.text
