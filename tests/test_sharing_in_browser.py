"""Sharing and citing as a reader does it: a click, and the text is on the clipboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.built import make_site
from tests.served import served

ADDRESS = "https://example.org/essays"
ESSAY = """\
title: The park
author: A. Writer
date: 2026-03-02
contention:
  id: open
  text: The park should *stay* open.
  rebuttals:
    - {id: risk, text: "It is dark </script><script>alert(1)</script>."}
"""
QUOTE = "“The park should stay open.” (A. Writer, “The park”)"


def site_with(root: Path, url: str = "") -> Path:
    """Build a site that knows this address, or none."""
    settings = f"title: Essays\n{url and f'url: {url}'}\n"
    contents = {"content/site.yaml": settings, "content/park/essay.yaml": ESSAY}
    return make_site(root, contents)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site that knows its address."""
    return site_with(tmp_path_factory.mktemp("known"), ADDRESS)


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site that does not know where it will be."""
    return site_with(tmp_path_factory.mktemp("nowhere"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser that lets pages use the clipboard; nothing may go wrong in them."""
    faults: list[str] = []
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as opened:
        opened.on("console", lambda message: faults.append(message.text))
        opened.on("weberror", lambda error: faults.append(str(error.error)))
        opened.on("dialog", lambda dialog: faults.append(dialog.message))
        yield opened
    assert not faults


def opened(context: BrowserContext, address: str) -> Page:
    """Open a page."""
    page = context.new_page()
    page.goto(address)
    return page


def copied(page: Page, label: str) -> str:
    """Press a button that copies; return what is on the clipboard then."""
    page.evaluate("navigator.clipboard.writeText('something else')")
    button = page.locator("button.copy", has_text=label)
    place = page.locator("button.copy").all_inner_texts().index(label)
    button.click()
    expect(page.locator("button.copy").nth(place)).to_have_text("Copied")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_statement_is_copied_with_one_click(
    context: BrowserContext, known: Path
) -> None:
    page = opened(context, f"{known.as_uri()}/park/open.html")
    assert copied(page, "Copy link") == f"{ADDRESS}/park/open.html"


def test_a_statement_is_copied_as_a_line_with_its_address(
    context: BrowserContext, known: Path
) -> None:
    page = opened(context, f"{known.as_uri()}/park/open.html")
    assert copied(page, "Copy text") == f"{QUOTE} {ADDRESS}/park/open.html"


def test_an_essay_offers_its_contention_and_its_own_address(
    context: BrowserContext, known: Path
) -> None:
    page = opened(context, f"{known.as_uri()}/park/index.html")
    assert copied(page, "Copy text") == f"{QUOTE} {ADDRESS}/park/index.html"


def test_a_site_that_knows_no_address_gives_the_one_it_was_opened_at(
    context: BrowserContext, nowhere: Path
) -> None:
    with served(nowhere) as host:
        page = opened(context, f"{host}/park/open.html?utm=1#note")
        assert copied(page, "Copy link") == f"{host}/park/open.html"
        page.wait_for_load_state("networkidle")
        page.close()
    page = opened(context, f"{nowhere.as_uri()}/park/open.html")
    assert copied(page, "Copy link") == f"{nowhere.as_uri()}/park/open.html"


def test_each_form_of_a_citation_is_copied_as_it_stands(
    context: BrowserContext, known: Path
) -> None:
    page = opened(context, f"{known.as_uri()}/park/index.html")
    assert copied(page, "Copy citation") == (
        f"A. Writer. “The park”. Essays. 2 March 2026. {ADDRESS}/park/index.html"
    )
    page.get_by_text("BibTeX", exact=True).click()
    assert copied(page, "Copy BibTeX").startswith("@misc{park,\n")
    page.get_by_text("CSL-JSON", exact=True).click()
    (item,) = json.loads(copied(page, "Copy CSL-JSON"))
    assert item["URL"] == f"{ADDRESS}/park/index.html"


