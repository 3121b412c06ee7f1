"""Pages in Ukrainian have no English on them; those in Hebrew run from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from argsite.language import messages
from tests.axe import axe_faults
from tests.built import make_site
from tests.language.samples import HEBREW, HEBREW_SITE, UKRAINIAN

NAMES = {
    "argsite",
    "atom",
    "bibtex",
    "csl",
    "dung",
    "esc",
    "grounded",
    "javascript",
    "json",
    "png",
    "svg",
}
"""Words in Latin letters that are the same in every language: of formats, keys, scholars."""

READ = """() => {
  const said = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const skip = walk.currentNode.parentElement.closest("script, style, pre, kbd");
    if (!skip) said.push(walk.currentNode.data);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      if (element.hasAttribute(name)) said.push(element.getAttribute(name));
    }
  }
  said.push(document.title, document.querySelector("meta[name=description]")?.content ?? "");
  return said;
}"""
"""What a page says to those who see it, hear it or find it."""


@pytest.fixture(scope="module")
def ukrainian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site in Ukrainian; return its folder."""
    return make_site(tmp_path_factory.mktemp("uk"), UKRAINIAN)


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site with an essay in Hebrew; return its folder."""
    return make_site(tmp_path_factory.mktemp("he"), HEBREW)


@pytest.fixture(scope="module")
def hebrew_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site in Hebrew; return its folder."""
    return make_site(tmp_path_factory.mktemp("he-site"), HEBREW_SITE)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of a laptop's size."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


def english(said: list[str]) -> list[str]:
    """Return the texts that hold a word in Latin letters which is no name."""
    addresses = re.compile(r"https?://\S+|[\w-]+\.html|[\w-]*/[\w/-]*")
    return [
        text
        for text in said
        if set(re.findall(r"[A-Za-z]{2,}", addresses.sub("", text).casefold())) - NAMES
    ]


def test_no_page_in_ukrainian_says_anything_in_english(ukrainian: Path, page: Page) -> None:
    paths = sorted(ukrainian.rglob("*.html"))
    assert len(paths) > 20
    for path in paths:
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        page.goto(path.as_uri())
        name = path.relative_to(ukrainian).as_posix()
        assert page.evaluate("() => document.documentElement.lang") == "uk", name
        assert not english(page.evaluate(READ)), name


def test_a_page_that_moved_says_so_in_ukrainian(ukrainian: Path) -> None:
    moved = (ukrainian / "park" / "stara-nazva.html").read_text(encoding="utf-8")
    assert "Твердження тепер тут:" in moved


def test_the_tools_of_a_map_are_in_ukrainian(ukrainian: Path, page: Page) -> None:
    page.goto((ukrainian / "park" / "map.html").as_uri())
    page.get_by_role("button", name="Збільшити").first.click()
    page.locator("summary", has_text="Легенда й фільтр").click()
    assert not english(page.evaluate(READ))


def test_what_if_is_in_ukrainian(ukrainian: Path, page: Page) -> None:
    page.goto((ukrainian / "park" / "bezpechno.html").as_uri())
    page.get_by_role("button", name="Відхилити").first.click()
    page.locator("main", has_text="Читач це відхиляє").wait_for()
    assert not english(page.evaluate(READ))


def test_a_preview_and_the_help_on_keys_are_in_ukrainian(ukrainian: Path, page: Page) -> None:
    page.goto((ukrainian / "park" / "index.html").as_uri())
    page.locator("a.mention").first.hover()
    page.locator("[role=tooltip], .preview").first.wait_for()
    page.get_by_role("button", name="Клавіатура").click()
    assert not english(page.evaluate(READ))


def test_searching_is_in_ukrainian(ukrainian: Path, page: Page) -> None:
    page.goto((ukrainian / "search.html").as_uri())
    page.get_by_role("searchbox").first.fill("парк")
    page.locator("main a", has_text="Парк").first.wait_for()
    assert not english(page.evaluate(READ))
    page.get_by_role("searchbox").first.fill("фіолетовий")
    page.get_by_text("За запитом «фіолетовий» нічого не знайдено.").wait_for()
    assert not english(page.evaluate(READ))


