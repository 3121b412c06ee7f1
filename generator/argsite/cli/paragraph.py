"""Text with colours, broken into lines that fit a terminal: the home of widths in cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import click

from argsite.cli.terminal import clean

_WORD = re.compile(r"([ \t\n]*)([^ \t\n]*)")

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_PIECE = re.compile(f"[{_WIDE}][{_CLOSING}]*|[^{_WIDE}]+")
"""What stays together on a line: Chinese, Japanese and Korean break between any two letters."""

_LEAST = 20
"""Cells that a line of text has at least, however far to the right it begins."""


class Ink(NamedTuple):
    """How letters look."""

    colour: str | None = None
    """The name of a colour; None for the terminal's own."""

    bold: bool | None = None
    """Whether they are bold."""

    dim: bool | None = None
    """Whether they are faint."""


PLAIN = Ink()


class Run(NamedTuple):
    """Letters that look the same."""

    text: str
    """The letters."""

    ink: Ink = PLAIN
    """How they look."""

    whole: bool = False
    """Whether no word may be broken, even where it is too long for a line: a name to be copied."""


class _Piece(NamedTuple):
    """What stays together on a line."""

    gap: int
    """How many spaces stand before it, unless it begins a line."""

    text: str
    """Its letters."""

    ink: Ink
    """How they look."""

    whole: bool
    """Whether it may not be broken."""


def lines(
    runs: Sequence[Run], first: str, rest: str, width: int | None, *, coloured: bool
) -> Iterator[str]:
    """Yield the runs as lines of at most `width` cells; `first` and `rest` stand before them."""
    pieces = list(_pieces(runs))
    broken = [pieces] if width is None else _broken(pieces, max(_LEAST, width - cells(rest)))
    for place, line in enumerate(broken):
        text = "".join(_inked(line) if coloured else _bare(line))
        yield (first if place == 0 else rest) + text


def cells(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    gap = 0
    for run in runs:
        for spaces, word in _WORD.findall(clean(run.text)):
            gap += len(spaces)
            for piece in [word] if run.whole or word.isascii() else _PIECE.findall(word):
                if piece:
                    yield _Piece(gap, piece, run.ink, run.whole)
                    gap = 0


def _broken(pieces: Iterable[_Piece], room: int) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    taken = 0
    for piece in pieces:
        for part in _parts(piece, room):
            wide = cells(part.text)
            gap = part.gap if line else 0
            if taken + gap + wide > room and line:
                yield line
                line, taken, gap = [], 0, 0
            taken += gap + wide
            line.append(part)
    yield line


def _parts(piece: _Piece, room: int) -> Iterator[_Piece]:
    """Yield a piece, or the parts of one that is too long for a line."""
    if piece.whole or cells(piece.text) <= room:
        yield piece
        return
    from rich.cells import chop_cells

    for place, text in enumerate(chop_cells(piece.text, room)):
        yield _Piece(0 if place else piece.gap, text, piece.ink, whole=False)


def _bare(line: Sequence[_Piece]) -> Iterator[str]:
    for place, piece in enumerate(line):
        yield (" " * piece.gap if place else "") + piece.text


def _inked(line: Sequence[_Piece]) -> Iterator[str]:
    """Yield the text of a line, with one style for all that stands together in one ink."""
    texts = zip(_bare(line), (piece.ink for piece in line), strict=True)
    for ink, some in groupby(texts, key=itemgetter(1)):
        text = "".join(part for part, _ in some)
        if ink == PLAIN:
            yield text
        else:
            yield click.style(text, fg=ink.colour, bold=ink.bold, dim=ink.dim)
