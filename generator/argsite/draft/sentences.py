"""The sentences of a Markdown text, as a reader sees them.

Found by sentencex, which knows abbreviations of many languages; what it cuts too often is joined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sentencex import segment

from argsite import markdown

LONGEST = 900
"""Characters of a piece: escaped and with a full stop it is still no longer than a statement."""

_LETTER = re.compile(r"[^\W\d_]")
_ENDED = re.compile(r"[.!?…:;。！？][\"'”’»“)\]]*$")
_MOST_OF_LABEL, _FEW = 8, 2
"""Words of a heading at most, and of one that looks like any other paragraph."""

_MOST_DOTS = 4
"""Pieces that an abbreviation may have been cut into: `z.`, `B.`."""

_SPACE = re.compile(r"\s")


class Sentence(NamedTuple):
    """A sentence of the prose."""

    text: str
    """Its words, without Markdown marks."""

    paragraph: int
    """The paragraph it stands in, from 1."""

    number: int
    """Its place in the paragraph, from 1."""


def sentences(prose: str, language: str, abbreviations: Collection[str]) -> list[Sentence]:
    """Return the sentences of all paragraphs and items; headings, tables and code hold none."""
    ending = _ending(abbreviations)
    runs = list(enumerate(markdown.runs(prose), 1))
    spoken = [(paragraph, run) for paragraph, run in runs if not _is_label(run.words)]
    found = []
    for paragraph, (words, whole) in spoken or runs:
        pieces = _split(words, language, ending, whole)
        found += [Sentence(piece, paragraph, number) for number, piece in enumerate(pieces, 1)]
    return found


def _is_label(words: str) -> bool:
    """Say whether a paragraph is a heading, a greeting, or the source of a quotation."""
    count = len(words.split())
    if count > _MOST_OF_LABEL or _ENDED.search(words):
        return False
    is_set_off = words.isupper() or words[0] in "–—" or words.endswith(",")
    return is_set_off or count <= _FEW


def _split(
    words: str, language: str, ending: re.Pattern[str], whole: Collection[str]
) -> Iterator[str]:
    whole_at = _inside(words, whole)
    pieces: list[list[str]] = []
    has_letter = False  # a sentence may be joined of thousands of pieces, so each is looked at once
    place = 0
    for piece in segment(language, words):
        is_letter = _LETTER.search(piece) is not None
        is_cut = has_letter and is_letter and not whole_at[place]
        if pieces and not (is_cut and _parts("".join(pieces[-1][-_MOST_DOTS:]), piece, ending)):
            pieces[-1].append(piece)
            has_letter = has_letter or is_letter
        else:
            pieces.append([piece])
            has_letter = is_letter
        place += len(piece)
    for each in pieces:
        yield from _shortened("".join(each).strip())


def _parts(before: str, after: str, ending: re.Pattern[str]) -> bool:
    """Say whether a sentence ends between two pieces, each of which has a letter."""
    first = after.lstrip("\"'“”«»„‘’([ ")[:1]
    return not first.islower() and not ending.search(before)


def _ending(abbreviations: Collection[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(each) for each in abbreviations) or "(?!)"
    return re.compile(rf"(?<![^\W_])(?:{either})\.\s*\Z")


def _inside(words: str, whole: Collection[str]) -> bytearray:
    """Return for each place whether it is within a text that must not be cut: of links and code."""
    inside = bytearray(len(words) + 1)
    for text in dict.fromkeys(whole):
        for found in re.finditer(re.escape(text), words):
            inside[found.start() + 1 : found.end()] = b"\1" * (len(text) - 1)
    return inside


def _shortened(piece: str) -> Iterator[str]:
    """Cut what is longer than a statement may be, at a space where there is one."""
    while len(piece) > LONGEST:
        spaces = [found.start() for found in _SPACE.finditer(piece, LONGEST // 2, LONGEST)]
        cut = spaces[-1] if spaces else LONGEST
        yield piece[:cut].strip()
        piece = piece[cut:].strip()
    if piece:
        yield piece
