"""How wide a text is in Arial, Liberation Sans or Helvetica, and how it breaks into lines.

The three share their advance widths, so what is measured here holds on every system that has one
of them, and no font is needed to measure. Characters that the family lacks are measured by what
they are: wide ones (Chinese, Japanese, Korean) take an em, emoji somewhat more, marks nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from wcwidth import iter_graphemes, wcswidth

_EM = 1.0
_EMOJI = 1.3
_UNKNOWN = 0.8
"""Ems for a letter of a script that the family lacks: rather too much than too little."""

_BREAKING_SPACE = re.compile(
    "[\\t\\n\\v\\f\\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f]+"
)
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in px, where the font's em is `size` px."""
    advances = _advances("bold" if bold else "regular")
    try:
        ems = sum(map(advances.__getitem__, text))
    except KeyError:
        ems = sum(_ems(cluster, advances) for cluster in iter_graphemes(text))
    return ems * size


_width_of_word = lru_cache(maxsize=10_000)(width)  # many words are written again and again


@lru_cache(maxsize=2000)  # a statement stands in the maps of those around it
def wrap(
    text: str, size: float, most: float, most_lines: int, *, bold: bool = False
) -> tuple[str, ...]:
    """Return a text as lines, none wider than `most` px and no more than `most_lines`.

    Lines break at spaces and beside wide characters; a word too long for a line is broken between
    grapheme clusters. Where text is left out, the last line ends with an ellipsis.
    """
    lines: list[str] = []
    line = ""
    taken = 0.0
    blank = width(" ", size, bold=bold)
    for gap, piece, room in _pieces(text, size, most, bold=bold):
        space = blank if line and gap else 0.0
        if line and taken + space + room > most:
            lines.append(line)
            if len(lines) > most_lines:
                break
            line, taken, space = "", 0.0, 0.0
        line += gap + piece if space else piece
        taken += space + room
    else:
        if line:
            lines.append(line)
    if len(lines) > most_lines:
        last = _cut(lines[most_lines - 1], size, most, bold=bold)
        return (*lines[: most_lines - 1], last)
    return tuple(lines)


def _pieces(text: str, size: float, most: float, *, bold: bool) -> Iterator[tuple[str, str, float]]:
    """Yield what stands together on a line, each with the space before it and its width."""
    for word in _BREAKING_SPACE.split(text):
        if not word:
            continue
        room = _width_of_word(word, size, bold=bold)
        if word.isascii() and room <= most:
            yield " ", word, room
            continue
        gap = " "
        for piece in _parts(word, size, most, bold=bold):
            yield gap, piece, width(piece, size, bold=bold)
            gap = ""


def _parts(word: str, size: float, most: float, *, bold: bool) -> Iterator[str]:
    """Yield the parts a word may be broken into, none wider than `most`."""
    part = ""
    taken = 0.0
    after_wide = False
    for cluster in iter_graphemes(word):
        wide = _is_wide(cluster)
        room = width(cluster, size, bold=bold)
        # A mark such as a full stop stays with the wide character before it.
        breakable = wide and not _closes(cluster)
        opens = after_wide and not wide and not _closes(cluster)
        if part and (breakable or opens or taken + room > most):
            yield part
            part, taken = "", 0.0
        part += cluster
        taken += room
        after_wide = wide
    if part:
        yield part


def _cut(line: str, size: float, most: float, *, bold: bool) -> str:
    """Return the line with an ellipsis at its end, shortened until it fits."""
    clusters = list(iter_graphemes(line.rstrip()))
    room = most - width(_ELLIPSIS, size, bold=bold)
    while clusters and width("".join(clusters), size, bold=bold) > room:
        clusters.pop()
    return "".join(clusters).rstrip(" ,;:") + _ELLIPSIS


def _is_wide(cluster: str) -> bool:
    """Say whether a line may break before and after: Chinese, Japanese and Korean."""
    return cluster[0] >= "\u2e80" and not _is_emoji(cluster[0]) and wcswidth(cluster) > 1


def _closes(cluster: str) -> bool:
    """Say whether a cluster may not begin a line: closing brackets, full stops, small kana."""
    return (
        unicodedata.category(cluster[0]) in {"Pe", "Pf", "Po"}
        or cluster[0] in "々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    )


def _ems(cluster: str, advances: Mapping[str, float]) -> float:
    first = cluster[0]
    cells = wcswidth(cluster)
    if "\N{VARIATION SELECTOR-16}" in cluster or (cells > 1 and _is_emoji(first)):
        return _EMOJI
    if first in advances:
        # Marks that follow stand on the letter.
        return advances[first]
    if cells > 1 and unicodedata.east_asian_width(first) in "WF":
        return _EM
    bases = sum(unicodedata.category(char)[0] not in "MC" for char in cluster)
    return _UNKNOWN * bases


def _is_emoji(char: str) -> bool:
    return "\U0001f000" <= char <= "\U0001faff" or "\u2300" <= char < "\u2e80"


@cache
def _advances(face: str) -> Mapping[str, float]:
    """Return each character that stands alone and its width in ems."""
    table = json.loads(files(__package__).joinpath("advances.json").read_bytes())
    found = {
        chr(first + place): units / 2048
        for first, *widths in table[face]
        for place, units in enumerate(widths)
    }
    # Marks, joiners and the soft hyphen need the clusters around them.
    return {char: ems for char, ems in found.items() if unicodedata.category(char)[0] not in "MC"}
