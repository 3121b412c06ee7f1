"""Ids of places on an essay's page that other pages link to."""

from __future__ import annotations

from argsite.model import Statement

CONTENTION = "contention"


def point_anchor(number: int) -> str:
    """Return the id of a numbered point."""
    return f"point-{number}"


def place_anchor(statement: Statement) -> str:
    """Return the id of the part of the page that a statement stands in."""
    return point_anchor(statement.point) if statement.point else CONTENTION


def quote_anchor(statement: Statement) -> str:
    """Return the id of the passage that a statement quotes."""
    return f"quote-{statement.id}"


def essay_anchor(slug: str) -> str:
    """Return the id of an essay's part of a list."""
    return f"essay-{slug}"
