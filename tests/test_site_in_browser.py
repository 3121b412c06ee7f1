"""The project's own site as readers have it: no JavaScript, from a folder and from a host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage

from tests.axe import axe_faults
from tests.built import make_site
from tests.naughty import NAUGHTY
from tests.served import served
from tests.test_build import PLACES, essay_of

Scheme = Literal["light", "dark"]

PAGES = {
    "index": "index.html",
    "essay": "library-of-tools/index.html",
    "long essay": "rome-talks/index.html",
    "statement": "library-of-tools/lend-tools.html",
    "map": "library-of-tools/map.html",
    "long map": "rome-talks/map.html",
    "outline": "library-of-tools/outline.html",
    "plain": "about.html",
    "statements": "statements.html",
    "open rebuttals": "open.html",
    "sources": "sources.html",
    "tags": "tags/index.html",
    "how to read": "how-to-read.html",
    "not found": "404.html",
}
"""A page of each kind; a tag's page is added by the fixture."""

PAPER = {"light": "rgb(253, 252, 249)", "dark": "rgb(20, 22, 26)"}
"""What the stylesheet's token for the paper comes to."""


@pytest.fixture(scope="module")
def host(own_site: Path) -> Iterator[str]:
    """Serve the site on this machine; return its address."""
    with served(own_site) as address:
        yield address


@pytest.fixture(scope="module")
def kinds(own_site: Path) -> dict[str, str]:
    """Return the path of a page of each kind."""
    tags = sorted(path.name for path in (own_site / "tags").glob("*.html"))
    return PAGES | {"tag": f"tags/{tags[0]}"}


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, own_site: Path, host: str) -> str:
    """Return the site's address: in a folder, or on a host."""
    return own_site.as_uri() if request.param == "file" else host


@pytest.fixture(params=[1280, 360])
def width(request: pytest.FixtureRequest) -> int:
    """Return the width of a screen, or of a phone."""
    return int(request.param)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser without JavaScript."""
    with browser.new_context(java_script_enabled=False) as opened:
        yield opened


class Watched:
    """A page, with all that it asked for and complained of."""

    def __init__(self, context: BrowserContext, width: int) -> None:
        self.page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": 800})
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        self.page.on("console", self._complain)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _complain(self, message: ConsoleMessage) -> None:
        self.faults.append(f"{message.location['url']}: {message.text}")

    def check(self, base: str) -> None:
        """Check that nothing went wrong and nothing was asked of anybody else."""
        # An icon fails where its page is left before it has come; that it is there is known.
        assert not [each for each in self.faults if not each.endswith("/assets/icon.svg")]
        assert all(url.startswith(f"{base}/") for url in self.asked), self.asked


def test_a_walk_through_the_site_and_back(context: BrowserContext, base: str, width: int) -> None:
    watched = Watched(context, width)
    page = watched.page
    page.goto(f"{base}/index.html")
    page.get_by_role("link", name="Should the library lend tools?").click()
    assert page.url == f"{base}/library-of-tools/index.html"
    page.get_by_role("link", name="The risk can be borne").first.click()
    assert page.url.endswith("/library-of-tools/index.html#point-3")

    point = page.locator("#point-3")
    boxes = point.locator("svg.diagram a.node")
    assert boxes.count() > 3
    box = boxes.nth(2)
    href = box.get_attribute("href")
    box.scroll_into_view_if_needed()
    box.click()
    assert page.url == f"{base}/library-of-tools/{href}"

    path = page.get_by_role("navigation", name="Path from the contention")
    up = path.locator("ol").first.get_by_role("link")
    while up.count() > 0:
        before = page.url
        up.last.click()
        assert page.url != before
    assert page.url == f"{base}/library-of-tools/lend-tools.html"
    page.get_by_role("navigation", name="Path from the contention").get_by_role(
        "link", name="Should the library lend tools?"
    ).click()
    assert page.url == f"{base}/library-of-tools/index.html"
    watched.check(base)


def test_a_quote_leads_to_its_place_in_the_essay(context: BrowserContext, own_site: Path) -> None:
    page = Watched(context, 1280).page
    page.goto(f"{own_site.as_uri()}/library-of-tools/drill-twice.html")
    page.get_by_role("link", name="Read it in its place").click()
    assert page.url.endswith("/library-of-tools/index.html#quote-drill-twice")
    assert page.locator("#quote-drill-twice").is_visible()


def test_an_argument_unfolds_without_javascript(context: BrowserContext, own_site: Path) -> None:
    page = Watched(context, 360).page
    page.goto(f"{own_site.as_uri()}/rome-talks/index.html")
    opened = page.locator(".argument details[open]")
    before = opened.count()
    page.locator(".argument details:not([open]) > summary").first.click()
    assert opened.count() == before + 1
    assert opened.first.locator("ul").first.is_visible()


WIDE = {
    "statement": "library-of-tools/lend-tools.html",
    "statement far down": "rome-talks/balance-disliked.html",
    "map": "rome-talks/map.html",
}
"""Pages whose diagrams are wider than any of the screens here."""


@pytest.mark.parametrize("path", WIDE.values(), ids=WIDE.keys())
def test_a_wide_diagram_opens_at_what_it_is_about(
    context: BrowserContext, own_site: Path, path: str, width: int
) -> None:
    page = Watched(context, width).page
    page.goto(f"{own_site.as_uri()}/{path}")
    box = page.locator("svg.diagram .focus").bounding_box()
    frame = page.locator(".scroll").bounding_box()
    assert box is not None
    assert frame is not None
    middle = box["x"] + box["width"] / 2
    assert abs(middle - (frame["x"] + frame["width"] / 2)) < 3
    # On a phone, a diagram that is taller than its frame is too.
    assert frame["y"] < box["y"]
    assert box["y"] + box["height"] < frame["y"] + frame["height"]


def test_on_a_phone_a_statement_far_down_has_no_empty_frame_above_it(
    context: BrowserContext, own_site: Path
) -> None:
    page = Watched(context, 360).page
    page.goto(f"{own_site.as_uri()}/rome-talks/balance-disliked.html")
    frame = page.locator(".scroll").bounding_box()
    assert frame is not None
    assert frame["height"] < 400


def test_a_link_scrolls_to_what_a_diagram_is_about(context: BrowserContext, own_site: Path) -> None:
    page = Watched(context, 360).page
    page.goto(f"{own_site.as_uri()}/rome-talks/map.html")
    # Browsers that open the diagram there by themselves do not show the link.
    target = page.locator(".seek a").get_attribute("href")
    page.goto(f"{own_site.as_uri()}/rome-talks/map.html{target}")
    box = page.locator("svg.diagram .focus").bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= 360 - box["width"]


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser with JavaScript, so that a page can be measured; pages hold none."""
    with browser.new_context() as opened:
        yield opened


