"""Maps of arguments that are no plain tree: circles, claims used again, undercuts in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.built import make_site
from tests.test_map_in_browser import box, button, ready

CIRCLE = """\
title: Eggs
contention:
  id: breakfast
  text: Breakfast should be late.
  premises: [{id: sleep, text: We sleep.}]
points:
  - number: 1
    title: Eggs
    claim:
      id: egg
      text: The egg was there first.
      premises: [{id: hen, text: Each hen came from an egg., premises: [{ref: egg}]}]
"""

REUSED = """\
title: Roads
contention:
  id: slow
  text: Cars should drive slowly in town.
  premises: [{ref: safe}, {ref: quiet}]
points:
  - number: 1
    title: Safety
    claim:
      id: safe
      text: Slow cars are safer.
      premises:
        - id: stop
          text: A slow car stops sooner.
          premises: [{ref: quiet}, {id: physics, text: Braking takes a way.}]
  - number: 2
    title: Noise
    claim:
      id: quiet
      text: Slow cars are quieter.
      premises: [{id: tyres, text: Tyres are loud.}, {ref: elsewhere/safe}]
"""

ELSEWHERE = """\
title: Elsewhere
contention:
  id: town
  text: Another town says so.
  premises: [{ref: roads/safe}, {id: safe, text: It counted.}]
"""

CHAIN = """\
title: Steps
contention:
  id: top
  text: The bridge will hold.
  premises:
    - id: steel
      text: It is built of steel.
      premises: [{id: bill, text: The bill says steel.}]
      undercuts:
        - id: rust
          text: Steel that rusts does not hold.
          premises: [{id: damp, text: The place is damp.}]
          undercuts:
            - id: paint
              text: This steel is painted.
              premises: [{id: seen, text: The paint was seen.}]
              undercuts: [{id: old, text: Old paint does not help.}]
    - id: thick
      text: It is thick.
