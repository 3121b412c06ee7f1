"""The map of an essay as readers use it: by mouse, fingers and keyboard, and saved as a file."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    ViewportSize,
    expect,
)
from playwright.sync_api import (
    TimeoutError as TookTooLong,
)

from tests.axe import axe_faults
from tests.built import make_site

PARK = """\
title: The park at night
contention:
  id: open
  text: The park should stay open at night.
  premises: [{ref: safe}, {ref: cheap}]
points:
  - number: 1
    title: Safety
    claim:
      id: safe
      text: A lit park is as safe at ten as at six.
      premises:
        - id: lit
          text: Paths along the lake have been lit since 2024.
          premises: [{id: seen, text: The café owner saw the lamps go on.}]
        - id: fewer
          text: Fewer thefts were counted where lamps were added.
          undercuts: [{id: everywhere, text: Thefts fell everywhere in those years.}]
      rebuttals:
        - id: crime
          text: Night opening raises crime.
          rebuttals: [{id: elsewhere, text: The figures are from another city.}]
  - number: 2
    title: Cost
    claim:
      id: cheap
      text: It costs no more than a gate that is locked each evening.
      premises: [{ref: lit}, {id: wage, text: A warden who locks the gate is paid.}]
"""

MAP = "park/map.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of one essay that knows its own address."""
    contents = {
        "content/site.yaml": "title: Parks\nurl: https://parks.example\n",
        "content/park/essay.yaml": PARK,
    }
    return make_site(tmp_path_factory.mktemp("park"), contents)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser on a screen that is smaller than the map, so that there is where to go."""
    size: ViewportSize = {"width": 900, "height": 700}
    with browser.new_context(viewport=size, reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Iterator[Page]:
    """Open the map; check afterwards that the browser complained of nothing."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield ready(opened, site, MAP)
    assert not faults


def ready(page: Page, site: Path, path: str) -> Page:
    """Go to a page with a map, and wait until the map can be moved."""
    page.goto(f"{site.as_uri()}/{path}")
    expect(page.locator("figure.whole .scroll.live")).to_be_visible()
    page.locator("figure.whole").evaluate("each => each.scrollIntoView({behavior: 'instant'})")
    return page


def box(page: Page, name: str) -> Locator:
    """Return the box of a statement."""
    return page.locator(f'figure.whole a.node[href="{name}.html"]')


def middle(each: Locator) -> tuple[float, float]:
    """Return the middle of something, in px of the window."""
    place = each.bounding_box()
    assert place is not None
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2


def scale(page: Page) -> float:
    """Return how large the map is shown."""
    return float(page.locator("figure.whole svg.diagram").evaluate("each => each.getScreenCTM().a"))


def wait_for_scale(page: Page, condition: str) -> None:
    """Wait until the scale `at` is as the condition says."""
    page.wait_for_function(
        "() => { const at = document.querySelector('figure.whole svg.diagram').getScreenCTM().a;"
        f" return {condition}; }}"
    )


def wait_for_move(each: Locator, before: tuple[float, float]) -> tuple[float, float]:
    """Wait until something stands elsewhere; return its middle."""
    each.evaluate(
        "(each, [x, y]) => new Promise(done => { const look = () => {"
        " const at = each.getBoundingClientRect();"
        " const far = Math.hypot(at.x + at.width / 2 - x, at.y + at.height / 2 - y) > 1;"
        " far ? done() : requestAnimationFrame(look); }; look(); })",
        list(before),
    )
    return middle(each)


def button(page: Page, name: str) -> Locator:
    """Return one of the map's buttons."""
    return page.locator("figure.whole").get_by_role("button", name=name, exact=True)


def test_the_map_opens_at_its_own_size_at_the_contention(page: Page) -> None:
    assert scale(page) == 1
    contention = middle(box(page, "open"))
    window = middle(page.locator("figure.whole .scroll"))
    assert abs(contention[0] - window[0]) < 3
    # A reader can go on from there with the keyboard alone.
    box(page, "open").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/park/open.html")


