"""How wide a text is in Arial, Liberation Sans or Helvetica, and how it breaks into lines.

The three share their advance widths, so what is measured here holds on every system that has one
of them, and no font is needed to measure. Characters that the family lacks are measured by what
they are: wide ones (Chinese, Japanese, Korean) take an em, emoji somewhat more, marks nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

_EM = 1.0
_EMOJI = 1.3
_UNKNOWN = 0.8
"""Ems for a letter of a script that the family lacks: rather too much than too little."""

_BREAKING_SPACE = re.compile(
    "[\\t\\n\\v\\f\\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f]+"
)
_MOST_WORDS = 10_000
"""How many words of a size are remembered."""

_FIRST_WIDE = "\u2e80"
"""All characters before it stand in words that break at spaces alone."""

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in px, where the font's em is `size` px."""
    advances = _advances("bold" if bold else "regular")
    try:
        ems = sum(map(advances.__getitem__, text))
    except KeyError:
        ems = sum(_ems(cluster, advances) for cluster in _clusters(text))
    return ems * size


_Piece = tuple[str, str, float]
"""What stands together on a line, with the space before it and its width."""


class _Widths(dict[str, float]):
    """Words and their widths: many are written again and again."""

    def __init__(self, size: float, bold: bool) -> None:  # noqa: FBT001 - the key of the cache
        """Measure words of a size."""
        super().__init__()
        self._size = size
        self._bold = bold

    def __missing__(self, word: str) -> float:
        """Measure a word."""
        if len(self) > _MOST_WORDS:
            self.clear()
        found = self[word] = width(word, self._size, bold=self._bold)
        return found


_widths = lru_cache(maxsize=16)(_Widths)


@lru_cache(maxsize=2000)  # a statement stands in the maps of those around it
def wrap(
    text: str, size: float, most: float, most_lines: int, *, bold: bool = False
) -> tuple[str, ...]:
    """Return a text as lines, none wider than `most` px and no more than `most_lines`.

    Lines break at spaces and beside wide characters; a word too long for a line is broken between
    grapheme clusters. Where text is left out, the last line ends with an ellipsis.
    """
    # Spaces are the only gaps in printable ASCII, and far faster found so.
    simple = text.isascii() and text.isprintable()
    words = text.split() if simple else list(filter(None, _BREAKING_SPACE.split(text)))
    widths = _widths(size, bold)
    rooms = [widths[word] for word in words]
    narrow = simple or max(text, default="") < _FIRST_WIDE
    if narrow and max(rooms, default=0.0) <= most:
        lines = _set_words(words, rooms, widths[" "], most)
    else:
        pieces = _pieces(words, rooms, size, most, bold=bold)
        lines = _set_pieces(pieces, widths[" "], most)
    shown = list(islice(lines, most_lines + 1))
    if len(shown) > most_lines:
        last = _cut(shown[most_lines - 1], size, most, bold=bold)
        return (*shown[: most_lines - 1], last)
    return tuple(shown)


def _set_words(
    words: Sequence[str], rooms: Sequence[float], blank: float, most: float
) -> Iterator[str]:
    """Yield lines of words, each of which fits on one; `rooms` are their widths."""
    start = 0
    taken = 0.0
    for place, room in enumerate(rooms):
        if not place:
            taken = room
        elif taken + blank + room > most:
            yield " ".join(words[start:place])
            start, taken = place, room
        else:
            taken += blank + room
    if words:
        yield " ".join(words[start:])


def _set_pieces(pieces: Iterable[_Piece], blank: float, most: float) -> Iterator[str]:
    """Yield lines of pieces."""
    line = ""
    taken = 0.0
    for gap, piece, room in pieces:
        space = blank if line and gap else 0.0
        if line and taken + space + room > most:
            yield line
            line, taken, space = "", 0.0, 0.0
        line += gap + piece if space else piece
        taken += space + room
    if line:
        yield line


def _pieces(
    words: Sequence[str], rooms: Sequence[float], size: float, most: float, *, bold: bool
) -> Iterator[_Piece]:
    """Yield the parts that words may be broken into."""
    for word, room in zip(words, rooms, strict=True):
        if room <= most and max(word) < _FIRST_WIDE:
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
    for cluster in _clusters(word):
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
    clusters = list(_clusters(line.rstrip()))
    room = most - width(_ELLIPSIS, size, bold=bold)
    while clusters and width("".join(clusters), size, bold=bold) > room:
        clusters.pop()
    return "".join(clusters).rstrip(" ,;:") + _ELLIPSIS


def _is_wide(cluster: str) -> bool:
    """Say whether a line may break before and after: Chinese, Japanese and Korean."""
    return cluster[0] >= _FIRST_WIDE and not _is_emoji(cluster[0]) and _cells(cluster) > 1


def _closes(cluster: str) -> bool:
    """Say whether a cluster may not begin a line: closing brackets, full stops, small kana."""
    return (
        unicodedata.category(cluster[0]) in {"Pe", "Pf", "Po"}
        or cluster[0] in "々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    )


def _ems(cluster: str, advances: Mapping[str, float]) -> float:
    first = cluster[0]
    cells = _cells(cluster)
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
    return "\U0001f000" <= char <= "\U0001faff" or "\u2300" <= char < _FIRST_WIDE


def _clusters(text: str) -> Iterable[str]:
    """Return the grapheme clusters of a text: what a reader takes for one character."""
    if text.isascii() and text.isprintable():
        return text
    from wcwidth import iter_graphemes  # slow to load, and most texts do without

    return iter_graphemes(text)


def _cells(cluster: str) -> int:
    """Return how many cells of a terminal a cluster takes: wide ones take two."""
    from wcwidth import wcswidth  # as above

    return wcswidth(cluster)


@cache
def _advances(face: str) -> Mapping[str, float]:
    """Return each character that stands alone and its width in ems."""
    table = json.loads(Path(__file__).with_name("advances.json").read_bytes())
    found = {
        chr(first + place): units / 2048
        for first, *widths in table[face]
        for place, units in enumerate(widths)
    }
    # Marks, joiners and the soft hyphen need the clusters around them.
    return {char: ems for char, ems in found.items() if unicodedata.category(char)[0] not in "MC"}
