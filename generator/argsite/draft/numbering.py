"""Which numbers in an essay are those of its points: one style, and a run 1, 2, 3 … of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

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


def find(text: Text, reader: Reader, headings: Collection[int]) -> list[Mark]:
    """Return the marks of the points, in order; empty where the essay has no numbers.

    A number that stands for itself (`• 1 •`, `## 1`, `Point 1:`, or alone on its line) is believed
    before one that text follows; of two styles the one with more points is taken. Numbers before
    texts are a list in a section where more `headings`, lines by index, have none.
    """
    best: list[Mark] = []
    for marks in _by_style(_marks(text, reader)).values():
        run = _run(marks, text)
        if run and (not best or _worth(run, text) > _worth(best, text)):
            best = run
    others = set(headings) - {mark.line for mark in best}
    is_list = len(best) < len(others) and not all(_stands_out(mark, text) for mark in best)
    return [] if is_list else best


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
            for marker in reader.read(line):
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