def test_the_wheel_zooms_around_the_pointer(page: Page) -> None:
    page.mouse.move(*middle(box(page, "open")))
    before = middle(box(page, "open"))
    page.mouse.wheel(0, -100)
    wait_for_scale(page, "at > 1.2")
    after = middle(box(page, "open"))
    assert abs(after[0] - before[0]) < 3
    page.mouse.wheel(0, 300)
    wait_for_scale(page, "at < 1")


def test_a_drag_moves_the_map_and_opens_no_link(page: Page) -> None:
    claim = box(page, "open")
    x, y = before = middle(claim)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y + 60, steps=4)
    page.mouse.up()
    after = wait_for_move(claim, before)
    assert after[0] < x
    assert after[1] > y
    assert page.url.endswith(MAP)
    claim.click()
    page.wait_for_url("**/park/open.html")


def test_buttons_and_keys_zoom_and_fit(page: Page) -> None:
    button(page, "Zoom in").click()
    wait_for_scale(page, "at === 1.3")
    page.keyboard.press("-")
    wait_for_scale(page, "Math.abs(at - 1) < 0.001")
    page.keyboard.press("+")
    wait_for_scale(page, "at > 1.2")
    page.keyboard.press("0")
    wait_for_scale(page, "at <= 1")
    window = page.locator("figure.whole .scroll").bounding_box()
    assert window is not None
    for each in page.locator("figure.whole a.node").all():
        place = each.bounding_box()
        assert place is not None
        assert place["x"] >= window["x"]
        assert place["x"] + place["width"] <= window["x"] + window["width"]


def test_two_fingers_zoom_and_one_moves(browser: Browser, site: Path) -> None:
    size: ViewportSize = {"width": 360, "height": 700}
    with browser.new_context(viewport=size, has_touch=True, reduced_motion="reduce") as context:
        page = ready(context.new_page(), site, MAP)
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        x, y = middle(page.locator("figure.whole .scroll"))
        touch = context.new_cdp_session(page)

        def fingers(kind: str, *points: tuple[float, float]) -> None:
            places = [{"x": across, "y": down, "id": n} for n, (across, down) in enumerate(points)]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

        fingers("touchStart", (x - 20, y), (x + 20, y))
        for apart in range(20, 61, 10):
            fingers("touchMove", (x - apart, y), (x + apart, y))
        fingers("touchEnd")
        wait_for_scale(page, "at > 1.5")
        before = middle(box(page, "open"))
        fingers("touchStart", (x, y))
        for far in range(10, 61, 10):
            fingers("touchMove", (x, y + far))
        fingers("touchEnd")
        after = wait_for_move(box(page, "open"), before)
        assert after[1] > before[1]
        assert not faults
        button(page, "Fit").click()
        wait_for_scale(page, "at < 1")
        tap_through(page, box(page, "open"), "**/park/open.html")


def tap_through(page: Page, link: Locator, address: str) -> None:
    """Tap a link until it has led to its page: to a busy machine a tap may be a long press."""
    for _ in range(3):
        page.wait_for_timeout(400)  # sooner, it would be the second half of a double tap
        link.tap()
        with suppress(TookTooLong):
            page.wait_for_url(address, timeout=5000)
            return
    page.wait_for_url(address, timeout=1)


def test_arrow_keys_go_along_the_tree(page: Page) -> None:
    box(page, "open").focus()
    way = [
        ("ArrowDown", "safe"), ("ArrowRight", "cheap"), ("ArrowDown", "lit"), ("ArrowUp", "cheap"),
        ("ArrowLeft", "safe"), ("ArrowDown", "lit"), ("ArrowDown", "seen"), ("ArrowDown", "seen"),
        ("ArrowUp", "lit"), ("ArrowUp", "safe"), ("Home", "open"),
    ]  # fmt: skip
    for key, name in way:
        page.keyboard.press(key)
        expect(box(page, name)).to_be_focused()
        expect(box(page, name)).to_be_in_viewport(ratio=0.9)
    width = "each => getComputedStyle(each.querySelector('.box')).strokeWidth"
    assert box(page, "open").evaluate(width) == "6px"


