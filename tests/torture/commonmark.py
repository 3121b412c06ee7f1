"""What CommonMark's HTML becomes by Argsite's design, and two pieces of HTML held side by side."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

import html5lib

from tests import dom

_BLOCKS = {
    *("div", "blockquote", "ul", "ol", "li", "p", "hr", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("section", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "pre"),
}
"""Elements beside which white space says nothing; within `pre` it does."""


def as_designed(html: str, under: int, used: Counter[str]) -> Element:
    """Return CommonMark's HTML with what Argsite does otherwise; count each such thing in `used`.

    `under` is the level of the heading that the text stands under.
    """
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = Element("div")
    root.extend(parser.parseFragment(html))
    levels = sorted({each.tag for each in dom.elements(root) if re.fullmatch("h[1-6]", each.tag)})
    fitted = {tag: f"h{min(under + 1 + rank, 6)}" for rank, tag in enumerate(levels)}
    for each in dom.elements(root):
        if fitted.get(each.tag, each.tag) != each.tag:
            used["a heading follows the one above the text without a gap"] += 1
            each.tag = fitted[each.tag]
        elif each.tag == "pre":
            used["a block of code scrolls by keyboard"] += 1
            each.set("tabindex", "0")
        elif each.tag == "img":
            used["an image is a link: a page asks nothing of other hosts"] += 1
            each.tag, each.text = "a", each.attrib.pop("alt", "")
            each.set("href", each.attrib.pop("src"))
        if each.tag == "a" and "://" in each.get("href", ""):
            used["a link to another host says so"] += 1
            each.set("rel", "external")
    return root


def shape(root: Element, *, ways: bool = True) -> list[tuple[str, ...]]:
    """Return what an element holds, white space as HTML folds it; `ways` with where links lead.

    What is behind the language of a block of code is left out: CommonMark says nothing of it.
    """
    found: list[tuple[str, ...]] = []
    whole = Element("div")
    whole.text = root.text
    whole.extend(root)
    _open(whole, found, ways=ways, is_kept=False)
    return found[1:-1]


def _open(each: Element, found: list[tuple[str, ...]], *, ways: bool, is_kept: bool) -> None:
    name, is_kept = dom.name(each), is_kept or each.tag == "pre"
    left_out = {"data-file", *(() if ways else ("href", "rel"))}
    facts = sorted(f"{key}={value}" for key, value in each.attrib.items() if key not in left_out)
    _mark(("open", name, *facts), name, found)
    _text(each.text, found, is_kept=is_kept)
    for child in each:
        _open(child, found, ways=ways, is_kept=is_kept)
        _text(child.tail, found, is_kept=is_kept)
    _mark(("close", name), name, found)


def _mark(mark: tuple[str, ...], name: str, found: list[tuple[str, ...]]) -> None:
    is_kept = mark == ("close", "pre")
    if name in _BLOCKS and not is_kept and found and found[-1][0] == "text":
        text = found.pop()[1].rstrip()
        found += [("text", text)] if text else []
    found.append(mark)


def _text(text: str | None, found: list[tuple[str, ...]], *, is_kept: bool) -> None:
    if text and not is_kept:
        text = re.sub(r"[ \t\n\f\r]+", " ", text)
        if found[-1][1] in _BLOCKS:
            text = text.lstrip(" ")
    if text:
        found.append(("text", text))
