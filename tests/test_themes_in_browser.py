"""Themes as readers see them: the second theme, overridden files, what an author chooses."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from tests.axe import axe_faults
from tests.built import ROOT, build_site, files, make_site

SLATE = ROOT / "themes" / "slate"

PAGES = {
    "index": "index.html",
    "essay": "library-of-tools/index.html",
    "statement": "library-of-tools/lend-tools.html",
    "map": "library-of-tools/map.html",
    "outline": "library-of-tools/outline.html",
    "statements": "statements.html",
    "open rebuttals": "open.html",
    "sources": "sources.html",
    "tags": "tags/index.html",
    "search": "search.html",
    "plain": "about.html",
    "how to read": "how-to-read.html",
    "not found": "404.html",
}
"""A page of each kind."""

PIXEL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30">'
    b'<rect width="90" height="30" fill="teal"/></svg>'
)


@pytest.fixture(scope="module")
def slate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own content in the second theme; return the folder of the site."""
    root = tmp_path_factory.mktemp("slate")
    shutil.copytree(ROOT / "content", root / "content")
    about_site = root / "content" / "site.yaml"
    about_site.write_text(about_site.read_text(encoding="utf-8") + "theme: slate\n", "utf-8")
    return build_site(root)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser as most readers have it."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as opened:
        yield opened


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """Open a page; return it with what it complains of from now on."""
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    return page, faults


def style(page: Page, selector: str, name: str) -> str:
    """Return what a property of the first such element comes to."""
    return str(
        page.locator(selector).first.evaluate(
            "(each, name) => getComputedStyle(each).getPropertyValue(name)", name
        )
    )


