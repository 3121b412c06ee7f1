"""Links as pages show them: to a statement, alone or in a list, to an essay, to anything else."""

from __future__ import annotations

from typing import NamedTuple

from argsite.model import Status


class StatementLink(NamedTuple):
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


class ListRow(NamedTuple):
    """One use of a statement in the list. `begins_…`, `opens` and `closes` say where lists nest."""

    link: StatementLink
    """The statement."""

    word: str
    """Because, But, Does not follow, and; empty where the list starts."""

    kind: str
    """for, against, undercut, or root where the list starts."""

    begins_item: bool
    """An item begins before the row."""

    begins_undercuts: bool
    """A list of undercuts begins before that."""

    opens: bool
    """A list of what bears on the statement follows."""

    opened: bool
    """That list is shown without a click; False where there is none."""

    closes: tuple[str, ...]
    """What ends after the row: `premise`, `undercuts` or `item`, in this order."""

    pro: int
    """How many arguments speak for the statement."""

    con: int
    """How many speak against it."""

    unanswered: bool
    """The row is an objection that nothing answers."""

    hidden: int
    """How many statements below it the list leaves out."""

    remark: str
    """Where the rest is, when the list stops here; else empty."""

    in_print: str = ""
    """Where the list below is printed, when that is elsewhere in the same essay; else empty."""


class TextLink(NamedTuple):
    """A link whose words are HTML."""

    href: str
    """Its address from this page."""

    html: str
    """Its words."""


class EssayLinks(NamedTuple):
    """The essay that a page belongs to, as the page links to it."""

    title: str
    """Its title."""

    href: str
    """Its page."""

    map: str
    """Its map."""

    outline: str
    """Its outline."""