def test_a_subtree_folds_and_says_how_much_it_hides(page: Page) -> None:
    fold = page.get_by_role("button", name=re.compile("below “A lit park"))
    expect(fold).to_have_attribute("aria-expanded", "true")
    fold.focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "false")
    # What also bears on the other point stays: `lit`, and `seen` below it.
    expect(fold).to_have_text("+4")
    for name, shown in {"fewer": False, "everywhere": False, "crime": False, "lit": True}.items():
        expect(box(page, name)).to_be_visible(visible=shown)
    steps = page.locator("figure.whole g.step")
    assert len([step for step in steps.all() if step.is_visible()]) == 5
    expect(page.get_by_text("4 statements are hidden.")).to_be_visible()
    fold.click()
    expect(box(page, "everywhere")).to_be_visible()


def test_all_folds_to_the_points_and_opens_again(page: Page) -> None:
    button(page, "Collapse to the points").click()
    shown = page.locator("figure.whole a.node:visible")
    expect(shown).to_have_count(3)
    wait_for_scale(page, "at <= 1")
    button(page, "Expand all").click()
    expect(shown).to_have_count(10)


FADED = "figure.whole a.node.faded"


def test_focus_keeps_the_way_up_and_two_levels_below(page: Page) -> None:
    box(page, "safe").focus()
    page.keyboard.press("f")
    kept = page.locator("figure.whole a.node:not(.faded)")
    names = [str(each.get_attribute("href")).removesuffix(".html") for each in kept.all()]
    # The way up takes one of two reasons for the contention; the other is faded.
    assert set(names) == {
        "open",
        "safe",
        "lit",
        "fewer",
        "everywhere",
        "crime",
        "seen",
        "elsewhere",
    }
    expect(page.get_by_text("In focus: “A lit park")).to_be_visible()
    # A press on another box moves the focus; Esc ends it.
    page.keyboard.press("0")
    box(page, "crime").click()
    expect(page.get_by_text("In focus: “Night opening")).to_be_visible()
    expect(box(page, "lit")).to_have_class(re.compile(r"\bfaded\b"))
    page.keyboard.press("Escape")
    expect(page.locator(FADED)).to_have_count(0)
    assert page.url.endswith(MAP)


def test_focus_by_button_needs_no_keyboard(page: Page) -> None:
    button(page, "Focus").click()
    expect(button(page, "Focus")).to_have_attribute("aria-pressed", "true")
    box(page, "cheap").click()
    expect(box(page, "fewer")).to_have_class(re.compile(r"\bfaded\b"))
    button(page, "Focus").click()
    expect(page.locator(FADED)).to_have_count(0)


