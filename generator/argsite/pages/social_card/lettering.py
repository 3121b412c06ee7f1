"""Words set in lines: which fonts draw them, how wide they are, where they break.

The fonts come as packages, so that a card has the same bytes on every machine: Source Serif and
Source Sans for Latin, Greek and Cyrillic, Noto Sans for further scripts. Chinese, Japanese and
Korean would need fonts of many megabytes; what no font can draw is not drawn at all.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz

PACKAGES = ("font-source-serif-pro", "font-source-sans-pro", "manimgx-fonts")
"""The packages that the fonts come in."""

_SERIF, _SANS, _NOTO = (
    "font_source_serif_pro/files/SourceSerifPro",
    "font_source_sans_pro/files/SourceSansPro",
    "manimgx_fonts/NotoSans",
)
_SCRIPTS = (
    *("Hebrew", "Arabic", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati"),
    *("Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Myanmar"),
    *("Khmer", "Ethiopic"),
)
_FURTHER = tuple(f"{_NOTO}{script}[wght].ttf" for script in ("", *_SCRIPTS))


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look, but for their size."""

    family: str
    """The font's name."""

    weight: int
    """400 is regular, 600 is semibold."""

    fonts: tuple[str, ...]
    """The fonts that are asked in turn for each letter."""


SERIF = Style("Source Serif Pro", 400, (f"{_SERIF}-Regular.ttf", *_FURTHER))
TITLE = Style("Source Serif Pro", 600, (f"{_SERIF}-Semibold.ttf", *_FURTHER))
SANS = Style("Source Sans Pro", 400, (f"{_SANS}-Regular.ttf", *_FURTHER))
STRONG = Style("Source Sans Pro", 600, (f"{_SANS}-Semibold.ttf", *_FURTHER))


def font_file(name: str) -> Path:
    """Return the file of a font: its package, then its place there."""
    package, _, place = name.partition("/")
    return Path(str(resources.files(package))) / place


def fonts_of(style: Style, text: str) -> tuple[str, ...]:
    """Return the fonts that the letters of a text need."""
    return tuple(dict.fromkeys(font for char in text if (font := _font_of(style, char))))


def drawable(style: Style, text: str) -> str:
    """Return a text without the signs that no font has; empty where a letter is among them."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    missing = {char for char in text if not _is_control(char) and not _font_of(style, char)}
    if any(unicodedata.category(char)[0] in "LMN" for char in missing):
        return ""
    kept = (char for char in text if char not in missing and not _is_control(char))
    return " ".join("".join(kept).split())


def is_right_to_left(text: str) -> bool:
    """Say whether a text reads from the right: whether its first letter does."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


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
    first, *further = text.split(" ")
    kept = first[: _fitting(style, size, first, most)]
    for word in further if kept == first else ():
        longer = f"{kept} {word}"
        if width(style, size, longer) > most:
            break
        kept = longer
    return f"{kept.rstrip(' ,;:.')} …".lstrip()


def _filled(style: Style, size: float, text: str, most: float) -> list[str]:
    """Return lines of as many words as fit; a word that is wider than a line is broken."""
    made: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if width(style, size, longer) <= most:
            line = longer
            continue
        made += [line] if line else []
        line = word
        while width(style, size, line) > most:
            fitting = _fitting(style, size, line, most) or 1
            made.append(line[:fitting])
            line = line[fitting:]
    return [*made, line] if line else made


def _fitting(style: Style, size: float, word: str, most: float) -> int:
    """Return how many of a word's letters fit into a line."""
    reached = accumulate(size * _reach(style, letter) for letter in word)
    return sum(reach <= most for reach in reached)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf"}


@cache
def _font_of(style: Style, char: str) -> str:
    """Return the first font that has a sign; empty where none has."""
    return next((font for font in style.fonts if _font(font).get_nominal_glyph(ord(char))), "")


@cache
def _font(name: str) -> uharfbuzz.Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_file(name)))))


@cache
def _reach(style: Style, text: str) -> float:
    """Return how far a text reaches, as a part of its size."""
    parts = groupby(text, key=lambda char: _font_of(style, char) or style.fonts[0])
    return sum(_advance(font, "".join(part)) for font, part in parts)


def _advance(name: str, text: str) -> float:
    """Return how far a text of one font reaches, as a part of its size."""
    import uharfbuzz

    font = _font(name)
    letters = uharfbuzz.Buffer()
    letters.add_str(text)
    letters.guess_segment_properties()
    uharfbuzz.shape(font, letters)
    reach: int = sum(place.x_advance for place in letters.glyph_positions or ())
    units: int = font.face.upem
    return reach / units
