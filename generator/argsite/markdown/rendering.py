"""Markdown to HTML: links resolved, headings fitted under the page's, quoted passages marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from argsite.markdown import notes
from argsite.markdown.headings import give_anchors
from argsite.markdown.parser import MARKUP, PARAGRAPHS, parse, parse_inline, render
from argsite.markdown.quoting import marked
from argsite.markdown.reading import fold, words_of
from argsite.source import BLANKS

Resolve = Callable[[str], str | None]
"""From an address as its author wrote it to the one on this page; None where it is no link."""

Remark = Callable[[str], str]
"""From an address as its author wrote it to a note on the link, as HTML; mostly empty."""


_NORMAL = re.compile(r"(?!//)[a-z0-9_./#-]+")
"""Addresses that are encoded as they are; nearly all within a site."""

_BLANK_LINES = re.compile(r"\n\n+")


def inline(text: str, resolve: Resolve) -> str:
    """Return a run of words as HTML."""
    if not MARKUP.search(text):
        return escape(text)
    return render(_linked(parse_inline(text.strip(BLANKS)), resolve))


def words(text: str) -> str:
    """Return a run of words as HTML without links, to stand inside a link."""
    if not MARKUP.search(text):
        return escape(text)
    return render(_linked(parse_inline(text.strip(BLANKS)), lambda _: None))


def block(  # noqa: PLR0913 - all but the first two have a name and a default
    text: str,
    resolve: Resolve,
    *,
    under: int = 1,
    prefix: str = "",
    quotes: Mapping[str, str] | None = None,
    remark: Remark | None = None,
    anchors: bool = False,
) -> str:
    """Return a text of blocks as HTML.

    `under` is the level of the heading that the text stands under: its own headings follow on
    from there without a gap. `prefix` goes into the ids of footnotes, of which a page may hold
    several sets. `quotes` maps an HTML id to words of the text: their first occurrence is marked
    and carries that id. `remark` says what is to be noted of a link, beside the text's footnotes.
    With `anchors` each heading has an id, as `headings` says it.
    """
    if not quotes and PARAGRAPHS.fullmatch(text):
        return "".join(f"<p>{_escaped(each)}</p>\n" for each in _BLANK_LINES.split(text.strip()))
    tokens = parse(text)
    if anchors:
        give_anchors(tokens)
    _fit_headings(tokens, under)
    body, footnotes = notes.split(tokens)
    _dress(body, resolve, dict(quotes or {}), remark)
    for note in footnotes.values():
        _dress(note, resolve, {}, None)
    return notes.Setting(footnotes, f"-{prefix}-" if prefix else "").html(body)


def _dress(
    tokens: list[Token], resolve: Resolve, missing: dict[str, str], remark: Remark | None
) -> None:
    """Resolve the links of blocks and mark the passages in `missing`, which are taken out of it."""
    for token in tokens:
        if token.type == "inline":
            children = _linked(token.children or [], resolve, remark)
            said = fold(words_of(children)) if missing else ""
            for anchor, quote in tuple(missing.items()):
                words = fold(quote)
                found = marked(children, words, anchor) if words in said else None
                if found is not None:
                    children = found
                    del missing[anchor]
            token.children = children
        elif token.type in {"th_open", "td_open"}:
            _align_by_class(token)
        elif token.type == "fence":
            _name_file(token)


def _escaped(text: str) -> str:
    """Return words without markup as markdown-it-py writes them."""
    return text.replace('"', "&quot;")


def _name_file(fence: Token) -> None:
    """Say by an attribute what follows the language of a block of code: the name of its file."""
    name = unescapeAll(fence.info).strip().partition(" ")[2].strip()
    if name:
        fence.attrs["data-file"] = name


def _align_by_class(cell: Token) -> None:
    """Say a table cell's alignment by a class: the pages' policy forbids style attributes."""
    style = cell.attrs.pop("style", "")
    if style:
        cell.attrs["class"] = str(style).removeprefix("text-align:")


def _fit_headings(tokens: list[Token], under: int) -> None:
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    fitted = {tag: f"h{min(under + 1 + rank, 6)}" for rank, tag in enumerate(used)}
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = fitted[token.tag]


def _linked(tokens: list[Token], resolve: Resolve, remark: Remark | None = None) -> list[Token]:
    """Resolve links; an image becomes a link, since a page asks nothing of other hosts.

    Links hold no links: the number of a footnote in a link or an image follows it.
    """
    linked: list[Token] = []
    inside: list[bool] = []
    waiting: list[Token] = []
    for token in tokens:
        if token.type == "image":
            content = Token("text", "", 0, content=words_of(token.children or []))
            address = None if any(inside) else resolve(str(token.attrs["src"]))
            if address is None:
                linked.append(content)
            else:
                opening = _opening(address, str(token.attrs.get("title", "")))
                linked += [opening, content, Token("link_close", "a", -1)]
            waiting += _footnotes(token)
        elif token.type == "link_open":
            written = str(token.attrs["href"])
            address = resolve(written)
            inside.append(address is not None)
            if address is not None:
                said = remark(written) if remark else ""
                waiting += [notes.remark(said)] if said else []
                linked.append(_opening(address, str(token.attrs.get("title", ""))))
        elif token.type == "link_close":
            if inside.pop():
                linked.append(token)
        elif token.type == "footnote_ref":
            waiting.append(token)
        else:
            linked.append(token)
        if waiting and not any(inside):
            linked += waiting
            waiting = []
    return linked


def _footnotes(image: Token) -> list[Token]:
    """Return the numbers of footnotes in an image's description."""
    found: list[Token] = []
    for token in image.children or []:
        found += [token] if token.type == "footnote_ref" else _footnotes(token)
    return found


def _opening(address: str, title: str = "") -> Token:
    is_normal = _NORMAL.fullmatch(address)
    attributes: dict[str, str | int | float] = {
        "href": address if is_normal else normalizeLink(address)
    }
    if title:
        attributes["title"] = title
    if "://" in address:
        attributes["rel"] = "external"
    return Token("link_open", "a", 1, attrs=attributes)
