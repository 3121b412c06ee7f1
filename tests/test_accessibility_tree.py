"""What a screen reader is told of each kind of page, beside what it should be told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built import build_site

GOLDENS = Path(__file__).parent / "accessibility"
CONTENT = Path(__file__).parent / "sites" / "features" / "content"

PAGES = {
    "index": "index.html",
    "essay": "park/index.html",
    "statement": "park/lit.html",
    "map": "park/map.html",
    "outline": "park/outline.html",
    "statements": "statements.html",
    "open": "open.html",
    "sources": "sources.html",
    "tags": "tags/index.html",
    "tag": "tags/night.html",
    "search": "search.html",
    "how-to-read": "how-to-read.html",
    "plain": "about.html",
    "not-found": "404.html",
}
"""A page of each kind of the site in tests/sites/features."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site that uses each feature of the format."""
    root = tmp_path_factory.mktemp("features")
    shutil.copytree(CONTENT, root / "content")
    return build_site(root)


@pytest.mark.parametrize("kind", PAGES)
def test_a_screen_reader_is_told_what_the_page_shows(
    kind: str, site: Path, browser: Browser, golden_file: Callable[[Path, bytes], None]
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        # What scripts add is part of the page: they are done when nothing more is loaded.
        page.goto((site / PAGES[kind]).as_uri(), wait_until="networkidle")
        tree = page.locator("body").aria_snapshot()
    assert site.as_uri() not in tree, "an address in full would name the folder of the test"
    golden_file(GOLDENS / f"{kind}.yaml", f"{tree}\n".encode())


def test_without_scripts_a_page_has_the_same_headings(site: Path, browser: Browser) -> None:
    """What scripts add never takes the place of what was there."""
    headings: dict[str, list[list[str]]] = {}
    for scripts in (True, False):
        with browser.new_context(java_script_enabled=scripts) as context:
            page = context.new_page()
            for kind in ("essay", "statement", "statements", "open", "sources"):
                page.goto((site / PAGES[kind]).as_uri(), wait_until="networkidle")
                found = page.locator("main :is(h1, h2, h3):visible").all_inner_texts()
                headings.setdefault(kind, []).append(found)
    for kind, (with_scripts, without) in headings.items():
        assert not set(without) - set(with_scripts), kind