def test_scripts_agree_numbers_with_nouns_as_the_catalogue_does(
    ukrainian: Path, page: Page
) -> None:
    page.goto((ukrainian / "index.html").as_uri())
    form = page.evaluate("() => [0, 1, 2, 5, 21, 1234].map((n) => Number(argsiteWords.form(n)))")
    assert form == [2, 0, 1, 2, 0, 1]
    known = page.evaluate("() => argsiteWords.messages")
    every = messages("uk").forms
    assert known
    for message, forms in known.items():
        assert tuple([forms] if isinstance(forms, str) else forms) == every[message]


def test_a_site_in_english_loads_no_words(hebrew: Path) -> None:
    assert not [*(hebrew / "assets").glob("words-*.js")]
    assert "words-" not in (hebrew / "city" / "index.html").read_text(encoding="utf-8")


def test_an_essay_in_hebrew_runs_from_right_to_left(hebrew: Path, page: Page) -> None:
    page.goto((hebrew / "gan" / "index.html").as_uri())
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("he", "rtl")
    # The words around it are those of the site, which is in English.
    for place in ("header.site", "footer.site"):
        element = page.locator(place)
        assert (element.get_attribute("lang"), element.get_attribute("dir")) == ("en", "ltr")
    assert page.locator("main .status").first.get_attribute("lang") == "en"
    title = page.locator("h1")
    assert title.evaluate("each => getComputedStyle(each).direction") == "rtl"


def test_what_stands_in_the_margin_stands_at_the_right(hebrew: Path, page: Page) -> None:
    page.goto((hebrew / "gan" / "index.html").as_uri())
    numeral = page.locator(".numeral").first.bounding_box()
    heading = page.locator(".point .prose").first.bounding_box()
    assert numeral
    assert heading
    assert numeral["x"] >= heading["x"] + heading["width"] - 1
    border = page.locator("ul.tree li").first.evaluate(
        "each => [getComputedStyle(each).borderRightWidth, getComputedStyle(each).borderLeftWidth]"
    )
    assert border == ["3px", "0px"]


