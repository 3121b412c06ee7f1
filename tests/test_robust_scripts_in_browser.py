"""What goes wrong in one place of a page does not stop the scripts in the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built import make_site

ESSAY = """\
title: The park
prose: |
  The park should [stay open](#open), says [a study](https://example.org/study).
contention:
  id: open
  text: The park should stay open.
points:
  - number: 1
    title: Children
    prose: Children [play there](#play).
    claim:
      id: play
      text: Children play there.
"""

NONE = ["https://example.org:8o80/x", "http://[bad", "https://", "50%.html", "https://a%zz/"]
"""Addresses of which a browser can make nothing, or no text."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Build a site of one essay."""
    return make_site(tmp_path, {"content/park/essay.yaml": ESSAY})


@pytest.fixture
def page(browser: Browser) -> Page:
    """Open a page; the test says what it may complain of."""
    return browser.new_page()


@pytest.mark.parametrize("address", NONE)
def test_an_address_that_is_none_stops_nothing(page: Page, site: Path, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    path = site / "park/index.html"
    html = path.read_text(encoding="utf-8")
    assert "https://example.org/study" in html
    path.write_text(html.replace("https://example.org/study", address), encoding="utf-8")
    page.goto(path.as_uri())
    page.get_by_role("link", name="a study").hover()
    page.get_by_role("link", name="a study").dispatch_event("pointerdown")
    link = page.locator(".prose").get_by_role("link", name="stay open")
    link.hover()
    expect(page.locator("[role=tooltip]:popover-open")).to_contain_text("should stay open")
    expect(page.locator("#contention a.node.marked")).to_have_count(1)
    page.get_by_role("banner").get_by_role("button", name="What if").click()
    expect(page.get_by_role("button", name="Reject “Children play there.”").first).to_be_visible()
    expect(page.get_by_role("group", name="Colours")).to_be_visible()
    assert not faults


def test_a_page_at_an_address_that_is_no_text_has_previews(page: Page, site: Path) -> None:
    page.route(
        "**/50%.html", lambda route: route.fulfill(path=site / "park/index.html", status=404)
    )
    page.route(
        "http://park.example/**",
        lambda route: (
            route.fallback()
            if "50%" in route.request.url
            else route.fulfill(path=site / route.request.url.removeprefix("http://park.example/"))
        ),
    )
    page.goto("http://park.example/park/50%.html")
    page.locator(".prose").get_by_role("link", name="stay open").hover()
    expect(page.locator("[role=tooltip]:popover-open")).to_contain_text("should stay open")


def test_a_part_that_fails_leaves_the_others_alone(page: Page, site: Path) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # "What if" needs this.
    page.add_init_script("delete globalThis.IntersectionObserver")
    page.goto(f"{site.as_uri()}/park/index.html")
    page.locator(".prose").get_by_role("link", name="stay open").hover()
    expect(page.locator("[role=tooltip]:popover-open")).to_contain_text("should stay open")
    expect(page.locator("#contention a.node.marked")).to_have_count(1)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert len(faults) == 1, faults
    assert "IntersectionObserver" in faults[0]
