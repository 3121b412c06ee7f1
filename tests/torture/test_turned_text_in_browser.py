"""A text that turns what follows it around (U+202E) turns no word of others in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built import make_site
from tests.effort import effort
from tests.torture.fields import contents, escaped

TURN = "\u202e"
"""Right-to-left override: what follows reads backwards until a line or an isolated part ends."""

TURNED = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest("script, svg, pre, [data-copy]")) continue;
    const ours = node.data.replace(/m\\d+ \\u202eturned/g, (given) => " ".repeat(given.length));
    const range = document.createRange();
    let last = null;
    for (let i = 0; i < node.length; i++) {
      if (!/[a-z]/i.test(ours[i])) { last = null; continue; }
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (last && box.width && last.top === box.top && box.left < last.left - 1) {
        const within = node.parentElement;
        found.push(`${within.parentElement.outerHTML.slice(0, 300)} : ${ours.trim()}`);
        break;
      }
      last = box;
    }
  }
  return found;
}"""
"""Return each piece of text of which two letters stand the wrong way round, but for those given."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with the sign in every field."""

    def text(name: str) -> str:
        return f"{name} {TURN}turned"

    folder = tmp_path_factory.mktemp("turned")
    return make_site(folder, contents(text, lambda name: escaped(text(name))))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a browser."""
    with browser.new_context() as context:
        yield context.new_page()


def test_no_word_of_a_page_is_turned_by_a_text(page: Page, site: Path) -> None:
    paths = [each for each in sorted(site.rglob("*.html")) if b"/style.css" in each.read_bytes()]
    paths.remove(site / "404.html")  # which asks its host for its style
    assert len(paths) > 20
    for path in paths[:: effort(3, 1)]:
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate(TURNED) == [], path.relative_to(site)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("park/map.html?focus=claim", "In focus: “"),
        ("park/main.html?accept=park/claim", "speaks for it, and nothing speaks against it"),
    ],
)
def test_no_word_that_a_script_says_is_turned_by_a_text(
    page: Page, site: Path, address: str, said: str
) -> None:
    page.goto(f"{site.as_uri()}/{address}")
    expect(page.get_by_text(said).first).to_be_visible()
    assert page.evaluate(TURNED) == []
