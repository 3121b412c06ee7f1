"""What a Markdown text says, without rendering it: its links, its words, its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from argsite.markdown.parser import MARKUP, parse_inline, parsed
from argsite.source import in_one_line

_ADDRESS = {"link_open": "href", "image": "src"}

_MOST_ADDED, _MOST_TIMES = 10_000, 10
"""A text's addresses may add so many characters, and so many times its own length."""


def links(text: str) -> tuple[str, ...]:
    """Return the addresses of all links and images, as written, in the order of the text."""
    if "[" not in text and "<" not in text:
        return ()
    return _said(text).links


def multiplies(text: str) -> bool:
    """Say whether link references would make a text many times longer on the page."""
    if "]:" not in text:
        return False
    length = sum(
        len(str(token.attrs[_ADDRESS[token.type]])) + len(str(token.attrs.get("title", "")))
        for token in _walk(parsed(text))
        if token.type in _ADDRESS
    )
    return length > _MOST_ADDED + _MOST_TIMES * len(text)


def passages(text: str, *, code: bool = False) -> tuple[str, ...]:
    """Return the plain words of each paragraph, heading and cell, white space folded.

    With `code`, blocks of code are passages too.
    """
    said = _said(text)
    return said.with_code if code else said.passages


class _Said(NamedTuple):
    links: tuple[str, ...]
    passages: tuple[str, ...]
    with_code: tuple[str, ...]


@lru_cache(maxsize=5_000)  # checks and pages ask of the same texts
def _said(text: str) -> _Said:
    tokens = parsed(text)
    words = [_inline(each) for each in tokens]
    mixed = [said or _code(each) for said, each in zip(words, tokens, strict=True)]
    return _Said(
        tuple(addresses_of(tokens)), tuple(filter(None, words)), tuple(filter(None, mixed))
    )


def _inline(token: Token) -> str:
    """Return the words of a paragraph or the like; nothing of another token."""
    return fold(words_of(token.children or [])) if token.type == "inline" else ""


def _code(token: Token) -> str:
    """Return the words of a block of code; nothing of another token."""
    return fold(token.content) if token.type in {"fence", "code_block"} else ""


def plain(text: str) -> str:
    """Return a run of words without its Markdown marks, in one line."""
    if not MARKUP.search(text):
        return in_one_line(text)
    return in_one_line(words_of(parse_inline(text)))


def title(text: str) -> str:
    """Return the words of the first heading of the first level; empty where there is none."""
    tokens = parsed(text)
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return in_one_line(words_of(content.children or []))
    return ""


def fold(text: str) -> str:
    """Return the text with each run of any white space made one space, and none at its ends.

    So two texts are compared; one that is shown keeps more (`in_one_line`).
    """
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


def addresses_of(tokens: Sequence[Token]) -> Iterator[str]:
    """Return the addresses of links and images among tokens, as written."""
    return (
        str(token.attrs[_ADDRESS[token.type]]) for token in _walk(tokens) if token.type in _ADDRESS
    )


def _walk(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        # An image's description may hold links, but they are never shown as such.
        if token.children and token.type != "image":
            yield from _walk(token.children)
