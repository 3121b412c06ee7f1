"""Which ids fit where an author is writing: after `ref:`, and after `](#` in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from argsite import markdown
from argsite.analysis import Standing
from argsite.language_server.names import Seen
from argsite.model import Essay, Library, Statement

MOST = 250
"""So many ids are offered at once; more letters bring up the others."""

_REF = re.compile(r"(?:^|[\s{,\[-])ref:(?P<gap>\s*)[\"']?(?P<part>[^\s\"',{}\[\]]*)$")
_LINK = re.compile(r"(?:\]\(<?|\]: *<?)(?P<part>[^()\s<>]*)$")
_REST = re.compile(r"[^\s\"',{}\[\]()<>]*")


class Form(Enum):
    """How an id of another essay is written."""

    REF = "/"
    """As `essay/id`."""

    LINK = "#"
    """As `essay#id`."""


class Spot(NamedTuple):
    """Where an id is being written, in a line."""

    form: Form
    """How."""

    part: str
    """What is written of it before the cursor."""

    start: int
    """Where it begins, in characters from the start of the line."""

    end: int
    """Where it ends, behind the cursor."""

    lacks_space: bool = False
    """True where the cursor is right behind the colon of `ref:`."""


class Offer(NamedTuple):
    """An id to write."""

    written: str
    """What is to be written."""

    text: str
    """What its statement says."""

    about: str
    """Its status and where it is."""


def spot_at(line: str, column: int) -> Spot | None:
    """Return what is being written at a column of a line; None where it is no id."""
    before, behind = line[:column], _REST.match(line, column)
    end = behind.end() if behind else column
    found = _REF.search(before)
    if found:
        lacks_space = not found["gap"] and not found["part"]
        if found["gap"] or lacks_space:
            return Spot(Form.REF, found["part"], found.start("part"), end, lacks_space)
    found = _LINK.search(before)
    if found and "/" not in found["part"] and ":" not in found["part"]:
        return Spot(Form.LINK, found["part"], found.start("part"), end)
    return None


def offers(
    spot: Spot,
    essay: str,
    library: Library | None,
    standing: Standing | None,
    seen: Iterable[Seen],
) -> tuple[list[Offer], int]:
    """Return the first ids that fit, those of the author's own essay first, and how many fit.

    `essay` is the folder of the text's essay, empty for a plain page. `seen` are ids of the essay
    as its files hold them just now; `library` may be older.
    """
    here = "" if spot.part.startswith(f"{essay}{spot.form.value}") else essay
    part = spot.part.casefold()
    found: dict[str, tuple[int, Statement | Essay | Seen]] = {}
    for rank, written, each in _known(spot, essay, here, library, seen):
        folded = written.casefold()
        if written not in found and _fits(part, folded):
            found[written] = (rank + 4 * _distance(part, folded), each)
    ranked = sorted(found, key=lambda written: found[written][0])
    titles = {each.slug: each.title for each in library.essays} if library else {}
    shown = [_offer(each, found[each][1], titles, standing) for each in ranked[:MOST]]
    return shown, len(ranked)


def _known(
    spot: Spot, essay: str, here: str, library: Library | None, seen: Iterable[Seen]
) -> Iterator[tuple[int, str, Statement | Essay | Seen]]:
    """Yield whatever can be named, with a rank; ids of the essay `here` without its name."""
    for statement in library.graph.statements.values() if library else ():
        rank = (statement.essay != essay) * 2 + statement.id_is_derived
        yield rank, _written(spot.form, here, statement.essay, statement.id), statement
    for each in seen if essay else ():
        yield 1, _written(spot.form, here, essay, each.id), each
    if library and spot.form is Form.LINK and "#" not in spot.part:
        yield from ((3, f"{each.slug}#", each) for each in library.essays if each.slug != essay)


def _offer(
    written: str,
    named: Statement | Essay | Seen,
    titles: Mapping[str, str],
    standing: Standing | None,
) -> Offer:
    if isinstance(named, Seen):
        return Offer(written, named.text, "not read yet")
    if isinstance(named, Essay):
        return Offer(written, named.title, "essay")
    status = standing.statuses.get(named.key) if standing else None
    about = f"{status or 'unknown'} · {place_of(named)} · {titles[named.essay]}"
    return Offer(written, named.text.text, about)


def place_of(statement: Statement) -> str:
    """Return in words what a statement does and where."""
    where = f"point {statement.point}" if statement.point else "the essay"
    return f"{statement.role} of {where}"


def plain(text: str) -> str:
    """Return a statement's text in one line, without Markdown."""
    return markdown.plain(text)


def _written(form: Form, here: str, essay: str, id_: str) -> str:
    if form is Form.REF:
        return id_ if essay == here else f"{essay}/{id_}"
    return f"#{id_}" if essay == here else f"{essay}#{id_}"


def _fits(part: str, written: str) -> bool:
    """Say whether each word of what is written occurs in a name."""
    return all(word in written for word in part.split("-"))


def _distance(part: str, written: str) -> int:
    """Return how far a name is from what is written of it: 0 where it begins so."""
    if written.startswith(part) or written.lstrip("#").startswith(part):
        return 0
    return 1 if part in written else 2
