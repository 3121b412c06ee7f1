"""Markdown as authors may write it: CommonMark, tables, footnotes, definition lists; no raw HTML.

The only home of markdown-it-py. `reading` looks into a text, `rendering` turns it into HTML.
"""

from argsite.markdown.parser import allowed
from argsite.markdown.reading import (
    Paragraph,
    fold,
    links,
    multiplies,
    paragraphs,
    passages,
    plain,
    title,
)
from argsite.markdown.rendering import Remark, Resolve, block, inline, words

__all__ = [
    "Paragraph",
    "Remark",
    "Resolve",
    "allowed",
    "block",
    "fold",
    "inline",
    "links",
    "multiplies",
    "paragraphs",
    "passages",
    "plain",
    "title",
    "words",
]
