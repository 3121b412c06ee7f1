"""Single letters lead through the site, each pressed in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import axe_faults
from tests.test_site_in_browser import Watched

ESSAY = "library-of-tools/index.html"
STATEMENT = "library-of-tools/rarely-needed.html"


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser in which nothing moves by itself."""
    with browser.new_context(reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def page(reader: BrowserContext, own_site: Path) -> Iterator[Page]:
    """Open the example essay; nothing may go wrong on the way."""
    watched = Watched(reader, 1280)
    watched.page.goto(f"{own_site.as_uri()}/{ESSAY}")
    yield watched.page
    watched.check(own_site.as_uri())


def test_j_and_k_go_through_the_points(page: Page) -> None:
    bar = page.locator("nav.numerals").evaluate("each => each.offsetHeight")
    for key, here in [("j", "contention"), ("j", "point-1"), ("j", "point-2"), ("k", "point-1")]:
        page.keyboard.press(key)
        top = page.locator(f"#{here}").evaluate("each => each.getBoundingClientRect().top")
        assert bar <= top < 120, (key, here)
    expect(page.locator("#point-1 .numeral")).to_be_focused()


def test_j_and_k_go_through_the_statements(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/{STATEMENT}")
    following = page.locator(".turn a[rel=next]").get_attribute("href")
    page.keyboard.press("j")
    page.wait_for_url(f"**/{following}")
    page.keyboard.press("k")
    page.wait_for_url(f"**/{STATEMENT}")


def test_j_and_k_go_through_the_entries_of_a_list(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/index.html")
    focused = page.locator(":focus")
    page.keyboard.press("j")
    first = focused.get_attribute("href")
    page.keyboard.press("j")
    assert focused.get_attribute("href") != first
    page.keyboard.press("k")
    assert focused.get_attribute("href") == first


def test_u_goes_up(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/library-of-tools/drill-twice.html")
    for parent in ("rarely-needed", "lend-tools", "index"):
        page.keyboard.press("u")
        page.wait_for_url(f"**/library-of-tools/{parent}.html")
    page.keyboard.press("u")
    page.wait_for_url(f"{own_site.as_uri()}/index.html")


def test_m_leads_to_the_map_and_back(page: Page) -> None:
    page.keyboard.press("m")
    page.wait_for_url("**/library-of-tools/map.html")
    page.keyboard.press("m")
    page.wait_for_url(f"**/{ESSAY}")


def test_m_pressed_twice_did_not_lead_back_to_a_statement(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/{STATEMENT}")
    page.keyboard.press("m")
    page.wait_for_url("**/library-of-tools/map.html?focus=rarely-needed*")
    page.keyboard.press("m")
    page.wait_for_url(f"**/{STATEMENT}")


def test_o_on_a_box_opens_its_page(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/library-of-tools/map.html")
    page.locator('svg.diagram a.node[href="rarely-needed.html"]').focus()
    page.keyboard.press("o")
    page.wait_for_url(f"**/{STATEMENT}")


def test_o_folds_the_argument_at_the_focus(page: Page) -> None:
    page.locator("#point-3 .tree details > summary").first.focus()
    own = page.locator("#point-3 .tree details").first
    was = own.evaluate("each => each.open")
    page.keyboard.press("o")
    assert own.evaluate("each => each.open") is not was
    page.keyboard.press("o")
    assert own.evaluate("each => each.open") is was


def test_o_without_a_focus_opens_everything_and_folds_it_again(page: Page) -> None:
    closed = page.locator("main .tree details:not([open])")
    page.keyboard.press("o")
    if closed.count():
        page.keyboard.press("o")
    expect(closed).to_have_count(0)
    page.keyboard.press("o")
    expect(page.locator("main .tree details[open]")).to_have_count(0)


def test_a_slash_opens_the_search_and_takes_no_letters_from_it(page: Page) -> None:
    page.keyboard.press("/")
    field = page.get_by_role("searchbox").or_(page.get_by_role("combobox"))
    expect(field.first).to_be_focused()
    page.keyboard.type("jkumo?")
    expect(field.first).to_have_value("jkumo?")
    assert page.url.split("?", maxsplit=1)[0].endswith((ESSAY, "search.html"))


def test_a_question_mark_opens_the_help_and_esc_closes_it(page: Page) -> None:
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keyboard")
    expect(help_).to_be_visible()
    expect(help_.locator("kbd")).to_have_text([*"jkuom/?", *"←↑↓→", *"+-0fo"])
    page.keyboard.press("u")
    expect(help_).to_be_visible()
    assert page.url.endswith(ESSAY)
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()


def test_single_letters_can_be_turned_off_for_good(page: Page, own_site: Path) -> None:
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_role("checkbox", name="Single-letter keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.goto(f"{own_site.as_uri()}/{STATEMENT}")
    for key in "jkum?":
        page.keyboard.press(key)
    assert page.url.endswith(STATEMENT)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_role("checkbox", name="Single-letter keys").check()
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.wait_for_url("**/map.html*")


def test_the_help_tells_of_maps_only_where_there_is_one(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/index.html")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog").locator("kbd")).to_have_text([*"jkuom/?"])


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta", "Shift"])
def test_a_letter_with_another_key_held_is_the_browser_s(page: Page, held: str) -> None:
    page.keyboard.press(f"{held}+m")
    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    assert page.url.endswith(ESSAY)


def test_a_keyboard_in_another_script_has_the_letters_in_their_places(page: Page) -> None:
    page.evaluate(
        "document.body.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'ь', code: 'KeyM', bubbles: true}))"
    )
    page.wait_for_url("**/library-of-tools/map.html")


def test_a_key_without_a_name_as_a_browser_fills_in_forms_was_a_fault(page: Page) -> None:
    # The page's complaints fail the test.
    page.evaluate("document.body.dispatchEvent(new Event('keydown', {bubbles: true}))")
    page.locator("figure.map .scroll").first.evaluate(
        "each => each.dispatchEvent(new Event('keydown', {bubbles: true}))"
    )


def test_j_and_k_stuck_where_the_last_points_cannot_come_to_the_top(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 6000})
    marked = page.locator(".numerals [aria-current=location]")
    points = page.locator("section.point")
    count = points.count()
    page.keyboard.press("j")
    forth = [("j", number) for number in range(1, count + 1)]
    back = [("k", number) for number in range(count - 1, 0, -1)]
    for key, number in [*forth, *back]:
        page.keyboard.press(key)
        expect(page.locator(f"#point-{number} .numeral")).to_be_focused()
        expect(marked.first).to_have_attribute("href", f"#point-{number}")
    page.keyboard.press("k")
    expect(page.locator("#contention :focus")).to_have_count(1)


def test_j_goes_on_from_what_is_read_once_the_focus_is_out_of_sight(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#point-1 .numeral")).to_be_focused()
    page.locator("#point-3").evaluate("each => scrollTo(0, each.offsetTop + 200)")
    page.keyboard.press("k")
    expect(page.locator("#point-3 .numeral")).to_be_focused()


@pytest.mark.parametrize("wide", [1280, 320])
def test_the_help_is_accessible_and_fits(browser: Browser, own_site: Path, wide: int) -> None:
    with browser.new_context(bypass_csp=True) as context:
        page = Watched(context, wide).page
        page.goto(f"{own_site.as_uri()}/{ESSAY}")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
        assert axe_faults(page) == []
