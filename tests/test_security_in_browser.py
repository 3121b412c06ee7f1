"""What a page allows: the site's own files and nothing else, whatever an author has written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from html5lib import parse
from playwright.sync_api import Browser, BrowserContext

from tests.built import files, make_site
from tests.naughty import NAUGHTY

HOSTILE = [
    text
    for text in NAUGHTY
    if "](#" not in text
    and any(mark in text for mark in ("<", "onmouse", "javascript:", "data:", "{{", "&"))
]

ALLOWED = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
"""What the policy of a page says; nothing else may be in it."""

XHTML = "{http://www.w3.org/1999/xhtml}"


def essay() -> str:
    """Return an essay that holds every hostile text wherever an author writes one."""
    first = HOSTILE[0]
    statements = [
        {
            "text": text,
            "id": f"s{number}",
            "note": text,
            "by": text,
            "tags": [text],
            "sources": [{"title": text, "author": text, "page": text, "quote": text}],
        }
        for number, text in enumerate(HOSTILE)
    ]
    return yaml.safe_dump(
        {
            "title": first,
            "subtitle": first,
            "author": HOSTILE[:3],
            "summary": first,
            "prose": "\n\n".join(HOSTILE),
            "contention": {"text": "It holds.", "id": "main", "premises": statements},
            "points": [
                {
                    "number": 1,
                    "title": HOSTILE[1],
                    "prose": "\n\n".join(HOSTILE),
                    "claim": {"text": "A claim.", "id": "claim", "rebuttals": ["An objection."]},
                }
            ],
        },
        allow_unicode=True,
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of hostile texts; return its folder."""
    about_site = {
        "title": HOSTILE[0],
        "author": HOSTILE[:2],
        "licence": HOSTILE[2],
        "description": HOSTILE[0],
        "url": "https://example.org",
        "options": {"footer": "\n\n".join(HOSTILE)},
    }
    return make_site(
        tmp_path_factory.mktemp("hostile"),
        {
            "content/site.yaml": yaml.safe_dump(about_site, allow_unicode=True),
            "content/essay/essay.yaml": essay(),
            "content/about.md": "# " + HOSTILE[0] + "\n\n" + "\n\n".join(HOSTILE),
        },
    )


@pytest.fixture(scope="module")
def kinds(hostile: Path) -> list[str]:
    """Return the path of a page of each kind."""
    tags = sorted(path.name for path in (hostile / "tags").glob("*.html"))
    essay_pages = ("index", "map", "outline", "main", "s0", "claim")
    lists = ("index", "statements", "open", "sources", "search", "about", "how-to-read")
    return [
        *(f"{name}.html" for name in lists),
        *(f"essay/{name}.html" for name in essay_pages),
        *(f"tags/{name}" for name in tags[:2]),
    ]


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser as most readers have it."""
    with browser.new_context() as opened:
        yield opened


def test_every_page_holds_no_script_or_style_within_it(hostile: Path) -> None:
    pages = {path: data for path, data in files(hostile).items() if path.endswith(".html")}
    assert len(pages) > len(HOSTILE)
    for path, data in pages.items():
        for each in parse(data, transport_encoding="utf-8").iter():
            # Comments are elements, too, with a function for a tag.
            tag = str(each.tag).removeprefix(XHTML)
            assert tag not in {"style", "base", "iframe", "object", "embed", "form"}, path
            bad = {name for name in each.attrib if name == "style" or name.startswith("on")}
            assert not bad, (path, tag, bad)
            assert (
                not each.attrib.get("href", "")
                .strip()
                .lower()
                .startswith(("javascript:", "data:", "vbscript:"))
            ), path
            if tag == "script" and each.attrib.get("type") != "application/ld+json":
                assert "://" not in each.attrib["src"], path
                assert not each.text, path
            if tag == "img":
                assert "://" not in each.attrib["src"], path


def test_the_policy_of_every_page_allows_only_the_sites_own_files(hostile: Path) -> None:
    for path, data in files(hostile).items():
        if not path.endswith(".html"):
            continue
        head = parse(data, transport_encoding="utf-8").find(f"{XHTML}head")
        assert head is not None
        (policy,) = [
            each.attrib["content"]
            for each in head.iter(f"{XHTML}meta")
            if each.attrib.get("http-equiv", "").lower() == "content-security-policy"
        ]
        parts = (part.split() for part in policy.split(";"))
        assert {name: set(values) for name, *values in parts} == ALLOWED, path


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_no_page_asks_anybody_else_or_opens_anything(
    browser: Browser, hostile: Path, kinds: list[str], *, scripts: bool
) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        asked: list[str] = []
        faults: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("popup", lambda popup: faults.append(popup.url))
        for path in kinds:
            page.goto(f"{hostile.as_uri()}/{path}")
        assert not faults
        assert all(url.startswith(f"{hostile.as_uri()}/") for url in asked)


def test_results_of_a_search_are_texts(reader: BrowserContext, hostile: Path) -> None:
    page = reader.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(f"{hostile.as_uri()}/search.html")
    page.get_by_role("searchbox").fill("alert")
    results = page.locator(".find-results li")
    results.first.wait_for()
    texts = " ".join(results.all_inner_texts())
    assert "<script>alert(1)</script>" in texts
    assert results.locator("script, img, style, [onerror], [onload]").count() == 0
    assert not faults


def test_previews_are_texts(reader: BrowserContext, hostile: Path) -> None:
    page = reader.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(f"{hostile.as_uri()}/essay/main.html")
    page.locator("main .steps a[href='s0.html']").first.hover()
    preview = page.locator(".preview:visible")
    preview.wait_for()
    assert HOSTILE[0] in preview.inner_text()
    assert preview.locator("script, img, style, [onerror], [onload]").count() == 0
    assert not faults