@pytest.mark.parametrize("path", ["gan/index.html", "gan/patuah.html", "gan/map.html"])
def test_a_page_in_hebrew_fits_a_narrow_screen(hebrew: Path, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto((hebrew / path).as_uri())
    widths = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert widths[0] <= widths[1]


def test_the_text_of_a_box_begins_at_its_right_side(hebrew: Path, page: Page) -> None:
    page.goto((hebrew / "gan" / "map.html").as_uri())
    boxes = page.locator("svg.diagram a.node").all()
    assert len(boxes) > 5
    for box in boxes:
        rows, frame = box.evaluate(
            """each => {
              const side = (element) => {
                const { left, right } = element.getBoundingClientRect();
                return { left, right };
              };
              const rows = [...each.querySelectorAll("text[direction] tspan")].map(side);
              return [rows, side(each.querySelector(".box"))];
            }"""
        )
        assert rows
        scale = (frame["right"] - frame["left"]) / 100
        for row in rows:
            assert row["left"] > frame["left"]
            assert row["right"] < frame["right"]
        # All rows end at one line, which is nearer to the right side than to the left.
        ends = {round(row["right"], 0) for row in rows}
        assert max(ends) - min(ends) <= 4 * scale
        assert frame["right"] - max(ends) < 10 * scale


def test_a_name_in_another_language_says_so(hebrew: Path, page: Page) -> None:
    page.goto((hebrew / "city" / "green.html").as_uri())
    assert page.locator("html").get_attribute("lang") == "en"
    names = page.locator("main a", has_text="הפארק צריך").locator("bdi").all()
    mentions = page.locator("a.mention", has_text="הפארק צריך").all()
    assert names
    assert mentions
    for each in (*names, *mentions):
        assert (each.get_attribute("lang"), each.get_attribute("dir")) == ("he", "rtl")


@pytest.mark.parametrize("path", ["gan/index.html", "gan/patuah.html", "gan/map.html"])
def test_axe_finds_nothing_on_pages_in_hebrew(hebrew: Path, page: Page, path: str) -> None:
    page.goto((hebrew / path).as_uri())
    assert axe_faults(page) == []


def test_words_that_scripts_write_on_a_page_in_hebrew_are_marked_as_english(
    hebrew: Path, page: Page
) -> None:
    page.goto((hebrew / "gan" / "index.html").as_uri())
    page.locator("a.mention").first.hover()
    why = page.locator(".preview .why")
    why.wait_for()
    assert (why.get_attribute("lang"), why.get_attribute("dir")) == ("en", "ltr")


def tongue(page: Page, place: str) -> tuple[str | None, str | None]:
    """Return the language of an element, and which way it runs."""
    found = page.locator(place).first.evaluate(
        "each => [each.closest('[lang]').lang, getComputedStyle(each).direction]"
    )
    return tuple(found)


@pytest.mark.parametrize(
    "path", ["how-to-read.html", "statements.html", "open.html", "search.html", "404.html"]
)
def test_a_page_that_no_author_wrote_is_in_the_language_of_its_words(
    hebrew_site: Path, page: Page, path: str
) -> None:
    page.goto((hebrew_site / path).as_uri())
    assert tongue(page, "html") == tongue(page, "h1") == ("en", "ltr")
    # Around it the site looks as it does everywhere.
    assert tongue(page, "header.site") == tongue(page, "footer.site") == ("en", "rtl")
    assert tongue(page, "header.site .name") == ("he", "rtl")


def test_a_page_of_an_author_is_in_the_language_of_the_site(hebrew_site: Path, page: Page) -> None:
    for path in ("index.html", "odot.html"):
        page.goto((hebrew_site / path).as_uri())
        assert tongue(page, "html") == tongue(page, "h1") == ("he", "rtl")
        assert tongue(page, "header.site nav a") == ("en", "rtl")
    page.goto((hebrew_site / "index.html").as_uri())
    assert tongue(page, ".card .kicker") == ("en", "ltr")


def test_the_name_of_a_statement_runs_its_own_way_on_every_page(
    hebrew_site: Path, page: Page
) -> None:
    for path in ("index.html", "statements.html"):
        page.goto((hebrew_site / path).as_uri())
        green = page.locator("main a", has_text="The city should be green.").first
        open_ = page.locator("main a", has_text="הפארק צריך").first
        for name, expected in ((green, "ltr"), (open_, "rtl")):
            inner = name.evaluate(
                "each => getComputedStyle(each.querySelector('bdi') ?? each).direction"
            )
            assert inner == expected, path


def test_the_caption_and_the_tools_of_a_map_stand_at_the_side_of_the_text(
    hebrew: Path, page: Page
) -> None:
    for path in ("gan/index.html", "gan/map.html"):
        page.goto((hebrew / path).as_uri())
        page.locator("figure.map .tools button").first.wait_for()
        ends = page.locator("figure.map").first.evaluate(
            """figure => {
              const range = document.createRange();
              const caption = figure.querySelector("figcaption");
              range.selectNodeContents(caption);
              const rows = [...range.getClientRects()].map((each) => each.right);
              const tools = [...figure.querySelectorAll(".tools > *")];
              return [
                figure.getBoundingClientRect().right,
                Math.max(...rows),
                Math.max(...tools.map((each) => each.getBoundingClientRect().right)),
              ];
            }"""
        )
        assert max(ends) - min(ends) < 12, path


def test_an_outside_address_is_printed_in_its_order_on_a_page_in_hebrew(
    hebrew: Path, page: Page
) -> None:
    page.goto((hebrew / "gan" / "index.html").as_uri())
    page.emulate_media(media="print")
    told = page.locator("main a[rel~=external]").first.evaluate(
        "each => getComputedStyle(each, '::after').content"
    )
    # Signs of Unicode around the address let it run from the left.
    assert "\N{LEFT-TO-RIGHT ISOLATE}" in told
    assert "\N{POP DIRECTIONAL ISOLATE}" in told


def test_a_date_stays_whole_behind_the_name_of_a_site_in_hebrew(
    hebrew_site: Path, page: Page
) -> None:
    page.goto((hebrew_site / "gan" / "index.html").as_uri())
    text = page.locator("[data-copy=citation]").text_content()
    assert text == "רות לוי. “הפארק בלילה”. מסות. 2 March 2026."
    boxes = page.locator("[data-copy=citation]").evaluate(
        """each => [...each.querySelectorAll("span")].map((span) => {
          const { left, right } = span.getBoundingClientRect();
          return [left, right];
        })"""
    )
    # The sentences stand one after the other, none within another.
    assert all(end <= start + 1 for (_, end), (start, _) in pairwise(boxes))
