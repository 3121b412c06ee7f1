"""The fonts of a card: which of them draws which sign, and how thick.

They come as packages, so that a card has the same bytes on every machine: Source Serif and Source
Sans for Latin, Greek and Cyrillic, Noto Sans for further scripts and emoji, Noto Sans CJK for
Chinese, Japanese and Korean, and DejaVu Sans, which ziafont carries, for the signs of logic.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import uharfbuzz

PACKAGES = (
    "font-source-serif-pro",
    "font-source-sans-pro",
    "manimgx-fonts",
    "manimgx-fonts-cjk",
    "ziafont",
)
"""The packages that the fonts come in."""

_SERIF, _SANS, _NOTO, _CJK = (
    "font_source_serif_pro/files/SourceSerifPro",
    "font_source_sans_pro/files/SourceSansPro",
    "manimgx_fonts/Noto",
    "manimgx_fonts_cjk/NotoSansCJK-VF.otf.ttc#",
)
_SCRIPTS = (
    *("Hebrew", "Arabic", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati"),
    *("Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Myanmar"),
    *("Khmer", "Ethiopic"),
)
_FURTHER = (
    *(f"{_NOTO}Sans{script}[wght].ttf" for script in ("", *_SCRIPTS, "Symbols")),
    "ziafont/fonts/DejaVuSans.ttf",
)
_LAST = f"{_NOTO}Emoji[wght].ttf"

_HAN = {"ja": 0, "ko": 1, "zh": 2, "zh-hant": 3, "zh-tw": 3, "yue": 4, "zh-hk": 4, "zh-mo": 4}
"""Which font of the collection writes Chinese letters as they are written in a language."""

_KNOWN = {
    *(script.upper() for script in _SCRIPTS),
    *("LATIN", "GREEK", "CYRILLIC", "NKO", "TIFINAGH", "LISU", "OGHAM", "CANADIAN", "MODIFIER"),
    *("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"),
    *("MATHEMATICAL", "SCRIPT", "BLACK", "DOUBLE"),
}
"""How the names of letters begin that the fonts have, all or nearly all of them."""

_LEAST_KNOWN = 0.75
"""Of a text's letters; where fewer are, it says nothing."""

_JOINERS = "\u200c\u200d"


class Style(NamedTuple):
    """How letters look, but for their size."""

    weight: int
    """400 is regular, 600 is semibold."""

    fonts: tuple[str, ...]
    """The fonts that are asked in turn for each letter."""


class Styles(NamedTuple):
    """How the texts of a card look."""

    serif: Style
    """Of prose."""

    title: Style
    """Of a heading above prose."""

    sans: Style
    """Of what stands around it."""

    strong: Style
    """Of what is to be seen first there."""


@cache
def styles(language: str) -> Styles:
    """Return how texts in a language look."""
    parts = language.lower().split("-")
    named = ("-".join(parts[:1] + parts[-1:]), "-".join(parts[:2]), parts[0])
    han = next((_HAN[name] for name in named if name in _HAN), 0)
    further = (*_FURTHER, f"{_CJK}{han}", _LAST)
    return Styles(
        Style(400, (f"{_SERIF}-Regular.ttf", *further)),
        Style(600, (f"{_SERIF}-Semibold.ttf", *further)),
        Style(400, (f"{_SANS}-Regular.ttf", *further)),
        Style(600, (f"{_SANS}-Semibold.ttf", *further)),
    )


def can_write(text: str) -> bool:
    """Say whether the fonts have a text's letters, without opening them."""
    letters = [char for char in text if unicodedata.category(char)[0] == "L"]
    names = (unicodedata.name(char, "").replace("-", " ").partition(" ")[0] for char in letters)
    return sum(name in _KNOWN for name in names) >= len(letters) * _LEAST_KNOWN


@cache
def font_of(style: Style, char: str) -> str:
    """Return the first font that has a sign; empty where none has."""
    return next((font for font in style.fonts if _has(font, char)), "")


def parts(style: Style, text: str) -> list[tuple[str, str]]:
    """Return a text in parts that one font draws, each with its font."""
    made: list[tuple[str, str]] = []
    before = ""
    for char in text:
        font = font_of(style, char) or style.fonts[0]
        if made and _clings(before, char) and (char in _JOINERS or _has(made[-1][0], char)):
            font = made[-1][0]
        if made and made[-1][0] == font:
            made[-1] = (font, made[-1][1] + char)
        else:
            made.append((font, char))
        before = char
    return made


@cache
def opened(name: str, weight: int) -> uharfbuzz.Font:
    """Return a font by its package and its place there, in a weight."""
    import uharfbuzz

    font = uharfbuzz.Font(_face(name))
    font.set_variations({"wght": weight})
    return font


def _clings(before: str, char: str) -> bool:
    """Say whether a sign is of the same font as the one before it, if that font has it."""
    return char in _JOINERS or before == _JOINERS[1] or unicodedata.category(char)[0] == "M"


@cache
def _has(name: str, char: str) -> bool:
    return bool(opened(name, 0).get_nominal_glyph(ord(char)))


@cache
def _face(name: str) -> uharfbuzz.Face:
    import uharfbuzz

    place, _, number = name.partition("#")
    blob = uharfbuzz.Blob.from_file_path(str(_file(place)))
    return uharfbuzz.Face(blob, int(number or 0))


def _file(name: str) -> Path:
    from importlib import resources

    package, _, place = name.partition("/")
    return Path(str(resources.files(package))) / place
