"""Words set in lines: what can be drawn of them, how wide it is, where it breaks, its letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from argsite.pages.social_card.fonts import Style, can_write, font_of, opened, parts
from argsite.pages.social_card.picture import Mask
from argsite.pages.social_card.reading_order import from_the_left

if TYPE_CHECKING:
    import uharfbuzz

_JOINERS = "\u200c\u200d"
"""Signs that are not seen themselves but say how the letters beside them look."""

_CHOOSERS = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
"""Signs that ask for another form of the one before them, such as a picture or a tone of skin."""

_MISSING = "\N{WHITE SQUARE}"
_NOT_FIRST = "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_BEFORE_DOTS = " ,;:.\u3001\u3002\uff0c"
_CLINGING = {"Mn", "Mc", "Me", "Cf", "Pe", "Pf", "Po", "Pd", "Pc"}
"""Letters, and kinds of signs, that do not begin a line."""


class Letter(NamedTuple):
    """A letter in a line, or several that are one sign."""

    font: uharfbuzz.Font
    """The font that draws it."""

    glyph: int
    """Its number there."""

    scale: float
    """How large it is: pixels for a unit of the font."""

    x: float
    """How far it stands from where the line begins."""

    y: float
    """How far it stands above the line."""


class Line(NamedTuple):
    """A line of text, set."""

    letters: Sequence[Letter]
    """Its letters, from the left."""

    width: float
    """How far it reaches."""

    def mask(self, x: float, y: float) -> Mask:
        """Return what it covers where it begins at `x` and stands on `y`."""
        import uharfbuzz

        pen = uharfbuzz.RasterDraw()
        for font, glyph, scale, right, up in self.letters:
            # What draws counts upwards.
            pen.transform = (scale, 0, 0, scale, x + right, up - y)
            pen.draw_glyph(font, glyph)
        drawn = pen.render()
        left, bottom, width, height, stride = drawn.extents
        if not height:
            return Mask(left, bottom, [])
        data = drawn.buffer
        rows = [data[start : start + width] for start in range(0, height * stride, stride)]
        return Mask(left, -bottom - height, rows[::-1])


def drawable(style: Style, text: str) -> str:
    """Return a text as it can be drawn; empty where most of it cannot.

    Other forms of letters and numbers stand for those that no font has, else a square does; other
    signs that none has are left out.
    """
    if not can_write(text):
        return ""
    text = _CHOOSERS.sub("", unicodedata.normalize("NFC", text))
    text = "".join(char for char in text if char in _JOINERS or not _is_control(char))
    drawn = "".join(_drawn(style, char) for char in text)
    return " ".join(drawn.split()).strip(_JOINERS)


def width(style: Style, size: float, text: str) -> float:
    """Return how wide a text is, in pixels, at a size in pixels."""
    words = text.split(" ")
    spaces = len(words) - 1
    return size * (sum(_reach(style, word) for word in words) + spaces * _reach(style, " "))


def lines(style: Style, size: float, text: str, most: float) -> list[str]:
    """Return a text in lines of at most `most` pixels, about equally long."""
    made = _filled(style, size, text, most)
    while most > size:
        narrower = most - size
        balanced = _filled(style, size, text, narrower)
        if len(balanced) > len(made):
            break
        made, most = balanced, narrower
    return made


def shortened(style: Style, size: float, text: str, most: float) -> str:
    """Return a text that fits into `most` pixels, with “…” for what is cut: words, if it can be."""
    if width(style, size, text) <= most:
        return text
    most -= width(style, size, " …")
    first, *further = _pieces(text)
    kept = first[: _fitting(style, size, first, most)]
    for piece in further if kept == first else ():
        longer = f"{kept}{piece}"
        if width(style, size, longer) > most:
            break
        kept = longer
    return f"{kept.rstrip(_BEFORE_DOTS)} …".lstrip()


def line(style: Style, size: float, text: str, *, at_right: bool) -> Line:
    """Return a line of a text that reads from the left, or from the right."""
    letters: list[Letter] = []
    x = 0.0
    for part, is_turned in from_the_left(text, at_right=at_right):
        fonts = parts(style, part)
        for name, some in reversed(fonts) if is_turned else fonts:
            font = opened(name, style.weight)
            scale = size / font.face.upem
            shaped = _shaped(font, some, direction="rtl" if is_turned else "ltr")
            for glyph, place in zip(
                shaped.glyph_infos or (), shaped.glyph_positions or (), strict=True
            ):
                left, up = x + place.x_offset * scale, place.y_offset * scale
                letters.append(Letter(font, glyph.codepoint, scale, left, up))
                x += place.x_advance * scale
    return Line(letters, x)


def _drawn(style: Style, char: str) -> str:
    """Return what is drawn for a sign."""
    if char.isspace() or char in _JOINERS or font_of(style, char):
        return char
    folded = unicodedata.normalize("NFKC", char)
    if all(font_of(style, each) for each in folded):
        return folded
    return _MISSING if unicodedata.category(char)[0] in "LN" else ""


def _filled(style: Style, size: float, text: str, most: float) -> list[str]:
    """Return lines of as many pieces as fit; a piece that is wider than a line is broken."""
    made: list[str] = []
    line = ""
    for piece in _pieces(text):
        longer = f"{line}{piece}".lstrip()
        if width(style, size, longer) <= most:
            line = longer
            continue
        made += [line] if line else []
        line = piece.lstrip()
        while width(style, size, line) > most:
            fitting = _fitting(style, size, line, most) or 1
            made.append(line[:fitting])
            line = line[fitting:]
    return [*made, line] if line else made


@lru_cache(maxsize=10)  # a text is tried in several widths and sizes
def _pieces(text: str) -> Sequence[str]:
    """Return what stands together on a line, with the space before it.

    Words do, and where a script writes no spaces its letters with the signs at them.
    """
    pieces = []
    for word in text.split():
        start = 0
        for place, (before, after) in enumerate(pairwise(word), 1):
            if _can_part(before, after):
                pieces.append((" " if not start else "") + word[start:place])
                start = place
        pieces.append((" " if not start else "") + word[start:])
    return [pieces[0].lstrip(), *pieces[1:]] if pieces else [""]


def _can_part(before: str, after: str) -> bool:
    if not (_is_wide(before) or _is_wide(after)):
        return False
    clings = after in _NOT_FIRST or unicodedata.category(after) in _CLINGING
    return not (clings or unicodedata.category(before) in {"Ps", "Pi"})


@cache
def _is_wide(char: str) -> bool:
    """Say whether a line may break beside a sign: beside Chinese and Japanese, not Korean."""
    if unicodedata.east_asian_width(char) not in {"W", "F"}:
        return False
    return not unicodedata.name(char, "").startswith("HANGUL")


def _fitting(style: Style, size: float, word: str, most: float) -> int:
    """Return how many of a word's letters fit into a line."""
    reached = accumulate(size * _reach(style, letter) for letter in word)
    return sum(reach <= most for reach in reached)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} and not char.isspace()


@cache
def _reach(style: Style, text: str) -> float:
    """Return how far a text reaches, as a part of its size."""
    fonts = ((opened(name, style.weight), part) for name, part in parts(style, text))
    return sum(_advance(font, part) for font, part in fonts)


def _advance(font: uharfbuzz.Font, text: str) -> float:
    """Return how far a text of one font reaches, as a part of its size."""
    reach: int = sum(place.x_advance for place in _shaped(font, text).glyph_positions or ())
    units: int = font.face.upem
    return reach / units


def _shaped(font: uharfbuzz.Font, text: str, direction: str = "") -> uharfbuzz.Buffer:
    import uharfbuzz

    letters = uharfbuzz.Buffer()
    letters.add_str(text)
    letters.guess_segment_properties()
    if direction:
        letters.direction = direction
    uharfbuzz.shape(font, letters)
    return letters
