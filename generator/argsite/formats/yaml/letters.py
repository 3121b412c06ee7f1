"""Where each letter of a text stands in its author's file, whatever the way it is quoted or folded.

YAML folds line breaks, drops indents and reads escapes, but it never changes the order of letters.
So the letters of a text are those of the file from where it begins, one after the other, white
space left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argsite.source import Location, Manuscript, Passage

_ESCAPES = {"n": "\n", "t": "\t", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_CODE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


class Letter(NamedTuple):
    """A letter as it is written."""

    text: str
    """What it stands for."""

    start: int
    """Where it begins in the file, in characters from 0."""


class Letters:
    """The letters of one text in its file."""

    def __init__(self, manuscript: Manuscript, passage: Passage) -> None:
        """Find them all; the text is a whole value of a YAML file, or a whole Markdown file."""
        self._manuscript = manuscript
        self._text = passage.text
        self._places = _places(manuscript, passage)

    def locate(self, start: int, end: int) -> Location | None:
        """Return where `text[start:end]`, a word, stands letter for letter in the file.

        None where it does not: there it is written with escapes, or over the end of a line.
        """
        word = self._text[start:end]
        place = self._places[start] if start < len(self._places) else -1
        if place < 0 or not self._manuscript.text.startswith(word, place):
            return None
        return location(self._manuscript, place, end - start)


def offset(manuscript: Manuscript, at: Location) -> int:
    """Return where a place is in the file's text, in characters from 0."""
    start = 0
    for _ in range(at.line - 1):
        start = manuscript.text.find("\n", start) + 1
    return start + at.column - 1


def location(manuscript: Manuscript, place: int, width: int) -> Location:
    """Return the place that is so many characters from the start of the file's text."""
    line = manuscript.text.count("\n", 0, place) + 1
    column = place - manuscript.text.rfind("\n", 0, place)
    return Location(manuscript.path, line, column, width)


def _places(manuscript: Manuscript, passage: Passage) -> list[int]:
    """Return where each character of a text is, -1 for white space; none where the file differs."""
    source = manuscript.text
    if passage.text == source:
        return list(range(len(source)))
    written = _written(source, offset(manuscript, passage.at))
    places: list[int] = []
    for char in passage.text:
        if char.isspace():
            places.append(-1)
            continue
        letter = next(written, None)
        if letter is None or letter.text != char:
            return []
        places.append(letter.start)
    return places


def _written(source: str, start: int) -> Iterator[Letter]:
    """Return the letters of a value from where it begins; after its end other ones follow."""
    first = source[start : start + 1]
    if first == '"':
        return _double_quoted(source, start + 1)
    if first == "'":
        return _single_quoted(source, start + 1)
    if first and first in "|>":
        return _plain(source, source.find("\n", start))  # a header alone has no letters to look for
    return _plain(source, start)


def _plain(source: str, start: int) -> Iterator[Letter]:
    for place in range(start, len(source)):
        if not source[place].isspace():
            yield Letter(source[place], place)


def _single_quoted(source: str, start: int) -> Iterator[Letter]:
    place = start
    while place < len(source):
        char = source[place]
        if not char.isspace():
            yield Letter(char, place)
        place += 2 if source.startswith("''", place) else 1


def _double_quoted(source: str, start: int) -> Iterator[Letter]:
    place = start
    while place < len(source):
        char, length = source[place], 1
        if char == "\\":
            code = _CODE.match(source, place)
            if code:
                char = chr(int(code[1] or code[2] or code[3], 16))
                length = len(code[0])
            else:
                mark = source[place + 1 : place + 2]
                char, length = _ESCAPES.get(mark, mark), 2
        if char and not char.isspace():
            yield Letter(char, place)
        place += length
