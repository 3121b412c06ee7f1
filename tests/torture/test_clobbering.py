"""An author's names and a browser's: whatever a statement or a heading is called, scripts work.

A browser gives each element with an id a name of its own in the window, and an object of JavaScript
has properties that nobody wrote. A script that looks for one may find the other.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from argsite.markdown import headings
from argsite.pages.search.terms import terms
from tests import dom
from tests.built import ROOT, files, make_site

NAMES = (
    "search", "find", "moved", "preview", "content", "contention", "sections", "what-if", "quote-x",
    "point-1", "sources", "tags", "cite", "fn-opening-1", "mark-stands", "only-all", "body",
    "head", "constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf", "toJSON",
    "then", "get", "location", "currentScript", "cookie", "children", "length", "forms", "images",
    "links", "self", "parent", "top", "name", "status", "event", "history", "hash", "href", "form",
    "action", "input", "argsiteData", "panzoom", "proto", "prototype", "default", "undefined",
    "NaN", "true", "0", "1",
)  # fmt: skip
"""Ids of statements that a browser or a script has a meaning of its own for."""

TAGS = ("__proto__", "constructor", "toString", "hasOwnProperty", "length")

SMALL = """\
title: The same again
contention: {id: main, text: A part., rebuttals: [It is not.]}
"""

SCRIPTS = ROOT / "themes/paper/scripts"


def essay(title: str) -> str:
    """Return an essay whose statements have such names, each linked, tagged and argued about."""
    premises: list[object] = [
        {
            "id": name,
            "text": f"It is said of number {number}.",
            "quote": f"passage {number} stands",
            "tags": [TAGS[number % len(TAGS)]],
            "note": f"See [it](#{NAMES[number - 1]}).[^1]\n\n[^1]: A note.",
            "rebuttals": [f"It is not so, number {number}."],
        }
        for number, name in enumerate(NAMES)
    ]
    links = " ".join(f"[see {n}](#{name}) passage {n} stands." for n, name in enumerate(NAMES))
    opening = {"title": title, "prose": f"{links}[^1]\n\n[^1]: A note."}
    contention = {"id": "main", "text": "The whole.", "aliases": ["propertyIsEnumerable"]}
    return json.dumps(opening | {"contention": contention | {"premises": premises}})


def own_ids() -> set[str]:
    """Return the ids that templates and scripts give and look for on pages that hold headings."""
    found: set[str] = set()
    for place in sorted((ROOT / "themes").glob("*/templates/*.html")):
        if place.name in {"page.html", "base.html", "around.html", "sprite.html", "search.html"}:
            found |= set(re.findall(r'\bid="([\w-]+)"', place.read_text(encoding="utf-8")))
    for place in SCRIPTS.glob("*.js"):
        text = place.read_text(encoding="utf-8")
        found |= set(re.findall(r'(?:\bid: |\bID = |getElementById\()"([\w-]+)"', text))
        found |= {
            name
            for selector in re.findall(r'querySelector(?:All)?\("([^"]+)"\)', text)
            for name in re.findall(r"#([\w-]+)", selector)
        }
    # Looked for on the list of all statements alone, where there is a filter.
    return found - {"only-all"}


def identifiers() -> list[str]:
    """Return every word of the scripts that could be the name of a variable."""
    words: set[str] = set()
    for place in SCRIPTS.glob("*.js"):
        words |= set(re.findall(r"[A-Za-z_$][\w$]*", place.read_text(encoding="utf-8")))
    return sorted(words)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of such names, with a page whose headings are called like everything."""
    named = sorted({*NAMES, *own_ids(), *TAGS})
    about = "\n\n".join(f"## {name}\n\nSee [a statement](toString#main)." for name in named)
    words = "\n\n".join(f"## {name}" for name in identifiers())
    contents = {
        "content/site.yaml": json.dumps({"title": "Names", "url": "https://example.org"}),
        "content/toString/essay.yaml": essay("Names"),
        "content/toString-title/essay.yaml": SMALL,
        "content/about.md": f"# Headings\n\n{about}\n",
        "content/words.md": f"# Words\n\n{words}\n",
    }
    return make_site(tmp_path_factory.mktemp("names"), contents)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser on a wide screen."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page; it must not complain of anything."""
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert not faults


def test_no_heading_has_an_id_that_a_script_or_template_has() -> None:
    ids = own_ids()
    assert {"find", "pagefind", "moved", "preview", "what-if", "content", "keys-title"} <= ids
    given = {each.anchor for each in headings("\n\n".join(f"# {name}" for name in sorted(ids)))}
    assert len(given) == len(ids)
    assert not given & ids