def test_the_button_says_its_own_name_again(context: BrowserContext, known: Path) -> None:
    page = opened(context, f"{known.as_uri()}/park/open.html")
    page.clock.install()
    button = page.locator("button.copy").first
    button.click()
    expect(button).to_have_text("Copied")
    page.clock.run_for(3000)
    expect(button).to_have_text("Copy link")
    expect(button).to_be_focused()


@pytest.mark.parametrize("missing", ["absent", "refused"])
def test_without_a_clipboard_the_text_is_copied_as_a_selection(
    context: BrowserContext, known: Path, missing: str
) -> None:
    """As on a host without https, where pages have no clipboard, or where its use is refused."""
    value = "undefined" if missing == "absent" else "{ writeText: () => Promise.reject() }"
    page = context.new_page()
    page.add_init_script(
        f"Object.defineProperty(navigator, 'clipboard', {{ value: {value}, configurable: true }})"
    )
    page.goto(f"{known.as_uri()}/park/open.html")
    button = page.get_by_role("button", name="Copy link")
    button.click()
    expect(page.get_by_role("button", name="Copied")).to_be_focused()
    page.evaluate("delete navigator.clipboard")
    assert page.evaluate("navigator.clipboard.readText()") == f"{ADDRESS}/park/open.html"


def test_without_javascript_there_is_no_button_and_every_form_can_be_read(
    browser: Browser, known: Path
) -> None:
    with browser.new_context(java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(f"{known.as_uri()}/park/open.html")
        assert page.get_by_role("button").filter(has_text="Copy").count() == 0
        assert page.locator(".share").is_hidden()
        page.get_by_text("CSL-JSON", exact=True).click()
        expect(page.get_by_text('"type": "chapter"')).to_be_visible()


def test_the_data_in_the_head_breaks_no_policy_and_runs_nothing(
    context: BrowserContext, known: Path
) -> None:
    page = context.new_page()
    page.add_init_script(
        "globalThis.violations = [];"
        "document.addEventListener('securitypolicyviolation',"
        " (event) => violations.push(event.violatedDirective));"
    )
    page.goto(f"{known.as_uri()}/park/risk.html")
    assert page.evaluate("violations") == []
    data = page.locator("script[type='application/ld+json']").text_content() or ""
    assert json.loads(data)["text"] == "It is dark </script><script>alert(1)</script>."


def test_the_page_at_unknown_addresses_is_whole_in_any_folder(
    context: BrowserContext, tmp_path: Path
) -> None:
    with served(tmp_path) as host:
        site_with(tmp_path / "made", f"{host}/essays")
        (tmp_path / "made" / "site").rename(tmp_path / "essays")
        lost = (tmp_path / "essays" / "404.html").read_bytes()
        deep = tmp_path / "essays" / "no" / "such"
        deep.mkdir(parents=True)
        # What a host does that shows the page at an address deep in the site.
        (deep / "page.html").write_bytes(lost)
        page = opened(context, f"{host}/essays/no/such/page.html")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(253, 252, 249)"
        page.get_by_role("main").get_by_role("link").first.click()
        page.wait_for_url(f"{host}/essays/index.html")
        # The host may go only when nothing is asked of it any more.
        page.wait_for_load_state("networkidle")
        page.close()


def test_the_page_at_unknown_addresses_leads_somewhere_from_disk(
    browser: Browser, tmp_path: Path
) -> None:
    """It has no style there, since no relative address would hold on a host."""
    with served(tmp_path) as host:
        site_with(tmp_path / "essays", f"{host}/essays/site")
        page = browser.new_page()
        page.goto((tmp_path / "essays" / "site" / "404.html").as_uri())
        page.get_by_role("main").get_by_role("link").first.click()
        page.wait_for_url(f"{host}/essays/site/index.html")
        page.wait_for_load_state("networkidle")
        page.close()
