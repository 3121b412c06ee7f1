"""Previews of statements, by a reader's actions: pointer, keyboard, touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.axe import axe_faults
from tests.built import make_site
from tests.naughty import NAUGHTY

ESSAY = "library-of-tools/index.html"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser of its own; complaints of its pages fail the test."""
    with browser.new_context() as opened:
        faults: list[str] = []

        def complain(message: ConsoleMessage) -> None:
            faults.append(f"{message.location['url']}: {message.text}")

        opened.on("console", complain)
        opened.on("weberror", lambda error: faults.append(str(error.error)))
        yield opened
        assert not faults


@pytest.fixture
def page(context: BrowserContext, own_site: Path) -> Page:
    """Open the page of an essay."""
    opened = context.new_page()
    opened.goto(f"{own_site.as_uri()}/{ESSAY}")
    return opened


def link(page: Page) -> Locator:
    """Return a link of the prose to a statement."""
    return page.locator(".prose").get_by_role("link", name="lend tools too")


def preview(page: Page) -> Locator:
    """Return the preview, while it is open."""
    return page.locator("[role=tooltip]:popover-open")


def test_a_preview_says_what_a_link_leads_to(page: Page) -> None:
    link(page).hover()
    card = preview(page)
    expect(card).to_contain_text("The town library should lend tools as it lends books.")
    expect(card.locator(".kicker")).to_have_text("Contention")
    expect(card.locator("span.status")).to_have_text("stands")
    expect(card.locator(".why")).to_contain_text("speak for it.")
    expect(card.locator(".counts")).to_have_text("3 arguments for it · 1 argument against it")
    described = re.compile(
        "^Contention The town library should lend tools .* 1 argument against it"
    )
    expect(link(page)).to_have_accessible_description(described)


def test_it_says_who_holds_a_statement_and_what_is_unsaid(
    context: BrowserContext, tmp_path: Path
) -> None:
    essay = (
        "title: Essay\nprose: |\n  See [one](#held) and [two](#unsaid).\n"
        "contention:\n  id: top\n  text: The contention.\n  rebuttals:\n"
        "    - id: held\n      text: An objection.\n      by: A. Critic\n"
        "    - id: unsaid\n      text: Another.\n      implicit: true\n"
    )
    site = make_site(tmp_path, {"content/essay/essay.yaml": essay})
    page = context.new_page()
    page.goto(f"{site.as_uri()}/essay/index.html")
    page.get_by_role("link", name="one").first.hover()
    expect(preview(page)).to_contain_text("Held by A. Critic")
    page.get_by_role("link", name="two").first.hover()
    expect(preview(page)).to_contain_text("The essay leaves this unsaid.")


