"""HTML as a browser reads it, strictly: where the markup has any mistake, parsing raises."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from argsite.source import in_one_line

SVG = "{http://www.w3.org/2000/svg}"
"""How the names of the elements of a diagram begin."""


def parse(html: str | bytes) -> Element:
    """Return the root of a whole page."""
    text = html.decode() if isinstance(html, bytes) else html
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert isinstance(root, Element)
    return root


def fragment(html: str) -> Element:
    """Return an element that holds what a piece of a page's body makes."""
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    assert isinstance(root, Element)
    return root


def words(element: Element) -> str:
    """Return the text of an element with white space folded, styles and scripts left out."""
    return " ".join("".join(element.itertext()).split())


def shown(element: Element) -> str:
    """Return the text of an element with white space folded as HTML does, and no other."""
    return in_one_line("".join(element.itertext()))


def name(element: Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def elements(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names, of any namespace; all elements where none is given."""
    for each in root.iter():
        if isinstance(each.tag, str) and (not names or name(each) in names):
            yield each


def classes(element: Element) -> set[str]:
    """Return the classes of an element."""
    return set(element.get("class", "").split())


def of_class(root: Element, wanted: str) -> list[Element]:
    """Return the elements that carry a class."""
    return [each for each in elements(root) if wanted in classes(each)]


def title(root: Element) -> str:
    """Return the title of a page."""
    return shown(next(elements(root, "title")))
