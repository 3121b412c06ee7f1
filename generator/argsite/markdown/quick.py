"""Tokens of plain prose as markdown-it-py makes them, only sooner: most texts are nothing else.

Plain prose is paragraphs of words, with links such as `[words](#id)` and emphasis like `*words*`,
none within another. For any other text the answer is None, and markdown-it-py has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

_ODD = re.compile(
    r"[\\`<>&!^\x00-\t\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
"""What may mean something else."""

_ODD_LINE = re.compile(
    r"\n(?!\n|\Z|[a-zA-Z\"'(\[]|[^\x00-\x7f]|[0-9]+(?![0-9.)])|\*{1,2}[^\W_])|[ ](?:\n|\Z)"
)
"""Where a line begins that may be no paragraph's, such as a list's; or ends in a space."""

_GAP = re.compile(r"(\n{2,})")
_MARK = re.compile(r"""(\n|\[|\]\([^\s()\[\]<>\\&"'*`^!]+\)|\*+)""")
_UNFINISHED = re.compile(r"[\]_]")

_EMPHASIS = {"*": "em", "**": "strong"}
_SPACE = {"", " ", "\n"}
_STOPS = {*".,;:?"}


def blocks(text: str, allowed: Callable[[str], bool]) -> list[Token] | None:
    """Return the tokens of paragraphs; `allowed` says which addresses may become links."""
    if _is_odd(text):
        return None
    tokens: list[Token] = []
    line = 0
    for place, piece in enumerate(_GAP.split(text.rstrip("\n"))):
        end = line + piece.count("\n")
        if place % 2 == 0:
            children = _children(piece, allowed)
            if children is None:
                return None
            tokens += (
                Token("paragraph_open", "p", 1, map=[line, end + 1], block=True),
                Token("inline", "", 0, {}, [line, end + 1], 1, children, piece, block=True),
                Token("paragraph_close", "p", -1, block=True),
            )
        line = end
    return tokens


def words(text: str, allowed: Callable[[str], bool]) -> list[Token] | None:
    """Return the tokens of a run of words."""
    return None if _is_odd(text) else _children(text, allowed)


def _is_odd(text: str) -> bool:
    if not text or text[0] == "\n" or _ODD.search(text):
        return True
    return _ODD_LINE.search(f"\n{text}") is not None


def _children(text: str, allowed: Callable[[str], bool]) -> list[Token] | None:
    """Return the tokens of words between which there are no gaps."""
    tokens: list[Token] = []
    opening: Token | None = None
    end = 0
    for place, piece in enumerate(_MARK.split(text)):
        start, end = end, end + len(piece)
        level = 1 if opening else 0
        if place % 2 == 0:
            if _UNFINISHED.search(piece):
                return None
            if piece:
                tokens.append(Token("text", "", 0, level=level, content=piece))
            continue
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if piece == "\n":
            made: Token | None = Token("softbreak", "br", 0, level=level)
        elif opening is None:
            made = opening = _opening(piece, before, after)
        else:
            made = None if opening is tokens[-1] else _closing(opening, piece, before, after)
            if not allowed(str(opening.attrs.get("href", "#"))):
                return None
            opening = None
        if made is None:
            return None
        tokens.append(made)
    return None if opening else tokens


def _opening(mark: str, before: str, after: str) -> Token | None:
    """Return what a mark begins between two letters; None where that is not sure."""
    if mark == "[":
        return Token("link_open", "a", 1)
    tag = _EMPHASIS.get(mark)
    if tag and (before in _SPACE or before == "(") and after.isalnum():
        return Token(f"{tag}_open", tag, 1, markup=mark)
    return None


def _closing(opening: Token, mark: str, before: str, after: str) -> Token | None:
    """Return what ends with a mark between two letters; None where that is not sure."""
    if mark[0] == "]" and opening.tag == "a":
        opening.attrs["href"] = mark[2:-1]
        return Token("link_close", "a", -1)
    follows = before.isalnum() or (before in _STOPS and after in _SPACE)
    if mark == opening.markup and follows and (after in _SPACE or after in _STOPS or after == ")"):
        return Token(f"{opening.tag}_close", opening.tag, -1, markup=mark)
    return None
