"""The words of the interface: one word for one idea, the same in lists, diagrams and sentences."""

from __future__ import annotations

from argsite.model import Kind, Role, Status

TOWARDS = {
    Kind.FOR: "Speaks for",
    Kind.AGAINST: "Speaks against",
    Kind.UNDERCUT: "Attacks a step towards",
}
"""How a list of uses says what a statement does to another."""

ROLE = {
    Role.CONTENTION: "Contention",
    Role.CLAIM: "Claim",
    Role.PREMISE: "Premise",
    Role.REBUTTAL: "Rebuttal",
    Role.UNDERCUT: "Undercut",
}
"""What a statement is called after the place where it is written."""

MEANING = {
    Status.STANDS: "A reason for it holds, and everything said against it is answered or "
    "outweighed.",
    Status.PRESUMED: "Nothing is said for it and nothing need be: it is taken as given until "
    "something speaks against it.",
    Status.CONTESTED: "A reason for it and a reason against it both hold and weigh the same.",
    Status.OPEN: "It waits on something that is itself contested or open, or on a circle of "
    "reasons.",
    Status.REBUTTED: "A reason against it holds and outweighs what speaks for it.",
    Status.UNSUPPORTED: "Every reason given for it fails, or none is given where one is needed.",
    Status.ACCEPTED: "The author settles it: it counts as true, whatever speaks against it.",
    Status.REJECTED: "The author settles it: it counts as false, whatever speaks for it.",
}
"""What each status says, for the page that explains them."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(date: str) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD in words; anything else unchanged."""
    year, *rest = date.split("-")
    match [int(part) for part in rest if part.isdecimal()]:
        case [month] if month in range(1, 13):
            return f"{_MONTHS[month - 1]} {year}"
        case [month, number] if month in range(1, 13):
            return f"{number} {_MONTHS[month - 1]} {year}"
    return date


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 point`, `7 points`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: tuple[str, ...]) -> str:
    """Return words as a list in a sentence: `A`, `A and B`, `A, B and C`."""
    *most, last = words or ("",)
    return f"{', '.join(most)} and {last}" if most else last
