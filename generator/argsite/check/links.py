"""A link in Markdown leads to a statement or a page of the site, or to another host.

`[words](#id)` and `[words](essay#id)` name a statement; a relative address such as `map.html` names
a page, seen from the essay's folder, or from the top for a plain page.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from urllib.parse import unquote

from argsite import addresses, markdown
from argsite.analysis.standing import Standing
from argsite.check.texts import place, texts
from argsite.load.link import Names, nearest
from argsite.model import Library
from argsite.problems import Code, Problem, Report

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PICTURE = re.compile(r"\.(apng|avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)

Fault = tuple[str, str]
"""What is wrong, and a hint."""


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Report each link that leads nowhere."""
    names = Names.of(library.essays)
    pages = _addresses(library)
    for text in texts(library):
        seen: Counter[str] = Counter()
        for address in markdown.links(text.passage.text):
            fault = _fault(address, text.essay, names, pages)
            if fault:
                at = place(library, text, address, seen[address])
                report(Problem(Code.BROKEN_LINK, at, *fault))
            seen[address] += 1


def _fault(address: str, essay: str, names: Names, pages: frozenset[str]) -> Fault | None:
    if not address:
        return "the link has no address", "write [words](#id) or [words](https://…)"
    if _SCHEME.match(address):
        return None
    path, mark, fragment = address.partition("#")
    path, name = unquote(path.partition("?")[0]), unquote(fragment)
    if path.startswith("/"):
        hint = f"write it as seen from here, such as '../{path.lstrip('/')}'"
        return "an address that begins with '/' works on some hosts only", hint
    if mark and not path and not essay:
        return "a plain page has no statements", f"write the essay before it: 'essay#{name}'"
    if mark and "/" not in path and not path.endswith(".html"):
        return names.fault(path or essay, name, "#", is_here=not path)
    return _page_fault(path, essay, pages)


def _page_fault(path: str, essay: str, pages: frozenset[str]) -> Fault | None:
    target = posixpath.normpath(posixpath.join(essay, path))
    if target in pages or target.startswith("tags/"):
        return None
    if target.startswith(".."):
        return f"'{path[:80]}' leads out of the site", "only pages of this site can be reached so"
    message = f"there is no page '{path[:80]}'"
    if _PICTURE.search(path):
        return message, "pictures are not published with the site; link one on the web"
    if f"{target}/index.html" in pages:
        return message, f"write '{path.rstrip('/')}/index.html'"
    near = nearest(target, pages)
    if not near:
        return message, "a statement is linked as '#id', one of another essay as 'essay#id'"
    page = near.split("'")[1]
    return message, f"did you mean '{posixpath.relpath(page, essay or '.')}'?"


def _addresses(library: Library) -> frozenset[str]:
    """Return the address of each page of the site, from its top."""
    found = {addresses.INDEX, addresses.NOT_FOUND, addresses.HOW_TO_READ}
    if library.has_feed:
        found.add(addresses.FEED)
    found.update(addresses.plain(page.slug) for page in library.pages)
    found.update(addresses.listing(each) for each in library.lists)
    for essay in library.essays:
        found.update(of_essay(essay.slug) for of_essay in addresses.OF_ESSAY)
        for statement in essay.statements:
            names = (statement.id, *(alias.text for alias in statement.aliases))
            found.update(addresses.statement(f"{essay.slug}/{name}") for name in names)
    return frozenset(found)
