"""Words of a text that are quoted elsewhere: found among its tokens and marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from markdown_it.token import Token

from argsite.markdown.reading import word_of

_CHUNK = re.compile(r"\s+|\S+(?: \S+)*")
"""White space, or words with nothing else than single spaces between them."""


class _Chunk(NamedTuple):
    """Letters of a token that stand together once white space is folded."""

    start: int
    """Where they stand in the folded words."""

    end: int
    """Where they end there."""

    token: int
    """The place of their token."""

    offset: int
    """Where they stand in it."""


def marked(tokens: list[Token], quote: str, anchor: str) -> list[Token] | None:
    """Wrap the words of `quote` in marks, a mark for each token they run through.

    The first has the anchor as its id, the others name it as `data-anchor`.
    None where the words do not occur. Marks lie inside single tokens, so they always nest.
    """
    letters, chunks = _folded(tokens)
    start = letters.find(quote)
    if start < 0 or not quote:
        return None
    covered = _covered(chunks, start, start + len(quote))
    made: list[Token] = []
    named = False
    for index, token in enumerate(tokens):
        if index not in covered or token.type not in {"text", "code_inline", "text_special"}:
            made.append(token)
            continue
        first, last = covered[index]
        if token.type == "code_inline":
            first, last = 0, len(token.content)
        name = "data-anchor" if named else "id"
        named = True
        attributes: dict[str, str | int | float] = {"class": "quoted", name: anchor}
        made += [
            Token("text", "", 0, content=token.content[:first]),
            Token("mark_open", "span", 1, attrs=attributes),
            Token(token.type, token.tag, 0, content=token.content[first:last]),
            Token("mark_close", "span", -1),
            Token("text", "", 0, content=token.content[last:]),
        ]
    return made


def _covered(chunks: list[_Chunk], start: int, end: int) -> Mapping[int, tuple[int, int]]:
    """Return the part of each token that folded words between two places cover."""
    covered: dict[int, tuple[int, int]] = {}
    for chunk in chunks:
        if chunk.start < end and start < chunk.end:
            begin = chunk.offset + max(0, start - chunk.start)
            first, _ = covered.get(chunk.token, (begin, begin))
            covered[chunk.token] = first, chunk.offset + min(end, chunk.end) - chunk.start
    return covered


def _folded(tokens: list[Token]) -> tuple[str, list[_Chunk]]:
    """Return the words with white space folded, and where each part of them comes from."""
    words: list[str] = []
    chunks: list[_Chunk] = []
    at = 0
    for index, token in enumerate(tokens):
        for found in _CHUNK.finditer(word_of(token)):
            said = found[0]
            if said.isspace():
                if not words or words[-1] == " ":
                    continue
                said = " "
            words.append(said)
            chunks.append(_Chunk(at, at + len(said), index, found.start()))
            at += len(said)
    return "".join(words), chunks
