"""Markdown as authors may write it: CommonMark, tables, footnotes, definition lists; no raw HTML.

The only home of markdown-it-py. `reading` looks into a text, `rendering` turns it into HTML.
"""

from argsite.markdown.headings import Heading, headings
from argsite.markdown.parser import allowed
from argsite.markdown.reading import fold, links, multiplies, passages, plain, title
from argsite.markdown.rendering import Remark, Resolve, block, inline, words
from argsite.markdown.running import Paragraph, Run, linked_words, paragraphs, runs

__all__ = [
    "Heading",
    "Paragraph",
    "Remark",
    "Resolve",
    "Run",
    "allowed",
    "block",
    "fold",
    "headings",
    "inline",
    "linked_words",
    "links",
    "multiplies",
    "paragraphs",
    "passages",
    "plain",
    "runs",
    "title",
    "words",
]
