"""A link in Markdown leads to a statement or a page of the site, or to another host.

`[words](#id)` and `[words](essay#id)` name a statement; a relative address such as `map.html` names
a page, seen from the folder of the text. On a plain page `#heading` names a heading of it.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from urllib.parse import unquote

from argsite import addresses, markdown
from argsite.analysis.standing import Standing
from argsite.check.texts import Places, Text, linking
from argsite.formats.naming import tag_names
from argsite.hosts import has_host
from argsite.load.link import Names, nearest
from argsite.model import Library, Search
from argsite.problems import Code, Problem, Report

_PICTURE = re.compile(r"\.(apng|avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)

Fault = tuple[str, str]
"""What is wrong, and a hint."""


class _Targets:
    """What a link may lead to."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.names = Names.of(library.essays)
        self.plain = {addresses.plain(page.slug): page.body.text for page in library.pages}

    @cached_property
    def pages(self) -> frozenset[str]:
        """The path of each page; most sites have links to statements only, and ask for none."""
        return pages(self._library)


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Report each link that leads nowhere."""
    targets = _Targets(library)
    for text in linking(library):
        found = library.links.get(text.passage.text)
        if not found:
            continue
        if text.essay and all(targets.names.has(address, text.essay) for address in found):
            continue
        places = Places(library, text)
        for address in found:
            fault = _fault(address, text, targets)
            if fault:
                report(Problem(Code.BROKEN_LINK, places.next(address), *fault))


def _fault(address: str, text: Text, targets: _Targets) -> Fault | None:
    if not address:
        return "the link has no address", "write [words](#id) or [words](https://…)"
    found = addresses.destination(address, text.folder)
    if found.is_outside:
        return _outside_fault(address)
    if address.startswith("#") and not text.essay:
        return _heading_fault(found.fragment, text.passage.text)
    if found.statement:
        slug, _, name = found.statement.partition("/")
        return targets.names.fault(slug, name, "#", is_here=address.startswith("#"))
    path = unquote(address.partition("#")[0].partition("?")[0])
    page_fault = _page_fault(path, found.page, text.folder, targets)
    if page_fault is None and found.fragment and found.page in targets.plain:
        return _heading_fault(found.fragment, targets.plain[found.page or ""], path)
    return page_fault


def _heading_fault(anchor: str, text: str, page: str = "") -> Fault | None:
    """Return what is wrong with the name of a heading in a plain page: in `page`, or in its own."""
    known = dict.fromkeys(each.anchor for each in markdown.headings(text))
    if anchor in known:
        return None
    near = nearest(anchor, known)
    if page:
        return f"'{page}' has no heading at '#{anchor[:60]}'", near or "leave out what follows '#'"
    message = f"no heading of this page is at '#{anchor[:60]}', and it has no statements"
    return message, near or f"a statement is linked with its essay: 'essay#{anchor[:60]}'"


def _outside_fault(address: str) -> Fault | None:
    """Return what is wrong with an address that browsers could not follow."""
    if not re.match("https?:", address, re.IGNORECASE) or has_host(address):
        return None
    hint = "look at its host and port: https://example.org/page, https://example.org:8080/page"
    return f"'{address[:80]}' is no address that a browser can follow", hint


def _page_fault(path: str, target: str | None, folder: str, targets: _Targets) -> Fault | None:
    if target is None:
        return _astray_fault(path)
    if target in targets.plain or target in targets.pages:
        return None
    message = f"there is no page '{path[:80]}'"
    if _PICTURE.search(path):
        return message, "pictures are not published with the site; link one on the web"
    index = f"{target}/index.html".removeprefix("/")
    if index in targets.pages:
        return message, f"write '{posixpath.relpath(index, folder or '.')}'"
    near = nearest(target, targets.pages)
    if not near:
        return message, "a statement is linked as '#id', one of another essay as 'essay#id'"
    page = near.split("'")[1]
    return message, f"did you mean '{posixpath.relpath(page, folder or '.')}'?"


def _astray_fault(path: str) -> Fault:
    """Return what is wrong with a relative address that means no place in the site."""
    if path.startswith("/"):
        hint = f"write it as seen from here, such as '../{path.lstrip('/')}'"
        return "an address that begins with '/' works on some hosts only", hint
    return f"'{path[:80]}' leads out of the site", "only pages of this site can be reached so"


def pages(library: Library) -> frozenset[str]:
    """Return the path of each page of the site that a link may lead to."""
    found = {addresses.INDEX, addresses.NOT_FOUND, addresses.HOW_TO_READ}
    if library.has_feed:
        found.add(addresses.FEED)
    found.update(addresses.plain(page.slug) for page in library.pages)
    found.update(addresses.listing(each) for each in library.lists)
    if library.site.search is not Search.NONE:
        found.add(addresses.SEARCH)
    tags = (tag for each in library.graph.statements.values() for tag in each.tags)
    found.update(addresses.tag(name) for name in tag_names(tags).values())
    for essay in library.essays:
        found.update(of_essay(essay.slug) for of_essay in addresses.OF_ESSAY)
        if library.has_cards:
            found.add(addresses.essay_card(essay.slug))
        for statement in essay.statements:
            names = (statement.id, *(alias.text for alias in statement.aliases))
            found.update(addresses.statement(f"{essay.slug}/{name}") for name in names)
    return frozenset(found)
