"""Plain pages: the author's own Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from argsite import addresses, markdown
from argsite.model import PlainPage
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import TextLink
from argsite.pages.press import Page, Press
from argsite.pages.ways import Rows, find_rows, way_of

_SECTION = 2
"""The level of the headings that are listed beside a page."""

_MANY = 4
"""So many of them make a page long."""


def plain_pages(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield the job for every plain page."""
    rows = find_rows(edition.library.pages)
    for page in edition.library.pages:
        make = partial(_plain_page, press, edition, page, rows)
        # Its way is along other plain pages, whose titles are in the frame of each page.
        around = [each.slug for row in rows.values() if page in row for each in row]
        yield single(addresses.plain(page.slug), make, basis=f"{page.body.text} {around}")


def _plain_page(press: Press, edition: Edition, page: PlainPage, rows: Rows) -> Page:
    desk = Desk(edition, addresses.plain(page.slug))
    has_heading = bool(markdown.title(page.body.text))
    under = 0 if has_heading else 1
    return press.print(
        desk.path,
        "page.html",
        frame(desk, page.title),
        heading="" if has_heading else page.title,
        body=desk.block(page.body.text, page.folder, under=under, anchors=True),
        sections=_sections(page.body.text),
        way=way_of(desk, page, rows),
    )


def _sections(text: str) -> list[TextLink]:
    """Return a long text's headings of the second level, to be listed beside it."""
    found = [each for each in markdown.headings(text) if each.level == _SECTION]
    links = [TextLink(f"#{each.anchor}", escape(each.words, quote=False)) for each in found]
    return links if len(links) >= _MANY else []
