"""What a diagram shows, as data: boxes, the steps between them, and the words on both."""

from __future__ import annotations

from typing import NamedTuple

from argsite.model import Kind, Role, Status


class Node(NamedTuple):
    """One statement in a box."""

    key: str
    """The statement's key."""

    href: str
    """Where the box leads."""

    word: str
    """What the statement does here: `Contention`, `Because`, `and`, `But · unanswered` …"""

    text: str
    """The statement, plain text."""

    status: Status
    """How it fares."""

    role: Role
    """What it does here; gives the box its shape and colour."""

    implicit: bool = False
    """Left unsaid by the essay."""

    unanswered: bool = False
    """An objection that is not out and that nothing in the whole graph attacks."""

    point: int = 0
    """Number of the point it stands in; 0 outside the points."""

    leads: bool = False
    """It is a claim of its point."""

    status_word: str = ""
    """The word for how it fares."""

    more: str = ""
    """The words for what is left out below it: `+12 more`."""

    language: str = ""
    """BCP 47 tag of the text; empty where it is in the language of the words."""

    rtl: bool = False
    """The text runs from right to left."""

    focus: bool = False
    """What the diagram is about."""

    def look(self) -> tuple[object, ...]:
        """Return what its box looks like: all but whose it is, its address and the focus."""
        return self[2:-1]


class Step(NamedTuple):
    """One argument: lines from its premises to its target."""

    key: str
    """The argument's key."""

    premises: tuple[str, ...]
    """Keys of nodes, as written."""

    target: str
    """Key of a node, or of a step that is undercut."""

    kind: Kind
    """How it bears on its target."""

    out: bool = False
    """It has fallen: a premise is out or an undercut holds."""

    indirect: bool = False
    """It stands for a way of several steps that are not shown."""


class Chart(NamedTuple):
    """A diagram before it is laid out."""

    prefix: str
    """Begins every id in the drawing, so that several drawings can share a page."""

    title: str
    """Name of the drawing, plain text."""

    description: str
    """What it shows, for those who cannot see it, plain text."""

    nodes: tuple[Node, ...]
    """Boxes; what is argued for stands before its arguments."""

    steps: tuple[Step, ...]
    """Steps as written; premises and targets are all in the chart."""

    def anchor(self) -> str:
        """Return the id that the box the diagram is about has in the drawing, or nothing."""
        focused = (f"{self.prefix}-n{place}" for place, node in enumerate(self.nodes) if node.focus)
        return next(focused, "")