def test_a_statements_page_leads_to_its_place_in_the_map(
    context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    page.goto(f"{site.as_uri()}/park/crime.html")
    page.get_by_role("link", name="Show in the map of the whole essay").click()
    page.wait_for_url("**/park/map.html?focus=crime#map-n*")
    expect(box(page, "crime")).to_have_class(re.compile(r"\bchosen\b"))
    expect(box(page, "crime")).to_be_in_viewport()


def test_esc_did_not_end_a_focus_that_came_with_the_address(
    context: BrowserContext, site: Path
) -> None:
    page = ready(context.new_page(), site, f"{MAP}?focus=crime")
    expect(box(page, "crime")).to_have_class(re.compile(r"\bchosen\b"))
    page.keyboard.press("Escape")
    expect(page.locator(FADED)).to_have_count(0)


def test_search_marks_what_it_finds_and_goes_from_one_to_the_next(page: Page) -> None:
    button(page, "Collapse to the points").click()
    field = page.get_by_role("searchbox", name="Search in the map")
    field.fill("CAFE")
    expect(page.get_by_text("1 of 1 match")).to_be_visible()
    # What was folded away is unfolded.
    expect(box(page, "seen")).to_have_class(re.compile(r"\bat\b"))
    expect(box(page, "seen")).to_be_in_viewport()
    field.fill("lamps")
    expect(page.get_by_text("1 of 2 matches")).to_be_visible()
    field.press("Enter")
    expect(page.get_by_text("2 of 2 matches")).to_be_visible()
    button(page, "Next match").click()
    expect(page.get_by_text("1 of 2 matches")).to_be_visible()
    button(page, "Previous match").click()
    expect(page.get_by_text("2 of 2 matches")).to_be_visible()
    expect(page.locator("figure.whole a.node.found")).to_have_count(2)
    field.fill("nothing like it")
    expect(page.get_by_text("No match")).to_be_visible()
    expect(page.locator("figure.whole a.node.found")).to_have_count(0)


def test_the_legend_filters(page: Page) -> None:
    page.get_by_text("Legend and filter").click()
    off = page.locator("figure.whole a.node.off")
    page.get_by_label("But: attacks").uncheck()
    names = {str(each.get_attribute("href")) for each in off.all()}
    assert names == {"crime.html", "elsewhere.html"}
    expect(page.get_by_text("Legend and filter · 1 off")).to_be_visible()
    page.get_by_label("Point 2").uncheck()
    expect(box(page, "cheap")).to_have_class(re.compile(r"\boff\b"))
    page.get_by_label("rebutted").uncheck()
    expect(page.get_by_text("Legend and filter · 3 off")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(off).to_have_count(0)
    expect(page.get_by_label("But: attacks")).to_be_checked()


def test_the_legend_filtered_by_statuses_that_a_what_if_had_changed(page: Page) -> None:
    page.get_by_text("Legend and filter").click()
    status = page.get_by_role("group", name="Status")
    expect(status.get_by_role("checkbox")).to_have_count(3)
    stands = status.get_by_label("stands")
    stands.uncheck()
    expect(box(page, "lit")).to_have_class(re.compile(r"\boff\b"))
    button(page, "What if").click()
    box(page, "lit").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Reject").click()
    expect(box(page, "lit")).to_have_class(re.compile(r"\brejected\b"))
    expect(box(page, "lit")).not_to_have_class(re.compile(r"\boff\b"))
    status.get_by_label("rejected").uncheck()
    expect(box(page, "lit")).to_have_class(re.compile(r"\boff\b"))
    expect(page.get_by_text("Legend and filter · 2 off")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    # What is switched off stays in sight, so that it can be switched on.
    expect(status.get_by_label("rejected")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(status.get_by_label("rejected")).to_be_hidden()
    expect(stands).to_be_checked()


def test_the_map_fills_the_screen_and_comes_back(page: Page) -> None:
    button(page, "Full screen").click()
    page.wait_for_function("document.fullscreenElement?.matches('figure.whole')")
    figure = page.locator("figure.whole")
    expect(figure).to_have_class(re.compile(r"\bfull\b"))
    button(page, "Full screen").click()
    page.wait_for_function("!document.fullscreenElement")
    expect(figure).not_to_have_class(re.compile(r"\bfull\b"))


def test_without_the_browsers_full_screen_the_map_fills_the_window(
    context: BrowserContext, site: Path
) -> None:
    context.add_init_script(
        "Object.defineProperty(Document.prototype, 'fullscreenEnabled', {get: () => false});"
    )
    page = ready(context.new_page(), site, MAP)
    button(page, "Full screen").click()
    assert page.locator("figure.whole").bounding_box() == {
        "x": 0, "y": 0, "width": 900, "height": 700,
    }  # fmt: skip
    box(page, "open").press("f")
    page.keyboard.press("Escape")
    expect(page.locator("figure.whole")).not_to_have_class(re.compile(r"\bfull\b"))
    expect(box(page, "open")).to_have_class(re.compile(r"\bchosen\b"))
    page.keyboard.press("Escape")
    expect(box(page, "open")).not_to_have_class(re.compile(r"\bchosen\b"))


@pytest.mark.parametrize("width", [900, 1280])
def test_full_screen_left_readers_elsewhere_on_the_page_and_in_the_map(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    figure = page.locator("figure.whole")
    to_figure = "each => each.scrollIntoView({behavior: 'instant'})"
    figure.evaluate(to_figure)
    button(page, "Zoom in").click()
    wait_for_scale(page, "at === 1.3")
    place = middle(box(page, "open"))
    for focused in ("", "seen"):
        if focused:
            box(page, focused).focus()
            page.keyboard.press("f")
        button(page, "Full screen").focus()
        figure.evaluate(to_figure)
        top = page.evaluate("scrollY")
        page.keyboard.press("Enter")
        expect(figure).to_have_class(re.compile(r"\bfull\b"))
        button(page, "Full screen").press("Enter")
        expect(figure).not_to_have_class(re.compile(r"\bfull\b"))
        assert page.evaluate("scrollY") == top
        if focused:
            expect(box(page, focused)).to_be_in_viewport(ratio=0.99)
        else:
            assert middle(box(page, "open")) == pytest.approx(place, abs=1)


def test_the_middle_of_the_map_was_lost_when_the_window_changed(page: Page) -> None:
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    box(page, "lit").focus()
    page.keyboard.press("f")
    frame = page.locator("figure.whole .scroll")

    def off_middle() -> list[int]:
        at = zip(middle(box(page, "lit")), middle(frame), strict=True)
        return [round(one - other) for one, other in at]

    before = off_middle()
    heights = []
    for width, height in [(420, 900), (900, 420), (900, 700)]:
        page.set_viewport_size({"width": width, "height": height})
        for _ in range(50):
            page.wait_for_timeout(100)
            if off_middle() == pytest.approx(before, abs=2):
                break
        assert off_middle() == pytest.approx(before, abs=2)
        place = frame.bounding_box()
        assert place
        heights.append(place["height"])
    # The frame grows again when there is room again.
    assert heights[0] > heights[1] < heights[2]


def test_what_moves_a_map_is_asked_for_again_when_it_did_not_come(
    context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/panzoom.js", answer)
    page.goto(f"{site.as_uri()}/{MAP}")
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1
    button(page, "Zoom in").click()
    wait_for_scale(page, "at === 1.3")


def saved(page: Page, name: str, folder: Path) -> Path:
    """Save the map as a file; return it."""
    with page.expect_download() as download:
        button(page, f"Save {name}").click()
    place = folder / download.value.suggested_filename
    download.value.save_as(place)
    return place


def test_a_saved_svg_opens_alone_and_looks_the_same(
    page: Page, context: BrowserContext, tmp_path: Path
) -> None:
    fold = page.get_by_role("button", name=re.compile("below “A lit park"))
    fold.click()
    place = saved(page, "SVG", tmp_path)
    assert place.name == "park-map.svg"
    text = place.read_text(encoding="utf-8")
    svg = ET.fromstring(text)  # noqa: S314 - our own drawing
    links = [each.get("href") for each in svg.iter("{http://www.w3.org/2000/svg}a")]
    assert len(links) == 6
    assert "https://parks.example/park/cheap.html" in links
    # The count of what is folded away stays, the buttons go.
    assert "+4" in "".join(svg.itertext())
    assert "−" not in "".join(svg.itertext())
    for sign in ("class=", "style=", "var(", "script", "currentColor", "color("):
        assert sign not in text
    fill = "each => getComputedStyle(each.querySelector('.box')).fill"
    here = box(page, "open").evaluate(fill)
    alone = context.new_page()
    alone.goto(place.as_uri())
    link = alone.locator('a[href$="/open.html"]')
    assert link.locator("rect").first.evaluate("each => getComputedStyle(each).fill") == here
    expect(link.get_by_text("The park should")).to_be_visible()


def test_a_saved_map_had_lost_its_dashes_and_what_is_struck_out(page: Page, tmp_path: Path) -> None:
    page.goto(f"{page.url}?reject=park/lit")
    expect(page.locator("figure.whole .now").first).to_be_visible()
    for _step in range(5):
        button(page, "Zoom out").click()
    wait_for_scale(page, "at < 0.3")
    svg = ET.parse(saved(page, "SVG", tmp_path)).getroot()  # noqa: S314 - our own drawing
    struck = {
        "".join(each.itertext()).strip()
        for each in svg.iter("{http://www.w3.org/2000/svg}text")
        if each.get("text-decoration") == "line-through"
    }
    assert struck == {"stands"}
    dashes = {each.get("stroke-dasharray") for each in svg.iter("{http://www.w3.org/2000/svg}path")}
    assert {"none", "6, 4", "0.1, 4.5"} <= dashes
    # On the page the map is as far off as before.
    expect(page.locator("svg.diagram.far")).to_have_count(1)


def test_a_painted_map_had_lost_what_is_struck_out(
    context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    context.add_init_script(
        "const { fillRect } = CanvasRenderingContext2D.prototype; globalThis.lines = [];"
        "CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) {"
        " if (width > 20) lines.push(height); fillRect.call(this, x, y, width, height); };"
    )
    page = ready(context.new_page(), site, f"{MAP}?reject=park/lit")
    tags = page.locator("figure.whole .now")
    expect(tags.first).to_be_visible()
    saved(page, "PNG", tmp_path)
    heights = page.evaluate("lines")
    assert len(heights) == tags.count()
    assert all(0.5 < each < 2 for each in heights)


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Return the width and height of a PNG of 8 bits a channel, and its rows."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    data = b""
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return width, height, zlib.decompress(data)


def test_a_saved_png_shows_the_drawing_at_twice_its_size(page: Page, tmp_path: Path) -> None:
    svg = ET.parse(saved(page, "SVG", tmp_path)).getroot()  # noqa: S314 - our own drawing
    width, height, rows = pixels(saved(page, "PNG", tmp_path).read_bytes())
    assert (width, height) == (2 * int(str(svg.get("width"))), 2 * int(str(svg.get("height"))))
    # Boxes, lines and letters: many kinds of bytes, none of them nearly everywhere.
    assert len(set(rows)) > 100


def test_arrows_focus_and_downloads_are_on_other_diagrams_too(
    context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    page.goto(f"{site.as_uri()}/park/safe.html")
    figure = page.locator("figure.map")
    expect(figure.get_by_role("button", name="Save PNG")).to_be_visible()
    figure.locator('a.node[href="open.html"]').focus()
    page.keyboard.press("ArrowDown")
    expect(figure.locator('a.node[href="safe.html"]')).to_be_focused()
    expect(figure.locator(".scroll.live")).to_be_visible()
    # The wheel moves the page there, and zooms with Ctrl.
    at = "document.querySelector('figure.map svg.diagram').getScreenCTM().a"
    page.mouse.move(*middle(figure.locator('a.node[href="safe.html"]')))
    page.mouse.wheel(0, 40)
    expect(page.get_by_text("Hold Ctrl and turn the wheel to zoom.")).to_be_visible()
    assert page.evaluate(at) == 1
    page.keyboard.down("Control")
    page.mouse.wheel(0, -40)
    page.keyboard.up("Control")
    page.wait_for_function(f"{at} > 1.1")


def test_without_javascript_the_map_scrolls_as_it_is(browser: Browser, site: Path) -> None:
    size: ViewportSize = {"width": 360, "height": 700}
    with browser.new_context(java_script_enabled=False, viewport=size) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/park/crime.html")
        page.get_by_role("link", name="Show in the map of the whole essay").click()
        expect(box(page, "crime")).to_be_in_viewport()
        assert page.locator("figure.whole button").count() == 0
        assert scale(page) == 1


def test_tools_were_cut_off_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    for tool in page.locator("figure.whole .tools :is(button, input)").all():
        place = tool.bounding_box()
        assert place
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 360


@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_axe_finds_nothing_in_a_map_in_use(browser: Browser, site: Path, look: str) -> None:
    with browser.new_context(
        bypass_csp=True,
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else "none",
    ) as context:
        page = ready(context.new_page(), site, MAP)
        page.get_by_text("Legend and filter").click()
        page.get_by_role("searchbox", name="Search in the map").fill("lamps")
        page.get_by_role("button", name=re.compile("below “A lit park")).press("Enter")
        button(page, "Focus").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert axe_faults(page, "figure.whole") == []
        small = page.evaluate(
            "[...document.querySelectorAll('figure.whole :is(button, summary, label)')]"
            ".map(each => each.getBoundingClientRect().height)"
            ".filter(height => height && height < 24).length"
        )
        assert small == 0