def test_escape_closes_it_and_moves_nothing(page: Page) -> None:
    link(page).hover()
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    link(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    expect(link(page)).to_be_focused()


LONGER_THAN_IT_WAITS = "() => new Promise(done => setTimeout(done, 900))"


def test_after_escape_it_stays_closed_until_the_pointer_comes_anew(page: Page) -> None:
    box = page.locator("svg.diagram a.node").nth(1)
    box.scroll_into_view_if_needed()
    for target, inside in ((link(page), link(page)), (box, box.locator("text").last)):
        target.hover()
        expect(preview(page)).to_be_visible()
        page.keyboard.press("Escape")
        expect(preview(page)).to_have_count(0)
        inside.hover()
        page.mouse.wheel(0, 2)
        page.evaluate(LONGER_THAN_IT_WAITS)
        expect(preview(page)).to_have_count(0)
        page.mouse.move(3, 3)
        target.hover()
        expect(preview(page)).to_be_visible()
        page.keyboard.press("Escape")


def test_it_goes_along_when_a_map_is_zoomed(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/library-of-tools/map.html")
    box = page.locator("svg.diagram a.node[href='lend-tools.html']")
    page.locator("figure.map .scroll").evaluate("each => each.scrollIntoView()")
    box.hover()
    expect(preview(page)).to_be_visible()

    def gap() -> float:
        card, node = preview(page).bounding_box(), box.bounding_box()
        assert card
        assert node
        below = card["y"] - (node["y"] + node["height"])
        return below if below > 0 else node["y"] - (card["y"] + card["height"])

    assert 0 < gap() < 12
    page.mouse.wheel(0, 240)
    page.evaluate(LONGER_THAN_IT_WAITS)
    expect(preview(page)).to_be_visible()
    assert 0 < gap() < 12


def test_it_goes_with_what_is_folded_away(page: Page) -> None:
    fold = page.locator(".tree details[open]").first
    target = fold.locator("a").first
    target.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(preview(page)).to_be_visible()
    fold.evaluate("each => { each.open = false; }")
    expect(preview(page)).to_have_count(0)


def test_dragging_a_map_opens_none(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/library-of-tools/map.html")
    frame = page.locator("figure.map .scroll")
    frame.scroll_into_view_if_needed()
    box = page.locator("svg.diagram a.node").nth(1)
    inner, outer = box.bounding_box(), frame.bounding_box()
    assert inner
    assert outer
    page.mouse.move(outer["x"] + 8, outer["y"] + outer["height"] - 8)
    page.mouse.down()
    page.mouse.move(inner["x"] + 60, inner["y"] + 40, steps=4)
    page.evaluate(
        "() => document.querySelectorAll('svg.diagram a.node')[1].dispatchEvent("
        "new PointerEvent('pointerover', {bubbles: true, buttons: 1, pointerType: 'mouse'}))"
    )
    page.evaluate(LONGER_THAN_IT_WAITS)
    expect(preview(page)).to_have_count(0)
    page.mouse.up()


def test_the_pointer_may_go_onto_it(page: Page) -> None:
    link(page).hover()
    card = preview(page)
    expect(card).to_be_visible()
    card.hover()
    # Longer than it stays after the pointer has left.
    page.evaluate("() => new Promise(done => setTimeout(done, 700))")
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    expect(card).to_have_count(0)


def test_by_keyboard_it_stays_until_the_link_is_left(page: Page) -> None:
    link(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link(page)).to_be_focused()
    expect(preview(page)).to_be_visible()
    # The pointer, moving elsewhere, takes nothing away from the keyboard.
    page.mouse.move(5, 300)
    page.mouse.move(9, 320)
    page.evaluate("() => new Promise(done => setTimeout(done, 700))")
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(preview(page).filter(has_text="The town library should lend")).to_have_count(0)


def test_a_passing_pointer_opens_nothing(page: Page) -> None:
    link(page).hover()
    page.mouse.move(5, 5)
    page.evaluate("() => new Promise(done => setTimeout(done, 700))")
    expect(preview(page)).to_have_count(0)


def test_a_tap_follows_the_link(browser: Browser, own_site: Path) -> None:
    with browser.new_context(has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{own_site.as_uri()}/{ESSAY}")
        link(page).tap()
        page.wait_for_url("**/lend-tools.html")
        page.evaluate("() => new Promise(done => setTimeout(done, 700))")
        expect(preview(page)).to_have_count(0)


def test_boxes_of_diagrams_have_previews_too(page: Page) -> None:
    box = page.locator("svg.diagram a.node").nth(1)
    box.scroll_into_view_if_needed()
    box.hover()
    expect(preview(page)).to_contain_text("Most households need most of their tools")


def test_a_link_to_the_page_itself_has_none(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/library-of-tools/lend-tools.html")
    page.locator("svg.diagram a.node.focus").hover()
    page.evaluate("() => new Promise(done => setTimeout(done, 900))")
    expect(preview(page)).to_have_count(0)


def test_under_a_what_if_it_shows_what_follows(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/{ESSAY}?reject=library-of-tools/lend-tools")
    expect(page.get_by_role("region", name="What if")).to_contain_text("You settle")
    link(page).hover()
    expect(preview(page).locator("span.status")).to_have_text("rejected (was stands)")
    expect(preview(page).locator(".why")).to_contain_text("The reader rejects it")


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 720)])
def test_it_fits_the_window(page: Page, width: int, height: int) -> None:
    # 320 by 256 is a window of 1280 by 1024 at 400 %.
    page.set_viewport_size({"width": width, "height": height})
    link(page).scroll_into_view_if_needed()
    link(page).hover()
    card = preview(page)
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_with_a_preview(browser: Browser, own_site: Path) -> None:
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{own_site.as_uri()}/{ESSAY}")
        link(page).hover()
        expect(preview(page)).to_be_visible()
        assert axe_faults(page) == []


def test_nothing_is_asked_of_another_host(context: BrowserContext, own_site: Path) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{own_site.as_uri()}/{ESSAY}")
    before = len(asked)
    link(page).hover()
    expect(preview(page)).to_be_visible()
    assert len(asked) > before
    assert all(url.startswith(own_site.as_uri()) for url in asked)


def test_hostile_texts_are_shown_as_texts(context: BrowserContext, tmp_path: Path) -> None:
    texts = [text for text in NAUGHTY if "<" in text][:8]
    lines = ["title: Hostile", "contention:", "  id: top", "  text: The contention.", "  premises:"]
    for number, text in enumerate(texts):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        lines += [f"    - id: hostile-{number}", f'      text: "{quoted}"']
    site = make_site(tmp_path, {"content/hostile/essay.yaml": "\n".join(lines) + "\n"})
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{site.as_uri()}/hostile/outline.html")
    for number in range(len(texts)):
        page.locator(f'main a[href="hostile-{number}.html"]').first.hover()
        said = page.locator(f'main a[href="hostile-{number}.html"]').first.text_content()
        expect(preview(page).locator(".text")).to_contain_text(str(said).strip())
        assert preview(page).locator(":is(img, script, iframe)").count() == 0
