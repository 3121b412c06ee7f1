"""What a Markdown text says, without rendering it: its links, its words, its title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from argsite.markdown.parser import MARKUP, parse, parse_inline

_ADDRESS = {"link_open": "href", "image": "src"}

_RUNNING = {"paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open"}

_MOST_ADDED, _MOST_TIMES = 10_000, 10
"""A text's addresses may add so many characters, and so many times its own length."""


def links(text: str) -> tuple[str, ...]:
    """Return the addresses of all links and images, as written, in the order of the text."""
    if "[" not in text and "<" not in text:
        return ()
    return tuple(_addresses(parse(text)))


def multiplies(text: str) -> bool:
    """Say whether link references would make a text many times longer on the page."""
    if "]:" not in text:
        return False
    length = sum(
        len(str(token.attrs[_ADDRESS[token.type]])) + len(str(token.attrs.get("title", "")))
        for token in _walk(parse(text))
        if token.type in _ADDRESS
    )
    return length > _MOST_ADDED + _MOST_TIMES * len(text)


def passages(text: str, *, code: bool = False) -> tuple[str, ...]:
    """Return the plain words of each paragraph, heading and cell, white space folded.

    With `code`, blocks of code are passages too.
    """
    kinds = {"inline", "fence", "code_block"} if code else {"inline"}
    found = (
        words_of(token.children or []) if token.type == "inline" else token.content
        for token in parse(text)
        if token.type in kinds
    )
    return tuple(folded for words in found if (folded := fold(words)))


class Paragraph(NamedTuple):
    """A paragraph of a text, or a list or quotation as a whole."""

    line: int
    """The line of the text in which it begins, from 0."""

    words: str
    """Its plain words, white space folded."""

    addresses: tuple[str, ...]
    """The addresses of its links and images, as written."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return what a text says in running words: no headings, tables, code or notes below it."""
    found: list[Paragraph] = []
    inside: list[Token] | None = None
    for token in parse(text):
        if token.level == 0 and token.nesting == 1 and token.type in _RUNNING:
            inside = []
            line = token.map[0] if token.map else 0
        elif token.level == 0 and token.nesting == -1 and inside is not None:
            words = fold(" ".join(words_of(each.children or []) for each in inside))
            found.append(Paragraph(line, words, tuple(_addresses(inside))))
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


def plain(text: str) -> str:
    """Return a run of words without its Markdown marks, white space folded."""
    if not MARKUP.search(text):
        return fold(text)
    return fold(words_of(parse_inline(text)))


def title(text: str) -> str:
    """Return the words of the first heading of the first level; empty where there is none."""
    tokens = parse(text)
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return fold(words_of(content.children or []))
    return ""


def fold(text: str) -> str:
    """Return the text with each run of white space made one space, and none at its ends."""
    return " ".join(text.split())


def words_of(tokens: list[Token]) -> str:
    """Return the words that a reader sees of inline tokens."""
    return "".join(word_of(token) for token in tokens)


def word_of(token: Token) -> str:
    """Return the words that a reader sees of one inline token."""
    if token.type in {"text", "code_inline", "text_special"}:
        return token.content
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return words_of(token.children) if token.type == "image" and token.children else ""


def _addresses(tokens: list[Token]) -> Iterator[str]:
    return (
        str(token.attrs[_ADDRESS[token.type]]) for token in _walk(tokens) if token.type in _ADDRESS
    )


def _walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        # An image's description may hold links, but they are never shown as such.
        if token.children and token.type != "image":
            yield from _walk(token.children)
