"""How a box looks."""

from __future__ import annotations

from argsite.diagram import Node
from argsite.diagram.face import Face, face
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


def face_of(node: Node) -> Face:
    """Return how a node looks."""
    return face(node.look(), 212)


def test_whose_box_it_is_and_where_it_leads_does_not_matter() -> None:
    assert face_of(NODE) is face_of(NODE._replace(key="q", href="q.html", focus=True))


def test_it_is_the_same_wherever_it_stands() -> None:
    here, there = (face_of(NODE).drawn.at(corner) for corner in ((6, 6), (100, 230)))
    assert 'x="6" y="6" width="212"' in here
    assert 'x="100" y="230" width="212"' in there
    assert "It is 100% lit. </tspan>" in here


def test_what_is_out_or_left_unsaid_shows_it() -> None:
    unsaid = face_of(NODE._replace(status=Status.REBUTTED, implicit=True))
    assert (unsaid.role, unsaid.opening) == ("node premise", ' out rebutted"')
    assert "stroke-dasharray" in unsaid.drawn.text