@pytest.mark.parametrize("narrow", [320, 360])
def test_no_page_scrolls_sideways(
    reader: BrowserContext, own_site: Path, kinds: dict[str, str], narrow: int
) -> None:
    watched = Watched(reader, narrow)
    for kind, path in kinds.items():
        watched.page.goto(f"{own_site.as_uri()}/{path}")
        wide = watched.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= narrow, (kind, wide)
    watched.check(own_site.as_uri())


def test_texts_of_any_kind_do_not_make_a_page_scroll_sideways(
    reader: BrowserContext, tmp_path: Path
) -> None:
    texts = [text for text in NAUGHTY if len(text) > 80] + ["{{ 7 * 7 }}", "日本語" * 30]
    contents = {
        f"content/essay-{number}/essay.yaml": essay_of(text) for number, text in enumerate(texts)
    }
    site = make_site(tmp_path, contents)
    page = Watched(reader, 320).page
    for number in range(len(texts)):
        for path in PLACES:
            page.goto(f"{site.as_uri()}/{path.replace('essay/', f'essay-{number}/')}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (path, number)


@pytest.mark.parametrize("below", ["premises", "rebuttals", "undercuts"])
def test_a_deep_argument_stays_legible_on_a_phone(
    reader: BrowserContext, tmp_path: Path, below: str
) -> None:
    lines = ["title: Deep", "contention:", "  text: The contention.", "  premises:"]
    for number in range(1, 60):
        indent = "  " * (2 * number)
        lines += [f"{indent}- text: Statement {number} is said.", f"{indent}  {below}:"]
    lines.append("  " * 120 + "- The last one.")
    contents = {"content/deep/essay.yaml": "\n".join(lines) + "\n"}
    site = make_site(tmp_path, contents)
    page = Watched(reader, 320).page
    for path in ("index.html", "map.html", "outline.html", "the-last-one.html"):
        page.goto(f"{site.as_uri()}/deep/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        narrowest = page.evaluate(
            "Math.min(320, ...[...document.querySelectorAll('.tree p')]"
            ".filter(each => each.checkVisibility())"
            ".map(each => each.getBoundingClientRect().width))"
        )
        assert narrowest > 80, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_stylesheets_apply_from_a_folder_and_from_a_host(
    reader: BrowserContext, base: str, scheme: Scheme
) -> None:
    watched = Watched(reader, 1280)
    watched.page.emulate_media(color_scheme=scheme)
    for path in ("index.html", "library-of-tools/lend-tools.html"):
        watched.page.goto(f"{base}/{path}")
        colour = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert colour == PAPER[scheme]
    box = "getComputedStyle(document.querySelector('svg.diagram a.focus .box')).fill"
    assert watched.page.evaluate(box) != "none"
    watched.check(base)


def test_each_kind_of_page_loads_without_a_complaint(
    context: BrowserContext, base: str, kinds: dict[str, str]
) -> None:
    watched = Watched(context, 1280)
    for path in kinds.values():
        watched.page.goto(f"{base}/{path}")
    watched.check(base)


def test_a_mark_stands_beside_each_status(reader: BrowserContext, own_site: Path) -> None:
    page = Watched(reader, 1280).page
    page.goto(f"{own_site.as_uri()}/how-to-read.html")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.mark use')].map(each => each.getBBox().width)"
    )
    assert len(sizes) == 8
    assert all(size > 0 for size in sizes)


