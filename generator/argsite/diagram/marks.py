"""The small signs beside the words of a status, drawn, since no font is sure to have them."""

from __future__ import annotations

import re
from functools import lru_cache

from argsite.diagram.stencil import Stencil
from argsite.model import Status

MARKS = {
    Status.STANDS: '<circle fill="currentColor" cx="5" cy="5" r="5"/><path class="tick" fill="none"'
    ' stroke="Canvas" d="M2.6 5.2l1.8 1.8 3-3.7"/>',
    Status.PRESUMED: '<circle cx="5" cy="5" r="4.4"/><path d="M2.9 5.2l1.6 1.6 2.6-3.3"/>',
    Status.CONTESTED: '<path d="M.5 3.2h8.5l-2.2-2.2M9.5 6.8h-8.5l2.2 2.2"/>',
    Status.OPEN: '<path d="M2.5 3.2a2.5 2.3 0 1 1 3.9 1.9q-1.4.8-1.4 2M5 9.2v.6"/>',
    Status.REBUTTED: '<path d="M1.2 1.2l7.6 7.6M8.8 1.2l-7.6 7.6"/>',
    Status.UNSUPPORTED: '<circle cx="5" cy="5" r="4"/><path d="M1 9l8-8"/>',
    Status.ACCEPTED: '<path d="M.5 6l2.2 2.7 3.3-4.7M8.3 1v6M6.8 1h3M7.3 4h2"/>',
    Status.REJECTED: '<path d="M.6 4l4.6 4.8M5.2 4l-4.6 4.8M8.3 1v6M6.8 1h3M7.3 4h2"/>',
}
"""The inside of an SVG of 10 px by 10 px for each status: lines in the current colour."""

_PLACE = re.compile(r'(M|cx=")(-?[\d.]+)( |" cy=")(-?[\d.]+)')
"""What says where in a mark something stands; all else is relative to it."""


@lru_cache(maxsize=1000)
def mark_at(status: Status, x: int, y: int) -> Stencil:
    """Return the mark of a status, its left upper corner so far right of and below a place."""
    offsets: list[float] = []

    def opened(found: re.Match[str]) -> str:
        begin, across, between, down = found.groups()
        right, right_more = _opened(float(across) + x)
        below, below_more = _opened(float(down) + y)
        offsets.extend([right_more, below_more])
        return f"{begin}{right}{between}{below}"

    return Stencil(_PLACE.sub(opened, MARKS[status]), tuple(offsets))


def _opened(offset: float) -> tuple[str, float]:
    """Return a gap for a number, and what is added: a whole one, which is far faster to write."""
    if offset < 0:
        return "%.9g", offset
    whole = int(offset)
    return f"%d{f'{offset - whole:.9g}'[1:]}", whole