def top(page: Page, selector: str) -> float:
    """Return how far below the page's top the first such element begins."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"]


# The second theme


def test_the_second_theme_has_few_files_of_its_own() -> None:
    assert set(files(SLATE)) - {name for name in files(SLATE) if name.startswith("pictures/")} == {
        "assets/icon.svg",
        "styles/1-tokens.css",
        "styles/8-slate.css",
        "templates/essay.html",
        "templates/statement.html",
        "theme.yaml",
    }


def test_the_second_theme_shows_the_same_words_as_the_first(own_site: Path, slate: Path) -> None:
    for path in files(own_site):
        if path.endswith(".html"):
            first, second = (
                sorted(re.findall(r">([^<\n]+)<", (site / path).read_text(encoding="utf-8")))
                for site in (own_site, slate)
            )
            assert first == second, path


@pytest.mark.parametrize("width", [1280, 360])
def test_in_the_second_theme_the_map_comes_first(
    reader: BrowserContext, slate: Path, width: int
) -> None:
    page, _ = watched(reader)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{slate.as_uri()}/library-of-tools/index.html")
    assert top(page, ".contention .map") < top(page, ".contention .statement")
    assert page.evaluate(
        "[...document.querySelectorAll('section.point')].every(point =>"
        " point.querySelector('.map').compareDocumentPosition(point.querySelector('.text'))"
        " === Node.DOCUMENT_POSITION_FOLLOWING)"
    )
    page.goto(f"{slate.as_uri()}/library-of-tools/lend-tools.html")
    assert top(page, "main > .map") < top(page, "main > .statement")
    page.goto(f"{slate.as_uri()}/library-of-tools/map.html")
    assert top(page, "main > .map") < top(page, "main > .argument")


def test_the_second_theme_has_a_look_of_its_own(
    reader: BrowserContext, own_site: Path, slate: Path
) -> None:
    page, _ = watched(reader)
    looks = []
    for site in (own_site, slate):
        page.goto(f"{site.as_uri()}/library-of-tools/index.html")
        looks.append(
            (
                style(page, "section.point .prose", "font-family"),
                style(page, "body", "background-color"),
                style(page, "header.site", "background-color"),
                style(page, ".numeral", "color"),
            )
        )
    first, second = looks
    assert all(one != other for one, other in zip(first, second, strict=True))
    assert "serif" in first[0].split(", ")
    assert second[0].endswith("sans-serif")


def test_in_the_second_theme_a_number_was_alone_on_its_sheet(
    reader: BrowserContext, slate: Path
) -> None:
    page = reader.new_page()
    page.goto(f"{slate.as_uri()}/rome-talks/index.html")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert min(len(each.extract_text()) for each in pdf.pages) > 40


@pytest.mark.parametrize("theme", ["paper", "slate"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_theme_says_of_its_paper_what_readers_see(
    reader: BrowserContext,
    own_site: Path,
    slate: Path,
    theme: str,
    scheme: Literal["light", "dark"],
) -> None:
    page, _ = watched(reader)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{(own_site if theme == 'paper' else slate).as_uri()}/index.html")
    said = (ROOT / "themes" / theme / "theme.yaml").read_text(encoding="utf-8")
    found = re.search(rf'{scheme}: "#(..)(..)(..)"', said)
    assert found
    red, green, blue = (int(part, 16) for part in found.groups())
    assert style(page, "body", "background-color") == f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize(
    ("scheme", "forced", "width"),
    [
        ("light", "none", 1280),
        ("dark", "none", 1280),
        ("light", "active", 1280),
        ("light", "none", 320),
    ],
)
def test_axe_finds_nothing_in_the_second_theme(
    browser: Browser,
    slate: Path,
    scheme: Literal["light", "dark"],
    forced: Literal["active", "none"],
    width: int,
) -> None:
    with browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,
        forced_colors=forced,
        viewport={"width": width, "height": 900},
    ) as context:
        page = context.new_page()
        found = []
        for kind, path in PAGES.items():
            page.goto(f"{slate.as_uri()}/{path}")
            found += [(kind, *fault) for fault in axe_faults(page)]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
        assert not found


def test_no_page_of_the_second_theme_complains(reader: BrowserContext, slate: Path) -> None:
    page, faults = watched(reader)
    for path in PAGES.values():
        page.goto(f"{slate.as_uri()}/{path}")
    # An icon fails where its page is left before it has come.
    assert not [each for each in faults if not each.endswith("/assets/icon.svg")]


# What a site replaces


def test_a_template_of_the_sites_own_extends_the_built_in_one(
    reader: BrowserContext, tmp_path: Path
) -> None:
    own = tmp_path / "themes" / "paper" / "templates" / "essay.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "paper/essay.html" %}\n'
        '{% block heading %}{{ super() }}<p id="own">Of {{ essay.title }}</p>{% endblock %}\n'
    )
    site = make_site(tmp_path, {})
    page, faults = watched(reader)
    page.goto(f"{site.as_uri()}/small/index.html")
    assert page.locator("#own").inner_text() == "Of Small"
    assert page.get_by_role("heading", level=1).inner_text() == "Small"
    assert page.locator("section.contention").is_visible()
    assert not faults


def test_a_stylesheet_of_the_sites_own_comes_last(reader: BrowserContext, tmp_path: Path) -> None:
    own = tmp_path / "themes" / "paper" / "styles" / "99-own.css"
    own.parent.mkdir(parents=True)
    own.write_text("h1 { color: rgb(0, 100, 0); }\n")
    site = make_site(tmp_path, {})
    page, _ = watched(reader)
    page.goto(f"{site.as_uri()}/small/index.html")
    assert style(page, "h1", "color") == "rgb(0, 100, 0)"
    assert style(page, "body", "background-color") == "rgb(253, 252, 249)"


# What an author chooses


def with_options(root: Path, options: str) -> Path:
    """Build a small site with these options; return its folder."""
    indented = "".join(f"  {line}\n" for line in options.splitlines())
    essay = (
        "title: Small\ncontention: One essay makes a site.\n"
        "points:\n  - number: 1\n    title: A point\n    claim: It has a point.\n"
    )
    contents = {
        "content/site.yaml": f"title: Site & Co\noptions:\n{indented}",
        "content/small/essay.yaml": essay,
    }
    return make_site(root, contents)


def test_the_accent_colours_numerals_by_day_and_by_night(
    reader: BrowserContext, tmp_path: Path
) -> None:
    site = with_options(tmp_path, 'accent: {light: "#005500", dark: "#99ff99"}')
    page, _ = watched(reader)
    page.goto(f"{site.as_uri()}/small/index.html")
    assert style(page, ".numeral", "color") == "rgb(0, 85, 0)"
    page.emulate_media(color_scheme="dark")
    assert style(page, ".numeral", "color") == "rgb(153, 255, 153)"


def test_fonts_set_texts_and_what_stands_around_them(
    reader: BrowserContext, tmp_path: Path
) -> None:
    site = with_options(
        tmp_path, "fonts: {prose: 'Gill Sans, sans-serif', interface: 'Courier New, monospace'}"
    )
    page, _ = watched(reader)
    page.goto(f"{site.as_uri()}/small/index.html")
    assert style(page, "p.claim", "font-family") == '"Gill Sans", sans-serif'
    assert style(page, "header.site", "font-family") == '"Courier New", monospace'


def test_the_logo_stands_for_the_name_of_the_site(reader: BrowserContext, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "our logo.svg").write_bytes(PIXEL)
    site = with_options(tmp_path, "logo: our logo.svg")
    page, faults = watched(reader)
    page.goto(f"{site.as_uri()}/small/index.html")
    logo = page.get_by_role("link", name="Site & Co").get_by_role("img", name="Site & Co")
    assert logo.evaluate("image => image.complete && image.naturalWidth") == 90
    page.get_by_role("link", name="Site & Co").click()
    assert page.url.endswith("/index.html")
    assert not faults
    assert (site / "assets" / "logo" / "our logo.svg").read_bytes() == PIXEL


def test_the_footer_is_markdown_whose_links_hold_on_every_page(
    reader: BrowserContext, tmp_path: Path
) -> None:
    site = with_options(tmp_path, "footer: 'Printed by **us**. [The essay](small/index.html)'")
    page, _ = watched(reader)
    for path in ("index.html", "small/map.html", "how-to-read.html"):
        page.goto(f"{site.as_uri()}/{path}")
        assert page.locator("footer strong").inner_text() == "us"
        page.locator("footer").get_by_role("link", name="The essay").click()
        assert page.url.endswith("/small/index.html")


def test_a_site_has_the_lists_that_its_author_chose_in_that_order(
    reader: BrowserContext, tmp_path: Path
) -> None:
    site = with_options(tmp_path, "lists: [open, statements]")
    page, _ = watched(reader)
    page.goto(f"{site.as_uri()}/index.html")
    names = page.get_by_role("navigation", name="Site").get_by_role("link").all_inner_texts()
    assert names == ["Essays", "Open rebuttals", "Statements", "How to read"]
    assert {"open.html", "statements.html"} <= files(site).keys()
    assert not {"sources.html", "tags/index.html"} & files(site).keys()


def test_a_site_can_do_without_lists(reader: BrowserContext, tmp_path: Path) -> None:
    site = with_options(tmp_path, "lists: []")
    page, _ = watched(reader)
    page.goto(f"{site.as_uri()}/index.html")
    names = page.get_by_role("navigation", name="Site").get_by_role("link").all_inner_texts()
    assert names == ["Essays", "How to read"]
    assert not {"open.html", "statements.html", "sources.html"} & files(site).keys()


def test_on_paper_the_second_theme_leaves_no_sheet_to_a_number_alone(
    browser: Browser, slate: Path
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{slate.as_uri()}/rome-talks/index.html")
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
    for number, sheet in enumerate(PdfReader(io.BytesIO(pdf)).pages, 1):
        assert len(sheet.extract_text()) > 100, number
