"""A part that is too long for one point, cut where paragraphs end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from argsite.draft.division import Division, Part
from argsite.draft.lines import Text, in_code

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)]*\s+(?=\S)")
_SPACE = re.compile(r"(?<!\s)\s+(?=\S)")

Fits = Callable[[Part], bool]
"""Says whether a part is no longer than a point may be."""


def portioned(division: Division, text: Text, fits: Fits) -> Division:
    """Return the division with each part that is too long cut; the rest of an opening is points."""
    opening, *rest = portions(division.opening, text, fits)
    points = list(rest)
    cuts = [(0, len(rest) + 1)] if rest else []
    for number, part in enumerate(division.points, 1):
        found = portions(part, text, fits)
        points += found
        if len(found) > 1:
            cuts.append((number, len(found)))
    return replace(division, opening=opening, points=tuple(points), cuts=tuple(cuts))


def portions(part: Part, text: Text, fits: Fits) -> list[Part]:
    """Return the part alone, or its pieces; one that cannot be cut stays too long."""
    whole: list[Part] = []
    work = [part]
    while work:
        piece = work.pop()
        halves = () if fits(piece) else _halves(piece, text)
        if halves:
            work += reversed(halves)
        else:
            whole.append(piece)
    if len(whole) == 1:
        return whole
    return [replace(each, piece=(number, len(whole))) for number, each in enumerate(whole, 1)]


def _halves(part: Part, text: Text) -> tuple[Part, ...]:
    """Cut at the place nearest to the middle; empty where there is none."""
    code = in_code(part.lines) if text.is_markdown else frozenset()
    filled = [index for index, line in enumerate(part.lines) if line.strip()]
    lines = [index for index in filled[1:] if index not in code]
    begun = [
        index
        for index in lines
        if text.by_line or not (part.lines[index - 1].strip() or part.lines[index][0].isspace())
    ]
    if begun or lines:
        cut = _middle(begun or lines, list(accumulate(map(len, part.lines))))
        before, after = part.lines[:cut], part.lines[cut:]
    elif len(filled) == 1 and not code:
        at, line = filled[0], part.lines[filled[0]]
        ends = [found.end() for found in _SENTENCE_END.finditer(line)]
        places = ends or [found.end() for found in _SPACE.finditer(line) if found.start()]
        if not places:
            return ()
        place = min(places, key=lambda each: abs(2 * each - len(line)))
        cut, before, after = at, (line[:place],), (line[place:],)
    else:
        return ()
    return replace(part, lines=before), replace(part, lines=after, first=part.first + cut, width=0)


def _middle(places: Sequence[int], ends: Sequence[int]) -> int:
    return min(places, key=lambda each: abs(2 * ends[each - 1] - ends[-1]))
