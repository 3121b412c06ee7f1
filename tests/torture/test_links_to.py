"""An address that an author wrote leads to the web, to a place of the site, or nowhere."""

from __future__ import annotations

import re

import html5lib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from argsite.formats.yaml.addresses import is_address
from argsite.markdown import allowed, block
from tests import dom
from tests.effort import effort

SCHEMES = (
    "javascript", "JaVaScRiPt", "java\tscript", "java\nscript", "\x01javascript", " javascript",
    "\u00a0javascript", "javascript&colon;", "java&#x09;script", "&#106;avascript", "vbscript",
    "data", "blob", "file", "filesystem", "view-source", "about", "ftp", "ws", "http", "HTTPS",
    "mailto", "tel", "x", "java%73cript", "ｊavascript", "java\u200bscript", "java\u00adscript",
    "//", "\\\\", "/\\", "\\/", "/\t/", "http:", "https:/\\",
)  # fmt: skip
"""How an address begins, and how somebody may write what a filter does not know."""

PAGES = ("https://site.example", "file://")
"""Where a page of the site may be."""

addresses = st.builds(
    lambda start, colon, rest: f"{start}{colon}{rest}",
    st.sampled_from(SCHEMES),
    st.sampled_from((":", "", "&#58;", "\t:", ":\n", "&colon;")),
    st.one_of(
        st.sampled_from(
            ("alert(1)", "//example.org/x", "text/html,<script>1</script>", "%61", "x")
        ),
        st.text(st.characters(codec="utf-8"), max_size=8),
    ),
)


def links(address: str) -> list[str]:
    """Return where the links of a text lead that names an address in every way there is."""
    text = (
        f"[a]({address})\n\n[b](<{address}>)\n\n![c](<{address}>)\n\n<{address}>\n\n[d]\n\n"
        f"[d]: <{address}>\n\n[e]: {address} 'x'\n\n[e]"
    )
    html = block(text, lambda written: written if allowed(written) else None)
    # Not strictly: of the signs that no page may hold, files with them are refused before.
    found = dom.elements(html5lib.parseFragment(html), "a")
    return [str(each.get("href")) for each in found]


@given(st.lists(addresses, min_size=20, max_size=60))
@settings(max_examples=effort(4, 25))
@example([f"{start}:alert(1)" for start in SCHEMES])
def test_no_address_is_taken_that_a_browser_would_run(browser: Browser, given: list[str]) -> None:
    hrefs = [href for address in given for href in links(address)]
    with browser.new_context() as context:
        read = context.new_page().evaluate(
            """([hrefs, pages]) => hrefs.map((href) => pages.map((page) => {
              if (!URL.canParse(href, page)) return "none";
              const { protocol, host } = new URL(href, page);
              return `${protocol}//${host}`;
            }))""",
            [hrefs, PAGES],
        )
    strange = [
        (href, place)
        for href, places in zip(hrefs, read, strict=True)
        for place in places
        if place not in {"none", *PAGES}
        and not re.match(r"(https?|mailto|tel):", href, re.IGNORECASE)
    ]
    assert strange == []


def test_addresses_of_the_web_do_become_links() -> None:
    assert links("https://example.org/x") == ["https://example.org/x"] * 6
    assert links("javascript:alert(1)") == []


@given(addresses)
@settings(max_examples=effort(100, 1000))
@example("javascript://example.org/%0aalert(1)")
@example("https://example.org/\u2028x")
@example("https:example.org")
def test_the_address_of_a_source_is_one_of_the_web(address: str) -> None:
    if is_address(address):
        assert address.lower().startswith(("http://", "https://"))
        assert not any(char.isspace() or char < " " for char in address)
