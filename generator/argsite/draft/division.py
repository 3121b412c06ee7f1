"""An essay cut into title, opening and numbered points; every line belongs to one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from argsite.draft import headings, numbering
from argsite.draft.authors import Authors
from argsite.draft.lines import Text, closes
from argsite.draft.markers import Reader
from argsite.draft.numbering import Mark

_MARKS = "-*+>|`~#<"
"""Signs that begin a list, a quotation or the like, and no heading."""

_ENDED = re.compile(r"[^\W\d_]{4}[.!?…]\s+\S")
"""The end of a sentence, which is no abbreviation, within a line."""

_LONGEST_HEADING = 120
_LONGEST_TITLE = 150


class By(Enum):
    """How the points were found."""

    NUMBERS = auto()
    HEADINGS = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """The opening or a point."""

    heading: str
    """Its heading as it was written, without number and marks; empty where it has none."""

    lines: tuple[str, ...]
    """Its text."""

    first: int
    """Index of the line of the essay where it begins."""

    width: int = 0
    """Columns by which the paragraphs of a point that is a list's item are indented."""

    piece: tuple[int, int] = (1, 1)
    """Which piece it is, and of how many, where its author's part was too long."""


@dataclass(frozen=True, slots=True)
class Division:
    """The parts of an essay."""

    title: str
    """As it was written; empty where there is none."""

    author: str
    """Who the essay itself says its author is."""

    opening: Part
    """What stands before the first point."""

    points: tuple[Part, ...]
    """At least one."""

    by: By
    """How they were found."""

    style: str
    """How the numbers are written."""

    skipped: tuple[tuple[int, int], ...] = ()
    """Lines, by index, whose numbers did not fit, and these."""

    cuts: tuple[tuple[int, int], ...] = ()
    """Which points, by their author's numbers, were cut into how many; 0 is the opening."""


class Words(NamedTuple):
    """The words by which the parts of an essay are known."""

    points: Collection[str]
    """What may stand before a point's number."""

    numerals: Mapping[str, int]
    """Numbers that are written as words."""

    author: Collection[str]
    """What may stand before the author's name and a colon."""

    by: Collection[str]
    """What may stand before the author's name alone."""


def divide(text: Text, title: str, words: Words) -> Division:
    """Cut the essay; `title` is one chosen by hand."""
    reader = Reader(words.points, words.numerals)
    marks = numbering.find(text, reader, headings.parting(text, 0))
    starts = [mark.line for mark in marks]
    authors = Authors(words.author, words.by)
    found, begin = _title(text, starts, title, authors)
    name, begin = _author(text, begin, authors) if found else ("", begin)
    if marks:
        parts = _cut(text, starts)
        numbered = tuple(
            _numbered(text, mark, part) for mark, part in zip(marks, parts, strict=True)
        )
        style = str(marks[0].marker.style)
        opening = Part("", text.lines[begin : starts[0]], begin)
        skipped = tuple(numbering.skipped(text, reader, marks))
        return Division(found, name, opening, numbered, By.NUMBERS, style, skipped)
    starts = headings.parting(text, begin)
    if starts:
        headed = tuple(_headed(part) for part in _cut(text, starts))
        opening = Part("", text.lines[begin : starts[0]], begin)
        return Division(found, name, opening, headed, By.HEADINGS, "")
    whole = Part("", text.lines[begin:], begin)
    return Division(found, name, Part("", (), begin), (whole,), By.NOTHING, "")


def _cut(text: Text, starts: Sequence[int]) -> list[Part]:
    ends = [*starts[1:], len(text.lines)]
    return [Part("", text.lines[start:end], start) for start, end in zip(starts, ends, strict=True)]