def test_on_paper_nothing_is_folded_away(reader: BrowserContext, own_site: Path) -> None:
    page = Watched(reader, 1280).page
    page.goto(f"{own_site.as_uri()}/rome-talks/index.html")
    # How to cite a page is left out on paper, as is what another point argues for.
    visible = (
        "[...document.querySelectorAll('details:not([open]) > :not(summary)')]"
        ".filter(each => !each.closest('.cite, .printed-elsewhere'))"
        ".map(each => each.checkVisibility())"
    )
    on_screen = page.evaluate(visible)
    assert on_screen
    assert not any(on_screen)
    page.emulate_media(media="print")
    assert all(page.evaluate(visible))
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 30, 27)"


def test_on_paper_outside_links_show_their_addresses(
    reader: BrowserContext, own_site: Path
) -> None:
    page = Watched(reader, 1280).page
    page.goto(f"{own_site.as_uri()}/about.html")
    links = page.locator("main a[rel=external]")
    content = "each => getComputedStyle(each, '::after').content"
    for link in links.all():
        assert link.evaluate(content) in {"none", "normal"}
    page.emulate_media(media="print")
    for link in links.all():
        assert str(link.get_attribute("href")) in link.evaluate(content)


Look = Literal["light", "dark", "forced"]


@pytest.mark.parametrize(
    ("look", "wide"), [("light", 1280), ("dark", 1280), ("forced", 1280), ("light", 360)]
)
def test_axe_finds_nothing(
    browser: Browser, own_site: Path, kinds: dict[str, str], look: Look, wide: int
) -> None:
    with browser.new_context(
        bypass_csp=True,
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else "none",
    ) as context:
        page = Watched(context, wide).page
        found = []
        for kind, path in kinds.items():
            page.goto(f"{own_site.as_uri()}/{path}")
            found += [(kind, *fault) for fault in axe_faults(page)]
        assert not found


def test_axe_finds_what_is_wrong(reader: BrowserContext) -> None:
    page = Watched(reader, 1280).page
    page.set_content("<html><body><img src=x><p style='color: #aaa'>Pale</p></body></html>")
    found = {rule for rule, _places in axe_faults(page)}
    assert found >= {"image-alt", "color-contrast", "html-has-lang", "landmark-one-main"}


CONTRASTS = """() => {
  const light = colour => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const of = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return [...document.querySelectorAll("svg.diagram a.node text")].map(text => {
    const box = text.closest("a").querySelector(".box");
    return of(getComputedStyle(text).fill, getComputedStyle(box).fill);
  });
}"""
"""The contrast between each text of a diagram and its box, as WCAG 2 reckons it."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_in_diagrams_stand_out(
    reader: BrowserContext, own_site: Path, scheme: Scheme
) -> None:
    # Axe cannot tell what lies behind the text of a drawing.
    page = Watched(reader, 1280).page
    page.emulate_media(color_scheme=scheme)
    for path in ("library-of-tools/map.html", "library-of-tools/lend-tools.html"):
        page.goto(f"{own_site.as_uri()}/{path}")
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 10
        assert min(contrasts) >= 4.5


def test_targets_are_large_enough_for_a_finger(reader: BrowserContext, own_site: Path) -> None:
    page = Watched(reader, 360).page
    for path in ("index", "lend-tools"):
        page.goto(f"{own_site.as_uri()}/library-of-tools/{path}.html")
        targets = "summary, .turn a, header a, .contents a, a.numeral, .path a"
        small = page.locator(f":is({targets})").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect())"
            ".filter(box => box.height < 24 && box.width).map(box => box.height)"
        )
        assert not small


def test_the_first_stop_of_the_keyboard_skips_to_the_text(
    context: BrowserContext, own_site: Path
) -> None:
    page = Watched(context, 1280).page
    page.goto(f"{own_site.as_uri()}/library-of-tools/lend-tools.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    assert re.match(r"Skip", str(skip.text_content()))
    page.keyboard.press("Enter")
    page.wait_for_url("**/lend-tools.html#content")
