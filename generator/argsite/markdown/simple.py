"""Paragraphs that hold nothing but words, simple emphasis and simple links, set without the parser.

It takes fifty times as long for them. What is not surely one of these is left to it; the tests hold
both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import escapeHtml

_SIGN = r"[^\\`*_\[\]<>&!^\x00-\x1f\x7f-\xa0\s]"
_LETTER, _WORD = r"[^\W\d_]", r"[^\W_]"
_WORDS = rf"{_SIGN}(?:[ ]*{_SIGN})*+"
_MARKED = rf"{_WORD}(?:[ ]?{_WORD})*+"
_STRESSED = rf"[ ](?:\*\*{_MARKED}\*\*|\*{_MARKED}\*)(?=[ \n.,;:?]|\Z)"
_LINK = rf"[ ]\[{_WORDS}\]\((?!//)[A-Za-z0-9#/.-]+\)"
_LINE = rf"{_LETTER}(?:[ ]*{_SIGN}|{_STRESSED}|{_LINK})*+"

PARAGRAPHS = re.compile(rf"{_LINE}(?:\n+{_LINE})*+\n*")
"""Lines that begin with a letter; around what is marked stands a space, or a stop behind it."""

_BLANK_LINES = re.compile(r"\n\n+")
_MARK = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^]]+)\]\(([^)]+)\)")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9#/._-]*")


def paragraphs(text: str, resolve: Callable[[str], str | None]) -> str:
    """Return a text that matches `PARAGRAPHS` as HTML; `resolve` gives the addresses of links."""
    text = text.strip().replace('"', "&quot;")
    if "*" in text or "[" in text:
        text = _MARK.sub(lambda found: _marked(found, resolve), text)
    return "".join([f"<p>{each}</p>\n" for each in _BLANK_LINES.split(text)])


def _marked(found: re.Match[str], resolve: Callable[[str], str | None]) -> str:
    strong, stressed, words, written = found.groups()
    if strong:
        return f"<strong>{strong}</strong>"
    if stressed:
        return f"<em>{stressed}</em>"
    address = resolve(written)
    if address is None:
        return str(words)
    outside = ' rel="external"' if "://" in address else ""
    return f'<a href="{_encoded(address)}"{outside}>{words}</a>'


def _encoded(address: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    return escapeHtml(normalizeLink(address))
