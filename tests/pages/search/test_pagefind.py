"""Pagefind instead of the site's own index: what it makes, and what is said where it is missing."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from argsite.build import build
from argsite.errors import SetupError
from argsite.formats import ids
from tests.axe import axe_faults
from tests.built import files, make_site
from tests.sites import write

CONTENTS = {
    "content/site.yaml": "title: Essays\nsearch: pagefind\n",
    "content/park/essay.yaml": """\
title: Park
contention: {id: main, text: Wardens walk at night.}
""",
}


class Quiet(SimpleHTTPRequestHandler):
    """A host that keeps no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site that uses Pagefind, in a folder of its host."""
    return make_site(tmp_path_factory.mktemp("host"), CONTENTS)


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    """Serve the folder around the site; return the site's address."""
    handler = partial(Quiet, directory=str(site.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_its_files_are_the_sites_and_the_own_index_is_not_there(site: Path) -> None:
    names = files(site).keys()
    assert {"pagefind/pagefind.js", "pagefind/pagefind-ui.js"} <= names
    assert not [name for name in names if name.startswith("data/search/")]
    assert build(site.parent, site).written
    assert files(site).keys() == names


def test_a_second_build_gives_the_same_files(site: Path, tmp_path: Path) -> None:
    assert files(make_site(tmp_path, CONTENTS)) == files(site)


def test_only_the_page_for_searching_allows_what_pagefind_needs(site: Path) -> None:
    pages = {name: data.decode() for name, data in files(site).items() if name.endswith(".html")}
    assert {name for name, text in pages.items() if "'wasm-unsafe-eval'" in text} == {"search.html"}


def test_a_reader_finds_a_statement(browser: Browser, host: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        faults: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{host}/park/main.html")
        page.get_by_role("banner").get_by_role("link", name="Search").click()
        page.locator("#pagefind input").press_sequentially("warden")
        found = page.locator("#pagefind").get_by_role("link", name="Wardens walk at night.")
        found.first.click()
        expect(page).to_have_url(f"{host}/park/main.html")
        assert not faults
        assert all(url.startswith(f"{host}/") for url in asked)


def test_the_page_takes_over_what_its_address_asks_and_its_field_has_a_name(
    browser: Browser, host: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{host}/search.html?q=warden")
        expect(page.get_by_label("Search", exact=True).and_(page.locator("input"))).to_have_value(
            "warden"
        )
        expect(page.get_by_role("link", name="Wardens walk at night.").first).to_be_visible()
        assert axe_faults(page) == []


def test_excerpts_hold_words_of_the_author_not_of_the_page(browser: Browser, host: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{host}/search.html?q=warden")
        excerpt = page.locator(".pagefind-ui__result-excerpt").first
        expect(excerpt).to_contain_text("Wardens")
        assert "presumed" not in excerpt.inner_text()


def test_opened_from_a_folder_the_page_says_that_it_cannot_search(
    browser: Browser, site: Path
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{site.as_uri()}/search.html?q=warden")
        expect(page.get_by_text("Opened from a folder, this site cannot be")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Statements")).to_be_visible()
        assert not faults


def test_an_essay_may_not_take_the_folder_of_its_files() -> None:
    assert not ids.is_good("pagefind", ids.ESSAY_RESERVED)


def test_where_it_is_not_installed_a_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, CONTENTS)
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    with pytest.raises(SetupError, match=r"pip install 'argsite\[pagefind\]'"):
        build(tmp_path, tmp_path / "site")
