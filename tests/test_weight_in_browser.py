"""How much a reader of the project's essays has to load, as a host with gzip sends it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.served import served

ESSAYS = ("library-of-tools/index.html", "rome-talks/index.html")

PAGE_AT_MOST = 150_000
"""Bytes of an essay's page with all that it loads at first."""

SCRIPTS_AT_MOST = 40_000
"""Bytes of all scripts of the site together, with what is loaded only once it is needed."""


@pytest.fixture(scope="module")
def host(own_site: Path) -> Iterator[str]:
    """Serve the site; return its address."""
    with served(own_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page with an empty cache."""
    with browser.new_context() as context:
        yield context.new_page()


def sent(data: bytes) -> int:
    """Return how many bytes a host with gzip sends."""
    return len(gzip.compress(data, compresslevel=6, mtime=0))


@pytest.mark.parametrize("essay", ESSAYS)
def test_an_essay_weighs_little(page: Page, own_site: Path, host: str, essay: str) -> None:
    asked: dict[str, str] = {}
    page.on("request", lambda request: asked.update({request.url: request.resource_type}))
    page.goto(f"{host}/{essay}", wait_until="networkidle")
    paths = {unquote(urlsplit(url).path).lstrip("/"): kind for url, kind in asked.items()}
    weights = {path: sent((own_site / path).read_bytes()) for path in paths}
    assert {essay, "assets/style.css", "assets/script.js"} <= weights.keys()
    assert sum(weights.values()) < PAGE_AT_MOST, weights
    # The first words wait for the page itself and this one file.
    assert [path for path, kind in paths.items() if kind == "stylesheet"] == ["assets/style.css"]


def test_all_scripts_together_weigh_little(own_site: Path) -> None:
    scripts = own_site.glob("assets/**/*.js")
    weights = {path.name: sent(path.read_bytes()) for path in scripts}
    assert {"script.js", "early.js", "panzoom.js"} <= weights.keys()
    assert sum(weights.values()) < SCRIPTS_AT_MOST, weights


def test_what_moves_diagrams_is_loaded_once_a_reader_moves_one(page: Page, host: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{host}/{ESSAYS[0]}", wait_until="networkidle")
    assert "/assets/script.js" in asked
    assert "/assets/panzoom.js" not in asked
    with page.expect_response("**/assets/panzoom.js"):
        page.get_by_role("button", name="Zoom in").first.click()