def _title(text: Text, starts: Sequence[int], chosen: str, authors: Authors) -> tuple[str, int]:
    """Return the title and the index of the line behind it."""
    first = next((index for index in range(len(text.lines)) if not text.is_blank(index)), 0)
    if first in starts or first in text.in_code:
        return "", first
    line = text.lines[first]
    heading = headings.heading(line) if text.is_markdown else None
    end = first + 1
    underline = headings.underlines(text, end, line)
    if heading:
        is_title = _is_lone(text, first) or (bool(starts) and len(heading.signs) == 1)
        title = heading.words.strip() if is_title else ""
    elif underline:
        title, end = line.strip(), end + 1
    else:
        ends = end in starts or text.stands_alone(first) or _is_author(text, end, authors)
        title = line.strip() if ends and _is_title(text, first) else ""
    if not title or (chosen and title.split() != chosen.split()):
        return "", first
    return title, end


def _is_lone(text: Text, first: int) -> bool:
    """Say whether no other heading is of the first one's level or above, so that it is a title."""
    level = headings.level(text, first)
    others = (headings.level(text, index) for index in range(first + 1, len(text.lines)))
    return not any(0 < other <= level for other in others)


def _is_title(text: Text, first: int) -> bool:
    line = text.lines[first].strip()
    if len(line) > _LONGEST_TITLE or line[-1] in ".;,:…" or line[0] in _MARKS:
        return False
    return not all(text.is_blank(index) for index in range(first + 1, len(text.lines)))


def _author(text: Text, begin: int, authors: Authors) -> tuple[str, int]:
    """Return the author's name, which stands below the title, and the index of the line behind."""
    for index in range(begin, len(text.lines)):
        if _is_author(text, index, authors):
            return authors.read(text.lines[index]), index + 1
        if not text.is_blank(index):
            break
    return "", begin


def _is_author(text: Text, index: int, authors: Authors) -> bool:
    return index < len(text.lines) and bool(authors.read(text.lines[index]))


def _numbered(text: Text, mark: Mark, part: Part) -> Part:
    """Return the part without its marker; what follows it there may be its heading."""
    style, _, rest, width = mark.marker
    below = part.lines[1:]
    is_underlined = bool(below) and headings.underlines(
        text, part.first + 1, text.lines[part.first]
    )
    below = below[1:] if is_underlined else below
    has_more = any(line.strip() for line in below)
    is_set_off = is_underlined or text.stands_alone(mark.line)
    if rest and (
        _is_short(rest) if style.level else is_set_off and has_more and _may_be_heading(rest)
    ):
        return replace(part, heading=rest, lines=below)
    if rest:
        return replace(part, lines=(rest, *below), width=width)
    return _headed_below(text, replace(part, lines=below, first=part.first + 1))


def _is_short(heading: str) -> bool:
    """Say whether a Markdown heading is no prose: at most one sentence, and not too long."""
    is_several = closes(heading) and re.search(r"[.!?…]\s+\S", heading)
    return len(heading) <= _LONGEST_TITLE and not is_several


def _may_be_heading(line: str) -> bool:
    is_short = len(line) <= _LONGEST_HEADING and not _ENDED.search(line)
    return is_short and line[-1] not in ".;,:…" and line[0] not in _MARKS


def _headed_below(text: Text, part: Part) -> Part:
    """Return the part with a heading that stands on a line of its own below the number."""
    at = next((index for index, line in enumerate(part.lines) if line.strip()), None)
    if at is None or not any(line.strip() for line in part.lines[at + 1 :]):
        return part
    line = part.lines[at].strip()
    rest = part.lines[at + 1 :]
    heading = headings.heading(part.lines[at]) if text.is_markdown else None
    if heading and heading.words:
        return replace(part, heading=heading.words.strip(), lines=rest)
    if closes(line) or line[-1] == "," or len(line) > _LONGEST_HEADING or line[0] in _MARKS:
        return part
    if text.by_line or not text.ends(part.first + at):
        return part
    return replace(part, heading=line, lines=rest)


def _headed(part: Part) -> Part:
    heading = headings.heading(part.lines[0])
    if heading and heading.words:
        return replace(part, heading=heading.words.strip(), lines=part.lines[1:])
    return replace(part, heading=part.lines[0].strip(), lines=part.lines[2:])
