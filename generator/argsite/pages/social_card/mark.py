"""The sign of a status on a card: drawn by resvg, since it has lines of a thickness."""

from __future__ import annotations

from functools import cache

from argsite.pages.social_card import png
from argsite.pages.social_card.picture import Mask

SIZE = 36
"""How wide and high a sign is, px."""

_EDGE = 6
"""Room around it for lines that reach out of it."""

_SIDE = SIZE + 2 * _EDGE
_UNITS = 10
"""How wide and high it is in its own drawing."""


@cache
def mask_of(mark: str, left: int, top: int) -> Mask:
    """Return what a mark covers that stands at a place; `mark` is the inside of an SVG."""
    import resvg_py

    # White on black, so that a pixel is as white as it is covered.
    inside = mark.replace("Canvas", "#000").replace("currentColor", "#fff")
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIDE}" height="{_SIDE}">'
        f'<rect width="{_SIDE}" height="{_SIDE}"/>'
        f'<g transform="translate({_EDGE} {_EDGE}) scale({SIZE / _UNITS})" fill="none"'
        f' stroke="#fff" stroke-width="1.3">{inside}</g></svg>'
    )
    drawn = resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True)
    return Mask(left - _EDGE, top - _EDGE, png.reds(drawn))
