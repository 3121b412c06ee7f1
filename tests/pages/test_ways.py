"""Among the pages of a folder readers go up to its index, and back and forth in its order."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite import addresses
from argsite.pages.desk import Desk
from argsite.pages.links import TextLink
from argsite.pages.ways import find_rows, is_way_in, way_of
from tests.built import make_edition
from tests.sites import SMALL_ESSAY

PAGES = {
    "about": "# About",
    "guide/index": "# Guide\n[2](two.html) [1](one.html) [2](two.html) [c](checks/index.html)",
    "guide/one": "# One & only",
    "guide/two": "# Two",
    "guide/alone": "# Not in the index",
    "guide/checks/index": "# Checks\n\n[a](a.html) [up](../one.html)",
    "guide/checks/a": "# A",
    "loose/x": "# In a folder without an index",
}


@pytest.mark.parametrize(
    ("slug", "up", "previous", "following"),
    [
        ("about", [], "", ""),
        ("guide/index", [], "", "two.html"),
        ("guide/two", ["index.html"], "index.html", "one.html"),
        ("guide/one", ["index.html"], "two.html", "checks/index.html"),
        ("guide/alone", ["index.html"], "", ""),
        ("guide/checks/index", ["../index.html"], "../one.html", ""),
        ("guide/checks/a", ["../index.html", "index.html"], "index.html", ""),
        ("loose/x", [], "", ""),
    ],
)
def test_the_index_gives_the_order(
    tmp_path: Path, slug: str, up: list[str], previous: str, following: str
) -> None:
    files = {f"content/{name}.md": text for name, text in PAGES.items()}
    edition = make_edition(tmp_path, files | {"content/small/essay.yaml": SMALL_ESSAY})
    pages = {page.slug: page for page in edition.library.pages}
    assert pages.keys() == PAGES.keys()
    desk = Desk(edition, addresses.plain(slug))
    way = way_of(desk, pages[slug], find_rows(pages.values()))
    assert [link.href for link in way.up] == up
    assert [_href(way.previous), _href(way.next)] == [previous, following]


def test_titles_are_told_as_html(tmp_path: Path) -> None:
    files = {f"content/{name}.md": text for name, text in PAGES.items()}
    edition = make_edition(tmp_path, files | {"content/small/essay.yaml": SMALL_ESSAY})
    pages = {page.slug: page for page in edition.library.pages}
    desk = Desk(edition, addresses.plain("guide/two"))
    way = way_of(desk, pages["guide/two"], find_rows(pages.values()))
    assert way.next == TextLink("one.html", "One &amp; only")


def test_the_navigation_names_pages_at_the_top_and_ways_into_folders(tmp_path: Path) -> None:
    files = {f"content/{name}.md": text for name, text in PAGES.items()}
    edition = make_edition(tmp_path, files | {"content/small/essay.yaml": SMALL_ESSAY})
    named = {each.slug for each in edition.library.pages if is_way_in(each, frozenset(PAGES))}
    assert named == {"about", "guide/index", "loose/x"}


def _href(link: TextLink | None) -> str:
    return link.href if link else ""
