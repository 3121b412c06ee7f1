"""How markdown-it-py is set up, and which addresses may become links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from argsite.markdown import quick

MARKUP = re.compile(r"[\\`*_\[\]<>&!^\n]")
"""Characters that can mean something in inline Markdown. Text without them is just text."""

_LETTER, _PLAIN = r"[^\W\d_]", r"[^\\`*_\[\]<>&!^\x00-\x1f\x7f-\xa0\s]"
_LINE = rf"{_LETTER}(?:[ ]*{_PLAIN})*"
PARAGRAPHS = re.compile(rf"{_LINE}(?:\n+{_LINE})*\n*")
"""Lines that begin with a letter and hold nothing that means something: paragraphs of just text."""

_SHORT = 20_000
"""Characters of a text whose tokens may be kept for a while; they take much more room."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Schemes of the addresses that may become links."""

_SCHEME = re.compile(r"([^/?#:]*):")
"""What stands before a colon where a scheme may stand; no address within a site has one there."""

_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2060-\u2064\ufeff\s]+")
"""White space of any writing, what has no width, and controls."""


def allowed(href: str) -> bool:
    r"""Say whether an address may become a link: http, https, mailto, tel, or within the site.

    Browsers drop white space in an address and read `\\` as `/`, and what writes a link drops white
    space of any writing around its address; all of it is undone before the test.
    """
    address = _BLANK.sub("", href).replace("\\", "/")
    scheme = _SCHEME.match(address)
    if scheme:
        return scheme[1].lower() in SCHEMES
    return not address.startswith("//")


def parse(text: str) -> list[Token]:
    """Return the tokens of a text of blocks."""
    tokens = quick.blocks(text, allowed)
    return _blocks().parse(text, {}) if tokens is None else tokens


def parsed(text: str) -> Sequence[Token]:
    """Return the tokens of a text of blocks for reading only: several ask for the same ones."""
    return _parsed(text) if len(text) <= _SHORT else parse(text)


@lru_cache(maxsize=128)
def _parsed(text: str) -> Sequence[Token]:
    return tuple(parse(text))


def parse_inline(text: str) -> list[Token]:
    """Return the tokens of a text that is one run of words."""
    tokens = quick.words(text, allowed)
    return _words().parseInline(text, {})[0].children or [] if tokens is None else tokens


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is markdown-it-py's
        return allowed(url)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is markdown-it-py's
        # Addresses stay as written, so that an error can point at them; rendering encodes them.
        return url


def _parser() -> MarkdownIt:
    return _Markdown("commonmark", {"html": False, "xhtmlOut": False})


@cache
def _blocks() -> MarkdownIt:
    return _parser().enable("table").use(footnote_plugin).use(deflist_plugin)


@cache
def _words() -> MarkdownIt:
    return _parser()


def render(tokens: Sequence[Token]) -> str:
    """Return tokens, of blocks or of words, as HTML."""
    markdown = _blocks()
    renderer = cast("RendererHTML", markdown.renderer)
    if not tokens or not tokens[0].block:
        return renderer.renderInline(tokens, markdown.options, {})
    html = str(renderer.render(tokens, markdown.options, {}))
    # Wide tables and long lines of code scroll by themselves, by keyboard too; the page does not.
    html = html.replace("<pre>", '<pre tabindex="0">')
    html = html.replace("<table>", f"{_SCROLLING}<table>")
    return html.replace("</table>", "</table></div>")


_SCROLLING = '<div class="table" role="region" aria-label="Table" tabindex="0">'
