"""What may name a statement, an essay or a page: the rules of ids, and a good id for a bad one.

An id is an address, so it must be safe as a file's name on every system.
"""

from __future__ import annotations

import re
import unicodedata

from argsite import addresses
from argsite.model import Listing
from argsite.problems import Code, Problem, Report
from argsite.source import Location

LONGEST = 64
"""Characters an id may have."""

_MOST_BYTES = 200

DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)
"""Names that Windows keeps for devices."""

_PLANNED_LISTS = frozenset({"litmus", "schemes"})
"""Lists that later versions will have: their addresses are kept free."""


def _pages(*paths: str) -> frozenset[str]:
    """Return the names of those paths that are pages at the top of the site or of an essay."""
    return frozenset(path[:-5] for path in paths if path.endswith(".html") and "/" not in path)


def _folders(*paths: str) -> frozenset[str]:
    return frozenset(path.partition("/")[0] for path in paths)


STATEMENT_RESERVED = DEVICES | _pages(
    *(of_essay("").removeprefix("/") for of_essay in addresses.OF_ESSAY),
    addresses.NOT_FOUND,  # some hosts look for it in each folder
)
"""Names that a statement cannot have: its essay has pages of these names."""

ESSAY_RESERVED = (
    DEVICES
    | _PLANNED_LISTS
    | _folders(
        addresses.STYLE,
        addresses.SITE_DATA,
        addresses.pagefind(""),
        addresses.statements_part(2),
        addresses.tag(""),
    )
)
"""Names that an essay's folder cannot have: the site has folders of these names."""

PAGE_RESERVED = (
    DEVICES
    | _PLANNED_LISTS
    | _pages(
        addresses.INDEX,
        addresses.NOT_FOUND,
        addresses.HOW_TO_READ,
        addresses.SEARCH,
        *(addresses.listing(each) for each in Listing),
    )
)
"""Names that a plain page cannot have: the site makes pages of these names itself."""

_SIMPLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def fold(name: str) -> str:
    """Return the form in which two names that a file system may take for one are equal."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name.casefold())


def is_good(name: str, reserved: frozenset[str] = STATEMENT_RESERVED) -> bool:
    """Say whether `name` follows the rules of ids."""
    if _SIMPLE.fullmatch(name):
        return len(name) <= LONGEST and name not in reserved
    return not _fault(name, reserved)


def check(
    name: str, at: Location, report: Report, reserved: frozenset[str], what: str = "id"
) -> bool:
    """Report a name that breaks the rules of ids; return whether it follows them.

    `what` is what it names, for the message.
    """
    if is_good(name, reserved):
        return True
    better = suggest(name, reserved)
    hint = f"write '{better}'" if better else "use letters, digits and hyphens"
    report(Problem(Code.BAD_ID, at, f"{what} '{name[:80]}' {_fault(name, reserved)}", hint))
    return False


def suggest(name: str, reserved: frozenset[str] = STATEMENT_RESERVED) -> str:
    """Return a good id made of a bad one; empty where nothing of it can be kept."""
    kept = "".join(char if _may_stand(char) else "-" for char in unicodedata.normalize("NFC", name))
    better = _tidy(re.sub("-+", "-", kept))[:LONGEST]
    while len(better.encode()) > _MOST_BYTES:
        better = better[:-1]
    better = _tidy(better)
    if fold(better) in reserved:
        better = f"{better}-1"
    return better


def _tidy(name: str) -> str:
    """Cut what an id may not begin or end with."""
    name = name.strip("-")
    while name and unicodedata.category(name[0])[0] == "M":
        name = name[1:].lstrip("-")
    return name


def _may_stand(char: str) -> bool:
    category = unicodedata.category(char)
    return char == "-" or category[0] in "LM" or category == "Nd"


def _fault(name: str, reserved: frozenset[str]) -> str:
    """Say what is wrong with a name; empty where nothing is."""
    for char in name:
        if not _may_stand(char):
            shown = f"'{char}'" if char.isprintable() else f"U+{ord(char):04X}"
            return f"holds {'a space' if char == ' ' else shown}"
    rules = (
        (not name, "is empty"),
        (len(name) > LONGEST, f"has over {LONGEST} characters"),
        (len(name.encode("utf-8", "replace")) > _MOST_BYTES, "is too long for a file's name"),
        (name.startswith("-") or name.endswith("-"), "begins or ends with a hyphen"),
        (_tidy(name) != name, "begins with a combining mark"),
        (unicodedata.normalize("NFC", name) != name, "is not in Unicode's composed form (NFC)"),
        (fold(name) in reserved, "is a reserved name"),
    )
    return next((fault for holds, fault in rules if holds), "")
