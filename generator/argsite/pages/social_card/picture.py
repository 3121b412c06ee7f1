"""A picture in a few colours on paper, each laid on in shades."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from argsite.pages.social_card import png

_SHADES = 51
"""Of each colour, the last of them the colour itself: with five colours and paper 256 in all."""


class Mask(NamedTuple):
    """How far a colour covers the pixels of a part of a picture."""

    left: int
    """Where the part begins."""

    top: int
    """Where it begins from above."""

    rows: Sequence[bytes]
    """Its rows from above, a byte for each pixel: 255 where nothing is seen of what is below."""


class Picture:
    """A picture of so many pixels, in at most five colours."""

    def __init__(self, width: int, height: int, paper: str, colours: Sequence[str]) -> None:
        """Begin with nothing but paper; colours are written as `#rrggbb` or `#rgb`."""
        self._width = width
        self._height = height
        self._pixels = bytearray(width * height)
        distinct = tuple(dict.fromkeys(colours))
        self._palette = _palette(paper, distinct)
        self._shades = {colour: _shades(place) for place, colour in enumerate(distinct)}

    def fill(self, colour: str, left: int, top: int, width: int, height: int) -> None:
        """Fill a rectangle."""
        self.lay(colour, Mask(left, top, [b"\xff" * width] * height))

    def lay(self, colour: str, mask: Mask) -> None:
        """Lay a colour on; what lies outside of the picture is cut."""
        shades = self._shades[colour]
        left = max(0, mask.left)
        seen = slice(max(0, -mask.left), max(0, self._width - mask.left))
        rows = mask.rows[max(0, -mask.top) : max(0, self._height - mask.top)]
        for number, row in enumerate(rows, max(0, mask.top)):
            laid = row[seen].translate(shades)
            start = number * self._width + left
            part = slice(start, start + len(laid))
            before = self._pixels[part]
            # Letters that touch are rare.
            is_paper = not before.strip(b"\x00")
            self._pixels[part] = laid if is_paper else bytes(map(max, before, laid))

    def png(self) -> bytes:
        """Return the picture as PNG."""
        return png.written(self._width, bytes(self._pixels), self._palette)


@cache
def _shades(place: int) -> bytes:
    """Return where in the palette each share of a colour is, the colour at such a place of all."""
    first = place * _SHADES
    shades = [(share * _SHADES + 127) // 255 for share in range(256)]
    return bytes(first + shade if shade else 0 for shade in shades)


@lru_cache(maxsize=10)
def _palette(paper: str, colours: tuple[str, ...]) -> bytes:
    """Return paper and the shades of each colour on it, three bytes each."""
    ground = _channels(paper)
    shades = (
        bytes(low + round((high - low) * shade / _SHADES) for low, high in pairs)
        for colour in colours
        for pairs in [list(zip(ground, _channels(colour), strict=True))]
        for shade in range(1, _SHADES + 1)
    )
    return ground + b"".join(shades)


def _channels(colour: str) -> bytes:
    """Return a colour's red, green and blue."""
    digits = colour.removeprefix("#")
    is_short = len(digits) == len("rgb")
    return bytes.fromhex("".join(2 * each for each in digits) if is_short else digits)
