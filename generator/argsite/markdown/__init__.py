"""Markdown as authors may write it: CommonMark, tables, footnotes, definition lists; no raw HTML.

The only home of markdown-it-py. `reading` looks into a text, `rendering` turns it into HTML.
"""

from argsite.markdown.parser import allowed
from argsite.markdown.reading import fold, linked_words, links, multiplies, passages, plain, title
from argsite.markdown.rendering import Remark, Resolve, block, inline, words

__all__ = [
    "Remark",
    "Resolve",
    "allowed",
    "block",
    "fold",
    "inline",
    "linked_words",
    "links",
    "multiplies",
    "passages",
    "plain",
    "title",
    "words",
]
