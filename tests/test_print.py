"""Pages on paper: printed by a real browser, read back from the PDF that comes out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PageObject, PdfReader

from argsite.load import load
from argsite.markdown import plain
from tests.built import ROOT

ESSAYS = ("library-of-tools", "rome-talks")

Print = Callable[[str], list[PageObject]]


@pytest.fixture(scope="module")
def printed(browser: Browser, own_site: Path) -> Print:
    """Return what prints a page of the site, each page once."""
    known: dict[str, list[PageObject]] = {}

    def pages(path: str) -> list[PageObject]:
        if path not in known:
            with browser.new_context() as context:
                page = context.new_page()
                page.goto(f"{own_site.as_uri()}/{path}")
                pdf = page.pdf(format="A4", prefer_css_page_size=True)
            known[path] = list(PdfReader(io.BytesIO(pdf)).pages)
        return known[path]

    return pages


def letters(text: str) -> str:
    """Return a text without white space, since a line may break anywhere in print."""
    return re.sub(r"\s+|\N{SOFT HYPHEN}", "", text)


def text_of(pages: list[PageObject]) -> str:
    """Return what a reader of some pages reads."""
    return letters("".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("slug", ESSAYS)
def test_every_statement_of_an_essay_is_printed(printed: Print, slug: str) -> None:
    text = text_of(printed(f"{slug}/index.html"))
    library = load(ROOT, lambda _: None).library
    assert library
    essay = next(each for each in library.essays if each.slug == slug)
    statements = [plain(each.text.text) for each in essay.statements]
    assert len(statements) > 20
    missing = [each for each in statements if letters(each) not in text]
    assert not missing


def test_outside_links_are_printed_with_their_addresses(printed: Print) -> None:
    text = text_of(printed("library-of-tools/index.html"))
    assert "(https://example.org/exampleton/shed-survey)" in text


@pytest.mark.parametrize("slug", ESSAYS)
def test_nothing_is_printed_that_is_only_for_the_screen(printed: Print, slug: str) -> None:
    text = text_of(printed(f"{slug}/index.html"))
    for words in ("What if", "Full screen", "Save PNG", "Search", "Keyboard", "Colours", "Cite"):
        assert letters(words) not in text, words


def test_the_pages_are_numbered_but_for_the_cover(printed: Print) -> None:
    pages = printed("rome-talks/index.html")
    count = len(pages)
    assert 15 < count < 25
    assert f"/{count}" not in text_of(pages[:1])
    for number, page in enumerate(pages[1:], 2):
        assert f"{number}/{count}" in text_of([page])


def test_no_page_is_left_blank(printed: Print) -> None:
    for slug in ESSAYS:
        for number, page in enumerate(printed(f"{slug}/index.html"), 1):
            assert len(text_of([page])) > 40, (slug, number)


def test_what_another_point_argues_for_is_not_printed_once_more(printed: Print) -> None:
    text = text_of(printed("rome-talks/index.html"))
    assert "arguedinpoint2" in text
    assert text.count(letters("His party has to face the congressional elections")) <= 2


def test_the_claim_of_the_essay_is_printed_on_its_first_page(printed: Print) -> None:
    for slug in ESSAYS:
        cover = text_of(printed(f"{slug}/index.html")[:1])
        assert re.search("CONTENTION.*(stands|open)", cover, re.IGNORECASE), slug


def test_a_list_says_what_it_is_narrowed_to_and_shows_no_other_choice(printed: Print) -> None:
    everything = text_of(printed("statements.html"))
    assert "Status" not in everything
    narrowed = text_of(printed("statements.html?status=rebutted&essay=rome-talks"))
    assert re.search("Status.*rebutted.*Essay.*ThewayoutafterRome.*left", narrowed)
    assert not re.search("contested|unsupported|Tag", narrowed)


def test_the_map_of_the_whole_essay_is_on_the_first_sheet_under_its_title(printed: Print) -> None:
    first, *_ = printed("rome-talks/map.html")
    assert first.mediabox.width > first.mediabox.height
    text = text_of([first])
    assert "90statementsand82arguments" in text
    assert "Thewholeargument" in text


def test_a_broad_map_has_a_sheet_of_its_own_that_is_turned(printed: Print) -> None:
    pages = printed("rome-talks/index.html")
    turned = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert turned
    for page in turned:
        assert "asamap." in text_of([page]) or "Thecontention" in text_of([page])


@pytest.mark.parametrize("slug", ESSAYS)
def test_a_claim_stands_on_the_page_of_its_status_and_first_reason(
    printed: Print, slug: str
) -> None:
    found = 0
    for page in printed(f"{slug}/index.html"):
        lines = page.extract_text().splitlines()
        for place, line in enumerate(lines):
            if line.strip().upper() in {"CLAIM", "FURTHER CLAIM"}:
                found += 1
                rest = letters("".join(lines[place:])).casefold()
                assert re.search("stands|open|contested|unsupported|rebutted|presumed", rest)
                argued = rest.find("theargument▲")
                assert argued < 0 or re.search("because|but", rest[argued:]), line
    assert found >= 4


def test_all_of_a_map_fits_on_its_sheet(browser: Browser, own_site: Path) -> None:
    # The width of an upright sheet without its margins, then of a turned one.
    sheets = {"upright": 665, "turned": 1030}
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{own_site.as_uri()}/rome-talks/index.html")
        page.locator("#point-2 .scroll").hover()  # a script moves this one
        page.emulate_media(media="print")
        for sheet, wide in sheets.items():
            page.set_viewport_size({"width": wide, "height": 900})
            over = page.evaluate(
                """([turned, wide]) => [...document.querySelectorAll("figure.map")]
                  .filter(each => each.matches(".broad") === turned)
                  .flatMap(each => [...each.querySelectorAll("a.node .box")])
                  .map(each => each.getBoundingClientRect())
                  .filter(each => each.left < 0 || each.right > wide).length""",
                [sheet == "turned", wide],
            )
            assert over == 0, sheet


def test_what_was_folded_is_folded_again_after_printing(browser: Browser, own_site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{own_site.as_uri()}/rome-talks/index.html")
        closed = page.locator("main details:not([open])")
        before = closed.count()
        assert before
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert closed.count() == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert closed.count() == before


def test_a_folded_map_was_printed_folded_with_the_line_that_says_so(
    browser: Browser, own_site: Path
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{own_site.as_uri()}/rome-talks/map.html")
        expect(page.locator("figure.whole .scroll.live")).to_be_visible()
        page.get_by_role("button", name="Collapse to the points").click()
        hidden = page.locator("figure.whole a.node.gone")
        count = hidden.count()
        assert count
        said = page.get_by_text("statements are hidden.")
        expect(said).to_be_visible()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        expect(hidden).to_have_count(0)
        expect(said).to_be_hidden()
        expect(page.locator("figure.whole .fold:visible")).to_have_count(0)
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(hidden).to_have_count(count)
        expect(said).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "rome-talks/map.html",
        "rome-talks/outline.html",
        "library-of-tools/lend-tools.html",
    ],
)
def test_other_pages_print_without_what_leads_around(printed: Print, path: str) -> None:
    pages = printed(path)
    text = text_of(pages)
    assert "Keyboard" not in text
    assert "Howtoread" not in text
    assert len(text) > 200
