"""Writing with a preview beside it: what is saved shows, and so does what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.axe import axe_faults
from tests.previewed import Previewed, previewed
from tests.sites import write

PROSE = "\n\n".join(f"  Paragraph {number} of a long point." for number in range(60))

ESSAY = f"""\
title: The park
contention:
  id: open
  text: Keep it open.
  premises: [{{id: lit, text: The paths are lit.}}]
points:
  - number: 1
    title: Lights
    prose: |
{PROSE.replace("  Par", "      Par")}
    claim: {{id: claim, text: A claim., premises: [{{id: deep, text: Deep.}}]}}
"""

MISTAKE = ESSAY.replace("title: The park", "titel: The park")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a site with a long page; return its folder."""
    write(tmp_path / "site", {"content/park/essay.yaml": ESSAY})
    return tmp_path / "site"


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Iterator[Previewed]:
    """Show it."""
    with previewed(root, tmp_path / "log") as shown:
        yield shown


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab; nothing may go wrong in it."""
    faults: list[str] = []
    with browser.new_context() as context:
        context.on("console", lambda message: faults.append(message.text))
        context.on("weberror", lambda error: faults.append(str(error.error)))
        yield context.new_page()
    # The browser tells of pages with another status than 200 as of errors, which they are.
    expected = (
        "status of 404",
        "status of 503",
        "ERR_CONNECTION_REFUSED",
        "ERR_INCOMPLETE_CHUNKED",
    )
    assert [each for each in faults if not any(known in each for known in expected)] == []


def save(root: Path, text: str, name: str = "content/park/essay.yaml") -> None:
    """Save a file as an editor does: beside its place, then moved there."""
    beside = root / f"{name}~"
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.write_text(text, encoding="utf-8")
    beside.replace(root / name)


def test_a_saved_change_shows_at_the_same_place(preview: Previewed, page: Page, root: Path) -> None:
    page.goto(f"{preview.address}/park/#point-1")
    page.get_by_text("Paragraph 40").scroll_into_view_if_needed()
    page.locator("details").first.evaluate("part => { part.open = !part.open; }")
    opened = page.locator("details").evaluate_all("parts => parts.map((part) => part.open)")
    page.evaluate("() => scrollBy(0, 137)")
    top = page.evaluate("() => scrollY")
    assert top > 137
    save(root, ESSAY.replace("Paragraph 41", "Passage 41"))
    expect(page.get_by_text("Passage 41")).to_be_in_viewport()
    page.wait_for_function("top => Math.abs(scrollY - top) < 3", arg=top)
    assert page.url.endswith("/park/#point-1")
    after = page.locator("details").evaluate_all("parts => parts.map((part) => part.open)")
    assert after == opened


def test_what_comes_in_above_leaves_the_place(preview: Previewed, page: Page, root: Path) -> None:
    page.goto(f"{preview.address}/park/index.html")
    heading = page.locator("main h2[id]").last
    heading.scroll_into_view_if_needed()
    key = heading.get_attribute("id")
    place = page.locator(f"[id='{key}']").bounding_box()
    assert place
    more = "\n\n".join(f"      Insertion {number}." for number in range(9))
    save(root, ESSAY.replace("      Paragraph 3 ", f"{more}\n\n      Paragraph 3 "))
    expect(page.get_by_text("Insertion 8.")).to_be_attached()
    page.wait_for_load_state()
    page.wait_for_function(
        "([key, top]) =>"
        " Math.abs(document.getElementById(key).getBoundingClientRect().top - top) < 3",
        arg=[key, place["y"]],
    )


def test_a_mistake_shows_over_the_page_until_it_is_mended(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/park/")
    save(root, MISTAKE)
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_be_visible()
    expect(overlay).to_contain_text("1 error: the last change is not shown")
    expect(overlay).to_contain_text("content/park/essay.yaml:1:1: error: unknown key 'titel'")
    expect(overlay.locator("pre")).to_have_text(
        "    1 | titel: The park\n      | ^^^^^ did you mean 'title'?"
    )
    assert page.title().startswith("The park")
    # Another page of the site as it was, with the same overlay.
    page.goto(f"{preview.address}/park/lit.html")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    expect(page.locator("main")).to_contain_text("The paths are lit.")
    save(root, ESSAY)
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    save(root, ESSAY.replace("are lit", "are well lit"))
    expect(page.locator("main")).to_contain_text("The paths are well lit.")


def test_the_overlay_takes_no_focus_and_closes_with_escape(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/search.html")
    field = page.get_by_role("searchbox")
    field.fill("lig")
    save(root, MISTAKE)
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_be_visible()
    page.keyboard.type("hts")
    expect(field).to_have_value("lights")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    page.get_by_role("button", name="1 error").click()
    expect(overlay).to_be_visible()
    overlay.get_by_role("button", name="Hide").click()
    expect(overlay).to_be_hidden()
    # A new mistake shows again.
    save(root, MISTAKE.replace("text: Keep", "txt: Keep"))
    expect(overlay).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_overlay_can_be_read_by_everybody(
    preview: Previewed, browser: Browser, root: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    size: ViewportSize = {"width": width, "height": 720}
    with browser.new_context(color_scheme=scheme, viewport=size) as context:
        page = context.new_page()
        page.goto(f"{preview.address}/park/")
        save(root, MISTAKE + f"subtitel: {'A long line of an author. ' * 20}\n")
        expect(page.get_by_role("alertdialog")).to_be_visible()
        assert axe_faults(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_what_an_author_wrote_is_text_in_the_overlay(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/park/")
    save(root, "<img src=x onerror=alert(1)>: 1\n" + ESSAY)
    overlay = page.get_by_role("alertdialog")
    expect(overlay.locator("pre")).to_contain_text("<img src=x onerror=alert(1)>")
    assert overlay.locator("img").count() == 0


def test_several_tabs_follow(preview: Previewed, page: Page, root: Path) -> None:
    tabs = [page, *(page.context.new_page() for _ in range(3))]
    for tab, path in zip(tabs, ("", "park/", "park/lit.html", "park/map.html"), strict=True):
        tab.goto(f"{preview.address}/{path}")
    save(root, ESSAY.replace("title: The park", "title: The garden"))
    for tab in tabs:
        expect(tab.locator("body")).to_contain_text("The garden")


def test_a_site_that_cannot_be_built_at_first_appears_when_it_is_mended(
    tmp_path: Path, page: Page
) -> None:
    root = tmp_path / "site"
    write(root, {"content/park/essay.yaml": MISTAKE})
    with previewed(root, tmp_path / "log") as preview:
        page.goto(f"{preview.address}/park/")
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no site to show yet")
        expect(page.get_by_role("alertdialog")).to_contain_text("unknown key 'titel'")
        save(root, ESSAY)
        expect(page.get_by_role("heading", level=1)).to_have_text("The park")


def test_a_template_with_a_mistake_leaves_the_page_as_it_was(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/park/lit.html")
    template = "themes/paper/templates/statement.html"
    save(root, "{{ 1 / 0 }}\n", template)
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_contain_text("templates/statement.html, line 1: ZeroDivisionError")
    expect(page.locator("main")).to_contain_text("The paths are lit.")
    page.reload()
    expect(page.locator("main")).to_contain_text("The paths are lit.")
    save(root, '{% extends "paper/statement.html" %}{% block kind %}mine{% endblock %}\n', template)
    expect(page.locator("main.mine")).to_be_attached()
    expect(overlay).to_be_hidden()


def test_styles_of_the_sites_own_theme_are_followed(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/park/")
    save(root, "main { outline: 7px solid red; }\n", "themes/paper/styles/zz.css")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('main')).outlineWidth === '7px'"
    )


def test_a_page_follows_a_preview_that_was_started_again(
    root: Path, tmp_path: Path, page: Page
) -> None:
    with previewed(root, tmp_path / "log") as first:
        page.goto(f"{first.address}/park/")
        page.evaluate("() => { document.body.dataset.same = 'yes'; }")
        port = first.port
    with previewed(root, tmp_path / "log2", "--port", str(port)) as second:
        assert second.port == port
        page.wait_for_timeout(1500)
        assert page.evaluate("() => document.body.dataset.same") == "yes"
        save(root, ESSAY.replace("title: The park", "title: The garden"))
        expect(page.get_by_role("heading", level=1)).to_have_text("The garden")


def test_the_page_for_an_unknown_address_becomes_the_page_that_is_written(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/park/none/deep.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    page.goto(f"{preview.address}/later.html")
    save(root, "# Later\n", "content/later.md")
    expect(page.get_by_role("heading", level=1)).to_have_text("Later")
