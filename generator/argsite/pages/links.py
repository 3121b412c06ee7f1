"""Links as pages show them: to a statement, to an essay, to anything else."""

from __future__ import annotations

from dataclasses import dataclass

from argsite.model import Status


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A statement as it is named on a page."""

    key: str
    """Its key."""

    href: str
    """Its page's address from this page."""

    html: str
    """Its text as HTML without links, since it stands inside one."""

    status: Status
    """How it fares."""

    by: str
    """Who holds it, where it is not the essay's author."""

    implicit: bool
    """True where the essay leaves it unsaid."""


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link whose words are HTML."""

    href: str
    """Its address from this page."""

    html: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class EssayLinks:
    """The essay that a page belongs to, as the page links to it."""

    title: str
    """Its title."""

    href: str
    """Its page."""

    map: str
    """Its map."""

    outline: str
    """Its outline."""
