"""Which part of the graph a diagram shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A part of the graph, small enough to draw."""

    focus: str
    """Key of the statement that the view is about."""

    statements: tuple[str, ...]
    """Keys in view; what is argued for stands before its arguments, siblings as written."""

    arguments: tuple[str, ...]
    """Keys of arguments whose premises and target are all in view, as written."""

    hidden: Mapping[str, int]
    """Key of a statement to how many statements below it are left out, where there are any."""
