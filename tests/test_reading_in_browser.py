"""Reading an essay in a real browser: text and map side by side, notes, the point one is at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, expect

from tests.axe import axe_faults
from tests.built import make_site
from tests.test_site_in_browser import PAPER, Watched

ESSAY = "rome-talks/index.html"
EXAMPLE = "library-of-tools/index.html"


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser in which nothing moves by itself."""
    with browser.new_context(reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def watched(reader: BrowserContext, own_site: Path) -> Iterator[Watched]:
    """Open the long essay on a screen of 1280 by 800; nothing may go wrong on the way."""
    opened = Watched(reader, 1280)
    opened.page.goto(f"{own_site.as_uri()}/{ESSAY}")
    yield opened
    opened.check(own_site.as_uri())


@pytest.fixture
def page(watched: Watched) -> Page:
    """Return the page with the long essay."""
    return watched.page


def box_of(element: Locator) -> FloatRect:
    """Return where an element stands in the window."""
    box = element.bounding_box()
    assert box is not None
    return box


def lies_in(inner: FloatRect, outer: FloatRect) -> bool:
    """Say whether one box lies within another."""
    return (
        inner["x"] >= outer["x"]
        and inner["y"] >= outer["y"]
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"]
    )


WINDOW = FloatRect(x=0, y=0, width=1280, height=800)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_map_of_a_point_stays_beside_its_text(
    browser: Browser, own_site: Path, *, script: bool
) -> None:
    with browser.new_context(java_script_enabled=script) as context:
        page = Watched(context, 1280).page
        page.goto(f"{own_site.as_uri()}/{ESSAY}")
        point = page.locator("#point-2")
        page.goto(f"{own_site.as_uri()}/{ESSAY}#point-2")
        for line in (point.locator(".prose p").nth(1), point.locator(".tree p").nth(8)):
            line.scroll_into_view_if_needed()
            frame = box_of(point.locator(".map .scroll"))
            assert lies_in(frame, WINDOW)
            assert frame["x"] > box_of(line)["x"] + box_of(line)["width"]
            assert frame["height"] > 200


def test_pointing_at_a_link_marks_its_box_and_brings_it_into_sight(page: Page) -> None:
    point = page.locator("#point-1")
    link = point.locator(".prose a[href='ratings-weigh.html']")
    link.hover()
    box = point.locator("a.node.marked")
    expect(box).to_have_count(1)
    expect(box).to_have_attribute("href", "ratings-weigh.html")
    expect(link).to_have_class("marked")
    page.wait_for_function(
        """() => {
          const box = document.querySelector("#point-1 a.node.marked").getBoundingClientRect();
          const frame = document.querySelector("#point-1 .scroll").getBoundingClientRect();
          return box.left >= frame.left && box.right <= frame.right;
        }"""
    )
    point.locator("h2").hover()
    expect(page.locator(".marked")).to_have_count(0)


def test_the_keyboard_marks_as_the_pointer_does(page: Page) -> None:
    point = page.locator("#point-1")
    point.locator(".prose a[href='ratings-weigh.html']").focus()
    expect(point.locator("a.node.marked")).to_have_attribute("href", "ratings-weigh.html")
    page.keyboard.press("Tab")
    expect(point.locator("a.node.marked")).to_have_attribute("href", "balance-disliked.html")


def test_pointing_at_a_box_marks_what_the_text_says_of_it(page: Page) -> None:
    point = page.locator("#point-1")
    point.locator("a.node[href='balance-disliked.html']").focus()
    marked = point.locator(".text .marked")
    expect(marked.filter(has_text="not to the voters' liking")).to_have_count(1)
    expect(page.locator("#quote-balance-disliked")).to_have_class("quoted marked")
    # Marked by a line around it, not by colour alone.
    assert marked.first.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"


QUOTES = """\
title: The park
contention: {id: open, text: The park should stay open.}
points:
  - number: 1
    title: At night
    prose: Lamps *make it* safe, as `wardens` *say* so often. Lamps *make it* dear.
    claim:
      id: night
      text: The park can be open at night.
      premises:
        - {id: safe, text: It is safe., quote: Lamps make it safe}
        - {id: said, text: Wardens say so., quote: wardens say so}
"""


def test_each_piece_of_a_quote_belongs_to_its_statement(
    reader: BrowserContext, tmp_path: Path
) -> None:
    site = make_site(tmp_path, {"content/park/essay.yaml": QUOTES}).as_uri()
    watched = Watched(reader, 1280)
    page = watched.page
    page.goto(f"{site}/park/index.html")
    point = page.locator("#point-1")
    pieces = {"safe": ["Lamps", "make it", "safe"], "said": ["wardens", "", "say", "so"]}
    for name, words in pieces.items():
        point.locator(f"a.node[href='{name}.html']").focus()
        expect(point.locator(".quoted.marked")).to_have_text(words)
        for word in filter(None, words):
            point.locator(".quoted").filter(has_text=re.compile(f"^ ?{word} ?$")).hover()
            box = point.locator("a.node.marked")
            expect(box).to_have_attribute("href", f"{name}.html")
    watched.check(site)


def test_scrolling_marks_the_point_that_is_read(page: Page) -> None:
    here = page.locator(".numerals [aria-current=location]")
    expect(here).to_have_count(0)
    for number in (3, 5, 4):
        page.locator(f"#point-{number} .prose p").first.scroll_into_view_if_needed()
        page.locator(f"#point-{number} h2").evaluate("each => each.scrollIntoView()")
        expect(here).to_have_attribute("href", f"#point-{number}")
        claim = page.locator(f"#point-{number} .claim a").first.get_attribute("href")
        box = page.locator(f"#contention a.node.here[href='{claim}']")
        expect(box).to_have_count(1)


def test_the_line_of_numerals_leads_to_a_point_and_covers_nothing(page: Page) -> None:
    page.locator("#point-2 h2").scroll_into_view_if_needed()
    page.get_by_role("navigation", name="Points", exact=True).get_by_role(
        "link", name="6 stands"
    ).click()
    bar = box_of(page.locator(".numerals"))
    assert bar["y"] == 0
    assert bar["height"] < 50
    assert box_of(page.locator("#point-6 h2"))["y"] > bar["height"]


NOTES = """() => [...document.querySelectorAll('.prose > .noted .sidenote')].map(note => {
  const { left, right, top, bottom } = note.getBoundingClientRect();
  const body = note.closest('.noted').firstElementChild.getBoundingClientRect();
  const at = { left: body.left, top: body.top, bottom: body.bottom };
  return { left, right, top, bottom, body: at };
})"""


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("path", [ESSAY, EXAMPLE])
def test_notes_stand_in_the_margin_of_a_wide_page(
    browser: Browser, own_site: Path, path: str, *, script: bool
) -> None:
    with browser.new_context(java_script_enabled=script) as context:
        page = Watched(context, 1440).page
        page.goto(f"{own_site.as_uri()}/{path}")
        notes = page.evaluate(NOTES)
        assert len(notes) >= 2
        for note in notes:
            assert note["left"] >= 0
            assert note["right"] < note["body"]["left"]
            assert note["top"] >= note["body"]["top"]
        for above, below in pairwise(notes):
            assert above["bottom"] <= below["top"]
        numerals = page.locator("a.numeral").all()
        for numeral in map(box_of, numerals):
            ends = (numeral["y"], numeral["y"] + numeral["height"])
            assert not [
                each for each in notes if each["top"] < ends[1] and each["bottom"] > ends[0]
            ]


def test_notes_stand_below_their_paragraph_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    notes = page.evaluate(NOTES)
    assert len(notes) >= 2
    assert all(note["top"] >= note["body"]["bottom"] for note in notes)
    assert all(above["bottom"] <= below["top"] for above, below in pairwise(notes))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_note_is_reached_by_its_number_and_leads_back(page: Page, own_site: Path) -> None:
    page.goto(f"{own_site.as_uri()}/{EXAMPLE}")
    page.locator("#point-1 .prose").locator("[role=doc-noteref]").first.click()
    note = page.locator("#fn-point-1-1")
    assert page.url.endswith("#fn-point-1-1")
    expect(note).to_be_in_viewport()
    # The source of the statement that is linked there.
    expect(note).to_contain_text("What is in your shed?")
    note.locator("[role=doc-backlink]").click()
    assert page.url.endswith("#fnref-point-1-1")


def test_the_colours_that_a_reader_chooses_hold_on_every_page(
    watched: Watched, own_site: Path
) -> None:
    page = watched.page
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == PAPER["light"]
    page.get_by_role("radio", name="dark").check()
    assert page.evaluate(colour) == PAPER["dark"]
    # The page is dark before its main script has come.
    page.route("**/script.js", lambda route: route.abort())
    page.goto(f"{own_site.as_uri()}/about.html")
    assert page.evaluate(colour) == PAPER["dark"]
    page.unroute("**/script.js")
    watched.faults.clear()
    page.reload()
    expect(page.get_by_role("radio", name="dark")).to_be_checked()
    page.get_by_role("radio", name="as the system has them").check()
    page.reload()
    assert page.evaluate(colour) == PAPER["light"]


def test_without_script_nothing_is_offered_that_needs_one(browser: Browser, own_site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{own_site.as_uri()}/{ESSAY}")
        expect(page.locator("footer input, footer button")).to_have_count(0)
        page.get_by_role("navigation", name="Points", exact=True).get_by_role("link").nth(3).click()
        assert page.url.endswith("#point-3")


@pytest.mark.parametrize("wide", [1440, 360])
def test_an_essay_is_accessible_while_it_marks_and_in_forced_colours(
    browser: Browser, own_site: Path, wide: int
) -> None:
    with browser.new_context(bypass_csp=True, forced_colors="active") as context:
        page = Watched(context, wide).page
        page.goto(f"{own_site.as_uri()}/{EXAMPLE}")
        page.locator("#point-1 .prose a").first.focus()
        expect(page.locator("#point-1 a.node.marked")).to_have_count(1)
        assert axe_faults(page) == []
