"""The running words of a Markdown text: its paragraphs, and what each word links to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from argsite.markdown.parser import parse
from argsite.markdown.reading import addresses_of, fold, word_of, words_of

_BLOCKS = {"paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open"}
"""What a paragraph is where lists and quotations count as one each."""

_LEAVES = {"paragraph_open", "dt_open"}
"""What holds running text; lists, quotes, notes and definitions hold paragraphs."""


class Paragraph(NamedTuple):
    """A paragraph of a text, or a list or quotation as a whole."""

    line: int
    """The line of the text in which it begins, from 0."""

    words: str
    """Its plain words, white space folded."""

    addresses: tuple[str, ...]
    """The addresses of its links and images, as written."""


@lru_cache(maxsize=2_000)  # a language server asks it again at each keystroke
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return what a text says in running words: no headings, tables, code or notes below it."""
    found: list[Paragraph] = []
    inside: list[Token] | None = None
    for token in parse(text):
        if token.level == 0 and token.nesting == 1 and token.type in _BLOCKS:
            inside = []
            line = token.map[0] if token.map else 0
        elif token.level == 0 and token.nesting == -1 and inside is not None:
            words = fold(" ".join(words_of(each.children or []) for each in inside))
            found.append(Paragraph(line, words, tuple(addresses_of(inside))))
            inside = None
        elif inside is not None and token.type == "inline":
            inside.append(token)
    return tuple(found)


def linked_words(text: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return each word of each passage, with the address that it links to; empty for none.

    The passages are those of `passages`; joined with spaces the words are what that returns.
    """
    found = (
        tuple(_linked_words(token.children or []))
        for token in parse(text)
        if token.type == "inline"
    )
    return tuple(words for words in found if words)


def _linked_words(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    address = word = linked = ""
    for token in tokens:
        if token.type in {"link_open", "link_close"}:
            address = str(token.attrs.get("href", ""))
            continue
        for char in word_of(token):
            if not char.isspace():
                word += char
                linked = linked or address
            elif word:
                yield word, linked
                word = linked = ""
    if word:
        yield word, linked


class Run(NamedTuple):
    """A paragraph or an item, wherever it stands, as its reader sees it."""

    words: str
    """Its plain words, white space folded."""

    whole: tuple[str, ...]
    """The words of its links and of its code, which belong together."""


def runs(text: str) -> tuple[Run, ...]:
    """Return paragraphs and items that are not empty; no headings, tables, blocks of code."""
    found = []
    for opening, token in pairwise(parse(text)):
        if token.type == "inline" and opening.type in _LEAVES:
            words = fold(words_of(token.children or []))
            if words:
                found.append(Run(words, tuple(_whole(token.children or []))))
    return tuple(found)


def _whole(tokens: Sequence[Token]) -> Iterator[str]:
    opened = 0
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            opened = index
        elif token.type == "link_close":
            yield fold(words_of(list(tokens[opened:index])))
        elif token.type == "code_inline":
            yield fold(token.content)