"""

FULL = " ".join(f"word{number}" for number in range(60))

LONG = f"""\
title: Long
contention:
  id: long
  text: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft {FULL}.
  premises: [{{id: short, text: A short one.}}]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of one essay of each kind."""
    essays = {
        "eggs": CIRCLE, "roads": REUSED, "elsewhere": ELSEWHERE, "steps": CHAIN, "long": LONG,
    }  # fmt: skip
    contents = {f"content/{name}/essay.yaml": text for name, text in essays.items()}
    return make_site(tmp_path_factory.mktemp("odd"), contents)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser in which nothing moves by itself."""
    size: ViewportSize = {"width": 900, "height": 700}
    with browser.new_context(viewport=size, reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page; check afterwards that the browser complained of nothing."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert not faults


def names(boxes: Locator) -> set[str]:
    """Return the ids of the statements of some boxes."""
    return {str(each.get_attribute("href")).removesuffix(".html") for each in boxes.all()}


def shown(page: Page) -> set[str]:
    """Return what is not folded away."""
    return names(page.locator("figure.whole a.node:visible"))


def kept(page: Page) -> set[str]:
    """Return what the focus leaves as it is."""
    return names(page.locator("figure.whole a.node:not(.faded)"))


def fold(page: Page, text: str) -> Locator:
    """Return the button that folds what is below a statement."""
    return page.get_by_role("button", name=re.compile(f"below “{text}"))


def test_a_circle_that_nothing_leads_to_vanished_from_the_map(page: Page, site: Path) -> None:
    ready(page, site, "eggs/map.html")
    assert shown(page) == {"breakfast", "sleep", "egg", "hen"}
    fold(page, "The egg").press("Enter")
    assert shown(page) == {"breakfast", "sleep", "egg"}
    button(page, "Expand all").click()
    assert shown(page) == {"breakfast", "sleep", "egg", "hen"}


def test_what_is_used_again_kept_the_map_from_folding_to_the_points(page: Page, site: Path) -> None:
    ready(page, site, "roads/map.html")
    button(page, "Collapse to the points").click()
    # `quiet` is a point of its own; that it also bears on `stop` opens nothing.
    assert shown(page) == {"slow", "safe", "quiet"}
    expect(fold(page, "Slow cars are safer")).to_have_attribute("aria-expanded", "false")


def test_the_address_chose_a_statement_of_another_essay(page: Page, site: Path) -> None:
    # That essay's `safe` stands before this one's.
    ready(page, site, "elsewhere/map.html?focus=safe")
    chosen = page.locator("figure.whole a.node.chosen")
    expect(chosen).to_have_attribute("href", "safe.html")


def test_an_undercut_of_an_undercut_hangs_on_it(page: Page, site: Path) -> None:
    ready(page, site, "steps/map.html")
    fold(page, "Steel that rusts").press("Enter")
    assert shown(page) == {"top", "steel", "bill", "rust", "thick"}
    drawn = page.locator("figure.whole g.step:visible")
    expect(drawn).to_have_count(4)
    fold(page, "Steel that rusts").press("Enter")
    fold(page, "The bridge").press("Enter")
    assert shown(page) == {"top"}
    expect(drawn).to_have_count(0)
    button(page, "Expand all").click()
    box(page, "rust").focus()
    for key, name in [("ArrowDown", "damp"), ("ArrowRight", "paint"), ("ArrowUp", "rust")]:
        page.keyboard.press(key)
        expect(box(page, name)).to_be_focused()


def test_the_focus_keeps_a_chain_of_undercuts_together(page: Page, site: Path) -> None:
    ready(page, site, "steps/map.html")
    box(page, "rust").focus()
    page.keyboard.press("f")
    assert kept(page) == {"top", "steel", "rust", "damp", "paint", "seen", "old"}
    box(page, "old").focus()
    page.keyboard.press("f")
    assert kept(page) == {"top", "steel", "rust", "paint", "old"}


def test_the_focus_faded_a_way_up_that_was_folded(page: Page, site: Path) -> None:
    ready(page, site, "roads/map.html")
    fold(page, "Slow cars are safer").press("Enter")
    box(page, "quiet").focus()
    page.keyboard.press("f")
    button(page, "Expand all").click()
    assert {"stop", "safe"} <= kept(page)


def test_the_focus_began_at_a_box_that_was_folded_away(page: Page, site: Path) -> None:
    ready(page, site, "roads/map.html")
    box(page, "physics").focus()
    fold(page, "Slow cars are safer").press("Enter")
    button(page, "Focus").click()
    expect(box(page, "slow")).to_have_class(re.compile(r"\bchosen\b"))


def test_a_match_of_a_search_was_faded(page: Page, site: Path) -> None:
    ready(page, site, "roads/map.html")
    box(page, "tyres").focus()
    page.keyboard.press("f")
    expect(box(page, "physics")).to_have_css("opacity", "0.2")
    page.get_by_role("searchbox", name="Search in the map").fill("braking")
    expect(box(page, "physics")).to_have_css("opacity", "1")


def test_the_button_of_a_faded_box_was_not_faded(page: Page, site: Path) -> None:
    ready(page, site, "steps/map.html")
    box(page, "thick").focus()
    page.keyboard.press("f")
    expect(fold(page, "It is built of steel")).to_have_css("opacity", "0.2")
    fold(page, "It is built of steel").focus()
    expect(fold(page, "It is built of steel")).to_have_css("opacity", "1")


def test_the_search_missed_words_that_were_broken_or_cut_off(page: Page, site: Path) -> None:
    ready(page, site, "long/map.html")
    expect(box(page, "long")).to_contain_text("…")
    field = page.get_by_role("searchbox", name="Search in the map")
    for text in ("elektrizitätenhauptbetriebswerk", "word59", "word3 word4 word5", "a short one"):
        field.fill(text)
        expect(page.get_by_text("1 of 1 match")).to_be_visible()
