"""Which numbers in an essay are those of its points: one style, and a run 1, 2, 3 … of it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argsite.draft import headings
from argsite.draft.lines import Text, closes
from argsite.draft.markers import Marker, Reader, Style


class Mark(NamedTuple):
    """A marker and its line."""

    line: int
    """Index of the line."""

    marker: Marker
    """What stands there."""


_GAP = 3
"""How far a number is from the last where it seems to belong to the same run."""

_FEWEST = 2
"""Points without which a number before a text is not believed to be a point's."""


def find(text: Text, reader: Reader, parting: Collection[int]) -> list[Mark]:
    """Return the marks of the points, in order; empty where the essay has no numbers.

    A number that stands for itself (`• 1 •`, `## 1`, `Point 1:`, or alone on its line) is believed
    before one that text follows; of two styles the one with more points is taken. Numbers before
    texts are a list in a section where more headings, the lines `parting`, have none.
    """
    marks = list(_marks(text, reader))
    best = _best(_by_style(marks), text)
    if len(best) < _FEWEST:
        best = _lettered(text, reader) or _mixed(marks, text) or best
    others = sorted(set(parting) - {mark.line for mark in best})
    if all(_stands_out(mark, text) for mark in best):
        return best
    is_list = len(best) < len(others) or _begins_anew(best[0].marker.style, marks, others)
    return [] if is_list else best


def _best(styles: Mapping[Style, Sequence[Mark]], text: Text) -> list[Mark]:
    best: list[Mark] = []
    for marks in styles.values():
        run = _run(marks, text)
        if run and (not best or _worth(run, text) > _worth(best, text)):
            best = run
    return best


def _lettered(text: Text, reader: Reader) -> list[Mark]:
    """Return the marks of points that have letters in the place of numbers: `a)`, `(ii)`."""
    marks = [
        Mark(index, marker)
        for index, line in enumerate(text.lines)
        if index not in text.in_code and text.begins(index)
        for marker in reader.read_lettered(line)
    ]
    best = _best(_by_style(marks), text)
    return best if len(best) >= _FEWEST else []


def _mixed(marks: Sequence[Mark], text: Text) -> list[Mark]:
    """Return a run of marks of several styles: `1.`, `2)`, `(3)`."""
    begun = [mark for mark in marks if text.begins(mark.line) and not mark.marker.style.level]
    run = _count(begun, text, skip=False)
    return run if len(run) >= _FEWEST and not _is_list(run, text) else []


def _begins_anew(style: Style, marks: Iterable[Mark], parting: Sequence[int]) -> bool:
    """Say whether numbers begin with 1 again below another heading, as those of lists do."""
    firsts = (mark for mark in marks if mark.marker.style == style and mark.marker.number == 1)
    return len({bisect(parting, mark.line) for mark in firsts}) >= _FEWEST


def skipped(text: Text, reader: Reader, run: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return line and number of the first mark after a run that would go on but for a gap."""
    style, last = run[-1].marker.style, run[-1].marker.number
    for line, marker in _marks(text, reader):
        is_later = marker.style == style and line > run[-1].line
        if is_later and last + 1 < marker.number <= last + _GAP and text.begins(line):
            return [(line, marker.number)]
    return []


def _marks(text: Text, reader: Reader) -> Iterable[Mark]:
    for index, line in enumerate(text.lines):
        if line.strip() and index not in text.in_code:
            # A line that is underlined is a heading, as one behind `##` is.
            level = headings.level(text, index) if text.is_markdown else 0
            is_underlined = level and not headings.heading(line)
            for marker in reader.read(f"{'#' * level} {line}" if is_underlined else line):
                yield Mark(index, marker)


def _by_style(marks: Iterable[Mark]) -> dict[Style, list[Mark]]:
    found: dict[Style, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.marker.style, []).append(mark)
    return found


def _run(marks: Sequence[Mark], text: Text) -> list[Mark]:
    """Return the longest run of these marks, empty where they are no points'."""
    begun = [mark for mark in marks if _stands_out(mark, text) or text.begins(mark.line)]
    runs = (
        run
        for chosen in (begun, marks)
        for run in (_count(chosen, text, skip=True), _count(chosen, text, skip=False))
        if run and not _is_list(run, text)
    )
    best = max(runs, key=len, default=[])
    if len(best) < _FEWEST and not all(_stands_out(mark, text) for mark in best):
        return [mark for mark in best if _may_be_alone(mark, text)]
    return best


def _count(marks: Sequence[Mark], text: Text, *, skip: bool) -> list[Mark]:
    """Return the marks that count 1, 2, 3 …; `skip` a list that begins anew within a point."""
    run: list[Mark] = []
    inner: Mark | None = None
    for mark in marks:
        number = mark.marker.number
        if inner and number == inner.marker.number + 1 and _is_tight(inner, mark, text):
            inner = mark
            continue
        inner = None
        if number == len(run) + 1:
            run.append(mark)
        elif skip and number == 1:
            inner = mark
    return run


def _is_tight(first: Mark, second: Mark, text: Text) -> bool:
    """Say whether no empty line stands between two marks."""
    return not any(text.is_blank(index) for index in range(first.line, second.line))


def _is_list(run: Sequence[Mark], text: Text) -> bool:
    """Say whether the run is a list in the prose: its items stand close, and more text follows.

    What leads to a list ends with a colon.
    """
    if _stands_out(run[0], text) or len(run) < _FEWEST:
        return False
    if not all(_is_tight(one, two, text) for one, two in pairwise(run)):
        return False
    before = next((each for each in text.lines[run[0].line - 1 :: -1] if each.strip()), "")
    if run[0].line and before.rstrip().endswith(":"):
        return True
    end = run[-1].line
    while not text.is_blank(end):
        end += 1
    return any(line.strip() for line in text.lines[end:])


def _stands_out(mark: Mark, text: Text) -> bool:
    """Say whether a number stands for itself rather than at the beginning of a text."""
    style, _, rest, _ = mark.marker
    if style.level or (style.kind[0].isalpha() and style.kind[-2:-1] == " "):
        return True
    if style.kind[0] == style.kind[-1] and len(style.kind) > 1:
        return True
    return not rest and (style.kind not in "1I" or text.begins(mark.line) or text.ends(mark.line))


def _may_be_alone(mark: Mark, text: Text) -> bool:
    """Say whether a lone `1.` before a text, which is no Roman numeral, may be a point's."""
    return mark.marker.style.kind[0] != "I" and text.begins(mark.line) and mark.line < _last(text)


def _last(text: Text) -> int:
    return max((index for index in range(len(text.lines)) if not text.is_blank(index)), default=0)


def _worth(run: Sequence[Mark], text: Text) -> tuple[bool, int, bool]:
    """Return what says how likely a run is that of the points; the larger the likelier."""
    outstanding = all(_stands_out(mark, text) for mark in run)
    begun = all(text.begins(mark.line) or closes(text.lines[mark.line - 1]) for mark in run)
    return outstanding, len(run), begun