def test_ids_are_unique_whatever_authors_call_things(site: Path) -> None:
    pages = {path: data for path, data in files(site).items() if path.endswith(".html")}
    assert len(pages) > len(NAMES)
    for path, data in pages.items():
        ids = Counter(each.get("id") for each in dom.elements(dom.parse(data)) if each.get("id"))
        assert not [name for name, count in ids.items() if count > 1], path


def test_no_word_means_something_else_where_a_heading_has_its_name(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/words.html")
    text = "\n".join(each.read_text(encoding="utf-8") for each in SCRIPTS.glob("*.js"))
    read = {
        thing: set(re.findall(rf"\b{thing}\??\.(\w+)", text))
        for thing in ("globalThis", "window", "document")
    }
    assert {"argsiteData", "argsiteWords"} <= read["globalThis"]
    taken = page.evaluate(
        """words => [globalThis, document].map((thing) => words.filter((word) =>
          thing[word] instanceof Element && thing[word].matches("main :is(h1, h2)")))""",
        identifiers(),
    )
    in_window, in_document = map(set, taken)
    # Words that no browser knows are a heading's; only what a script has set itself it may read.
    assert {"boxes", "steps"} <= in_window
    assert not read["document"] & in_document
    # The library that moves maps sets its name before that is asked for.
    assert (read["globalThis"] | read["window"]) & in_window == {"panzoom"}


def test_a_heading_called_moved_leads_nowhere(site: Path, page: Page) -> None:
    address = f"{site.as_uri()}/about.html#moved"
    page.goto(address)
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    assert page.url == address


def test_headings_called_like_parts_of_the_page_stay_as_they_are(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/about.html")
    for name in ("find", "pagefind", "preview", "mark-stands", "constructor"):
        expect(page.get_by_role("heading", level=2, name=name, exact=True)).to_have_count(1)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="a statement").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("The whole.")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    twice = page.evaluate(
        """() => { const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
          return ids.filter((id, place) => ids.indexOf(id) !== place); }"""
    )
    assert twice == []


def test_statements_called_like_properties_are_found_previewed_and_chosen(
    site: Path, page: Page
) -> None:
    page.goto(f"{site.as_uri()}/toString/index.html")
    for name in ("constructor", "hasOwnProperty", "then", "length"):
        number = NAMES.index(name)
        page.get_by_role("link", name=f"see {number}", exact=True).hover()
        expect(page.get_by_role("tooltip")).to_contain_text(f"It is said of number {number}.")
        page.keyboard.press("Escape")
    key = "toString/hasOwnProperty"
    page.goto(f"{site.as_uri()}/{key}.html?accept={key},valueOf&reject=toString/constructor")
    panel = page.get_by_role("region", name="What if")
    expect(panel).to_contain_text("You settle 3 statements.")
    expect(panel).to_contain_text(f"It is said of number {NAMES.index('constructor')}.")
    page.goto(f"{site.as_uri()}/toString/map.html?focus=constructor")
    expect(page.locator("a.node.chosen")).to_have_attribute("href", "constructor.html")
    page.goto(f"{site.as_uri()}/search.html?q=constructor")
    expect(page.get_by_role("status").first).not_to_be_empty()


def test_a_name_that_no_statement_has_is_unknown_even_where_objects_have_it(
    site: Path, page: Page
) -> None:
    names = ("valueOf2", "__proto__", "toLocaleString", "__defineGetter__")
    chosen = ",".join(names)
    page.goto(f"{site.as_uri()}/toString/main.html?accept=toString/{chosen},__proto__/x")
    panel = page.get_by_role("region", name="What if")
    for name in names:
        expect(panel).to_contain_text(f"toString/{name}")
    assert page.evaluate("() => Object.keys({}).length + Object.keys(Object.prototype).length") == 0
    # An older address is a page of no statement, and its name one of every object.
    path = site / "toString/index.html"
    html = path.read_text(encoding="utf-8")
    other = path.with_name("index-2.html")
    other.write_text(html.replace('href="length.html"', 'href="propertyIsEnumerable.html"'))
    page.goto(other.as_uri())
    number = NAMES.index("length")
    page.get_by_role("link", name=f"see {number}", exact=True).hover()
    page.wait_for_timeout(900)
    assert page.get_by_role("tooltip").count() == 0
    other.unlink()


def test_tags_called_like_properties_filter_the_list(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/statements.html")
    for tag in TAGS:
        page.get_by_label("Tag", exact=True).select_option(label=tag)
        with_it = [number for number in range(len(NAMES)) if TAGS[number % len(TAGS)] == tag]
        expect(page.locator(".list-filter output")).to_contain_text(f"{len(with_it)} statement")


@pytest.mark.parametrize("text", ["__proto__", "a __proto__ b", "_constructor_"])
def test_no_term_of_the_search_index_is_the_prototype_of_an_object(text: str) -> None:
    assert "__proto__" not in terms(text)
