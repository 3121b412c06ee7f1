"""The Big List of Naughty Strings in Chromium: shown as written, never run, nobody asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from argsite.build import check
from argsite.problems import is_error
from argsite.source import in_one_line
from tests.built import build_site
from tests.effort import LONG, effort, within
from tests.previewed import Previewed, previewed
from tests.sites import write
from tests.torture.fields import escaped
from tests.torture.naughty import TEXTS, essay_of_all, groups, quoted

MARKED = [each for each in TEXTS if re.search(r"[<>&\"'`]|script:", each)]
"""Strings that mean something to a browser, if anybody lets them."""

RAW = MARKED[:: effort(16, 2)]
"""Strings that stand in Markdown as they are."""

SHOWN = list(dict.fromkeys([*TEXTS[:: effort(60, 6)], *MARKED[:: effort(20, 2)]]))
"""The strings of statements; there is a page for each."""

TRAP = """
window.sprung = [];
for (const name of ["alert", "confirm", "prompt", "open"])
  window[name] = (...given) => window.sprung.push(`${name}(${given})`);
document.addEventListener("securitypolicyviolation", (event) =>
  window.sprung.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
window.addEventListener("message", (event) => window.sprung.push(`message: ${event.data}`));
"""
"""What a script of a text would do, kept in a list; set before any script of the page runs."""


def raw_essay() -> str:
    """Return an essay whose Markdown is the strings as they are."""
    return quoted(
        {
            "title": "Raw",
            "prose": "\n\n".join(RAW),
            "contention": {
                "id": "raw",
                "text": "They are <script>alert(1)</script>.",
                "premises": [
                    {"id": f"r{number}", "text": text, "note": text}
                    for number, text in enumerate(RAW)
                ],
            },
        }
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site that holds the strings in each of its files, and build it."""
    root = tmp_path_factory.mktemp("naughty")
    line = " | ".join(MARKED[:10])
    about = {
        "title": f"Site {line}",
        "description": line,
        "author": [line],
        "licence": line,
        "url": "https://example.org",
        "options": {"footer": escaped(line)},
    }
    contents = {
        "content/site.yaml": quoted(about),
        "content/all/essay.yaml": essay_of_all(SHOWN),
        "content/raw/essay.yaml": raw_essay(),
        "content/page.md": f"# {escaped(line)}\n\n" + "\n\n".join(map(escaped, RAW)),
    }
    for number, each in enumerate(groups(TEXTS, 900)[:: effort(14, 2)]):
        contents[f"content/plain-{number}.md"] = f"# {escaped(each)}\n\n{escaped(each)}\n"
    write(root, contents)
    wrong = [each for each in check(root).problems if is_error(each)]
    assert not wrong
    build_site(root)
    return root


class Reader:
    """Somebody who reads a site at an address, with a trap for all that a text could do."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        """Open a page; whatever leads away from the site is stopped and noted."""
        self.base = base
        self.faults: list[str] = []
        context.add_init_script(TRAP)
        context.route("**/*", self._answer)
        context.on("page", lambda opened: self.faults.append(f"opened: {opened.url}"))
        self.page = context.new_page()
        self.faults.clear()
        self.page.on("request", lambda request: self._ask(request.url))
        self.page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("download", lambda download: self.faults.append(f"download: {download.url}"))

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def check(self) -> None:
        """Check that nothing was run, opened or asked for."""
        sprung = self.page.evaluate("window.sprung")
        assert not sprung, (self.page.url, sprung)
        assert not self.faults, (self.page.url, self.faults)

    def _answer(self, route: Route) -> None:
        if route.request.url.startswith(f"{self.base}/"):
            route.continue_()
        else:
            route.abort()

    def _ask(self, url: str) -> None:
        if not url.startswith(f"{self.base}/"):
            self.faults.append(f"asked: {url}")


@pytest.fixture(scope="module", params=["file", "serve"] if LONG else ["file"])
def base(request: pytest.FixtureRequest, root: Path, preview: Previewed) -> str:
    """Return where the site is: in a folder, or in a preview."""
    return (root / "site").as_uri() if request.param == "file" else preview.address


@pytest.fixture(scope="module")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    """Show the site as its author sees it."""
    with previewed(root, tmp_path_factory.mktemp("log") / "log") as shown:
        yield shown


@pytest.fixture
def reader(browser: Browser, base: str) -> Iterator[Reader]:
    """Open a browser on the site."""
    with browser.new_context() as context:
        reader = Reader(context, base)
        yield reader
        reader.check()


def test_nothing_of_a_text_runs_on_any_page(reader: Reader, root: Path) -> None:
    site = root / "site"
    paths = [each.relative_to(site).as_posix() for each in sorted(site.rglob("*.html"))]
    assert len(paths) > 2 * len(SHOWN)
    # A host shows it at any address, so it names its files from the top of the host.
    paths.remove("404.html")
    of_statements = [each for each in paths if re.fullmatch(r"(all/s|raw/r|tags/).*", each)]
    others = [each for each in paths if each not in of_statements]
    for path in (*others[:: effort(3, 1)], *of_statements[:: effort(16, 3)]):
        page = reader.open(path)
        reader.check()
        made = page.locator(
            "main :is(script:not([type]), img, iframe, object, embed, form[action])"
        )
        assert made.count() == 0, path


def test_nothing_of_a_text_runs_in_a_preview(browser: Browser, preview: Previewed) -> None:
    with browser.new_context() as context:
        reader = Reader(context, preview.address)
        for path in ("", "raw/", "raw/r0.html", "all/map.html", "page.html", "no-such-page"):
            page = reader.open(path)
            reader.faults = [each for each in reader.faults if "404 (Not Found)" not in each]
            reader.check()
            assert page.locator("main").is_visible()


def test_a_statements_page_shows_its_text_as_written(reader: Reader) -> None:
    for number in range(0, len(SHOWN), effort(12, 2)):
        page = reader.open(f"all/s{number}.html")
        text = in_one_line(SHOWN[number])
        assert in_one_line(page.locator("h1").inner_text()) == text
        body = in_one_line(page.locator("main").inner_text())
        assert body.count(text) >= 6


def test_lists_show_texts_as_written(reader: Reader) -> None:
    page = reader.open("all/outline.html")
    said = shown(page, ".tree a")
    assert {in_one_line(each) for each in SHOWN} <= said
    page = reader.open("sources.html")
    assert {in_one_line(each) for each in SHOWN} <= shown(page, "cite") & shown(page, "blockquote")
    page = reader.open("tags/index.html")
    tags = {in_one_line(each).casefold() for each in SHOWN}
    assert tags <= {each.casefold() for each in shown(page, "main a")}


def shown(page: Page, chosen: str) -> set[str]:
    """Return the texts of elements of a page."""
    return {in_one_line(each) for each in page.locator(chosen).all_inner_texts()}


def test_filters_name_tags_as_written_and_choose_them(reader: Reader) -> None:
    page = reader.open("statements.html")
    chooser = page.get_by_label("Tag", exact=True)
    expect(chooser).to_be_visible()
    labels = chooser.locator("option").all_text_contents()
    tags = {in_one_line(each).casefold() for each in SHOWN}
    assert tags <= {in_one_line(each).casefold() for each in labels}
    for place in range(1, len(labels), effort(9, 2)):
        chooser.select_option(index=place)
        found = page.locator(".letter li[data-status]:visible")
        expect(found.first).to_be_visible()
        said = {in_one_line(each).casefold() for each in found.locator("> a").all_inner_texts()}
        assert said == {in_one_line(labels[place]).casefold()}


def test_search_finds_texts_and_shows_them_as_written(reader: Reader) -> None:
    page = reader.open("search.html")
    field = page.get_by_role("searchbox")
    results = page.get_by_role("list", name="Results")
    sought = [each for each in SHOWN if len(re.findall(r"[A-Za-z]{3}", each)) > 1]
    for text in sought[:: effort(6, 1)]:
        field.fill(text)
        for _ in within(20):
            if in_one_line(text) in shown(page, "[aria-label=Results] a, .find-results a"):
                break
            page.wait_for_timeout(50)
        else:
            pytest.fail(f"{text!r} is not found")
        assert results.locator(":is(script, img, iframe, object, [onerror], [onload])").count() == 0
        reader.check()


def exactly(text: str) -> re.Pattern[str]:
    """Return what matches a text and no other, white space as HTML folds it."""
    words = map(re.escape, in_one_line(text).split(" "))
    return re.compile(rf"^\s*{r'[ ]+'.join(words)}\s*$".replace("/", r"\/"))


def test_previews_show_texts_as_written(reader: Reader) -> None:
    page = reader.open("all/outline.html")
    for number in range(0, len(SHOWN), effort(16, 3)):
        page.locator(f'.tree a[href="s{number}.html"]').first.hover()
        text = page.locator("[role=tooltip]:popover-open .text")
        expect(text).to_have_text(exactly(SHOWN[number]))
        page.mouse.move(0, 0)
        expect(page.locator("[role=tooltip]:popover-open")).to_have_count(0)


def test_the_map_shows_searches_and_filters_texts(reader: Reader) -> None:
    page = reader.open("all/map.html")
    expect(page.locator("figure.whole .scroll.live")).to_be_visible()
    field = page.get_by_role("searchbox", name="Search in the map")
    sought = [n for n, each in enumerate(SHOWN) if len(re.findall(r"[A-Za-z]{3}", each)) > 1]
    for number in sought[:: effort(16, 4)]:
        field.fill(SHOWN[number][:20].strip())
        expect(page.locator(f'figure.whole a.node.found[href="s{number}.html"]')).to_have_count(1)
    page.get_by_text("Legend and filter").click()
    reader.check()


def test_a_what_if_says_texts(reader: Reader) -> None:
    settled = [f"reject=all/s{number}" for number in range(0, len(SHOWN), effort(8, 4))]
    page = reader.open(f"all/index.html?{'&'.join(settled)}")
    panel = page.locator(".what-if-panel")
    expect(panel).to_contain_text(f"You settle {len(settled)} statements.")
    assert panel.locator(":is(img, script, iframe, b)").count() == 0


def test_an_address_of_a_reader_is_no_order(reader: Reader) -> None:
    pages = ("search.html?q={}", "statements.html?tag={}", "all/map.html?focus={}#{}")
    for text in MARKED[:: effort(90, 8)]:
        for place in pages:
            page = reader.open(place.replace("{}", quote(text, safe="")))
            page.wait_for_timeout(50)
            reader.check()
