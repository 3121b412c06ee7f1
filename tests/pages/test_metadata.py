"""What a page says to machines in its head, and that no text can break out of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests import dom
from tests.built import make_site
from tests.naughty import NAUGHTY

ADDRESS = "https://example.org/essays"
ESSAY = """\
title: The park
subtitle: After dark
author: [A. Writer, B. Scribe]
date: 2026-03-02
updated: 2026-04-01
summary: Should it stay open?
contention:
  id: open
  text: The park should *stay* open.
  rebuttals:
    - id: risk
      text: It is dark.
      by: The warden
      sources: [{title: A report, author: C. Clerk, url: "https://example.com/r", date: 2025-11}]
points:
  - {number: 1, title: Light, claim: {id: light, text: There is light.}}
"""


def site_with(url: str) -> dict[str, str]:
    """Return content for a site that knows this address, or none."""
    settings = f"title: Essays\nlicence: CC BY 4.0\nlanguage: en-GB\n{url and f'url: {url}'}\n"
    return {"content/site.yaml": settings, "content/park/essay.yaml": ESSAY}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site that knows its address."""
    return make_site(tmp_path_factory.mktemp("known"), site_with(ADDRESS))


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site that does not know where it will be."""
    return make_site(tmp_path_factory.mktemp("nowhere"), site_with(""))


def head(site: Path, path: str) -> Element:
    """Return the head of a page."""
    return next(dom.elements(dom.parse((site / path).read_bytes()), "head"))


def said(site: Path, path: str) -> list[tuple[str, str]]:
    """Return what the head of a page says for sharing and citing: names and values."""
    fields = (
        (each.get("property") or each.get("name") or "", each.get("content") or "")
        for each in dom.elements(head(site, path), "meta")
    )
    return [field for field in fields if ":" in field[0] or field[0].startswith("citation_")]


def data(site: Path, path: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the JSON-LD of a page."""
    (script,) = (
        each
        for each in dom.elements(head(site, path), "script")
        if each.get("type") == "application/ld+json"
    )
    return json.loads(script.text or "")


def quoted(text: str) -> str:
    """Return a text as YAML, which does not join halves of characters as JSON does."""
    return (
        '"' + "".join(each if ord(each) > 0xFFFF else json.dumps(each)[1:-1] for each in text) + '"'
    )


def markdown(text: str) -> str:
    """Return Markdown that says a text as it is."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def test_what_an_essay_says_for_sharing_and_citing(site: Path) -> None:
    assert said(site, "park/index.html") == [
        ("twitter:card", "summary_large_image"),
        ("citation_title", "The park"),
        ("citation_author", "A. Writer"),
        ("citation_author", "B. Scribe"),
        ("citation_publication_date", "2026/03/02"),
        ("citation_language", "en-GB"),
        ("citation_public_url", f"{ADDRESS}/park/index.html"),
        ("og:type", "article"),
        ("og:title", "The park"),
        ("og:description", "Should it stay open?"),
        ("og:site_name", "Essays"),
        ("og:url", f"{ADDRESS}/park/index.html"),
        ("og:locale", "en_GB"),
        ("article:published_time", "2026-03-02"),
        ("article:modified_time", "2026-04-01"),
        ("article:author", "A. Writer"),
        ("article:author", "B. Scribe"),
        ("og:image", f"{ADDRESS}/park/card.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "The park — The park should stay open."),
    ]


def test_a_statement_shows_the_card_of_its_essay(site: Path) -> None:
    fields = dict(said(site, "park/risk.html"))
    assert fields["og:title"] == fields["citation_title"] == "It is dark."
    assert fields["citation_inbook_title"] == "The park"
    assert fields["og:image"] == f"{ADDRESS}/park/card.png"
    assert fields["og:url"] == f"{ADDRESS}/park/risk.html"


def test_other_pages_say_what_they_are(site: Path) -> None:
    assert said(site, "index.html") == [
        ("twitter:card", "summary"),
        ("og:type", "website"),
        ("og:title", "Essays"),
        ("og:site_name", "Essays"),
        ("og:url", f"{ADDRESS}/index.html"),
        ("og:locale", "en_GB"),
    ]


def test_a_site_that_knows_no_address_says_none(nowhere: Path) -> None:
    for path in ("index.html", "park/index.html", "park/risk.html"):
        fields = dict(said(nowhere, path))
        assert fields["twitter:card"] == "summary"
        assert not {"og:url", "og:image", "citation_public_url"} & fields.keys()
        assert not [
            each
            for each in dom.elements(head(nowhere, path), "link")
            if each.get("rel") == "canonical"
        ]
    assert "example.org" not in json.dumps(data(nowhere, "park/index.html"))


def test_an_essay_is_an_article_with_its_claims(site: Path) -> None:
    authors = [{"@type": "Person", "name": name} for name in ("A. Writer", "B. Scribe")]
    assert data(site, "park/index.html") == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "The park",
        "alternativeHeadline": "After dark",
        "description": "Should it stay open?",
        "author": authors,
        "datePublished": "2026-03-02",
        "dateModified": "2026-04-01",
        "inLanguage": "en-GB",
        "url": f"{ADDRESS}/park/index.html",
        "image": f"{ADDRESS}/park/card.png",
        "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
        "isPartOf": {"@type": "WebSite", "name": "Essays", "url": f"{ADDRESS}/"},
        "hasPart": [
            {
                "@type": "Claim",
                "text": "The park should stay open.",
                "url": f"{ADDRESS}/park/open.html",
            },
            {"@type": "Claim", "text": "There is light.", "url": f"{ADDRESS}/park/light.html"},
        ],
    }


def test_a_statement_is_a_claim_by_whoever_holds_it(site: Path) -> None:
    claim = data(site, "park/risk.html")
    assert claim["@type"] == "Claim"
    assert claim["text"] == "It is dark."
    assert claim["author"] == [{"@type": "Person", "name": "The warden"}]
    assert claim["appearance"]["headline"] == "The park"
    assert claim["appearance"]["url"] == f"{ADDRESS}/park/index.html"
    assert claim["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "A report",
            "author": "C. Clerk",
            "datePublished": "2025-11",
            "url": "https://example.com/r",
        }
    ]
    assert [each["name"] for each in data(site, "park/open.html")["author"]] == [
        "A. Writer",
        "B. Scribe",
    ]


def test_each_thing_in_the_data_has_a_type(site: Path) -> None:
    left: list[object] = [data(site, f"park/{page}.html") for page in ("index", "open", "risk")]
    while left:
        thing = left.pop()
        if isinstance(thing, dict):
            assert "@type" in thing, thing
            left += thing.values()
        elif isinstance(thing, list):
            left += thing


def test_no_text_can_end_the_data_or_begin_another_element(tmp_path: Path) -> None:
    hostile = [*NAUGHTY, "\u2028 and \u2029", "<!--<script>", "</SCRIPT >"]
    text = "\n".join(
        f"    - {{id: s{number}, text: {quoted(markdown(each))}, presumed: true}}"
        for number, each in enumerate(hostile)
    )
    essay = f"title: {quoted(' '.join(hostile))}\ncontention:\n  text: Main.\n  premises:\n{text}\n"
    site = make_site(tmp_path, {"content/one/essay.yaml": essay})
    for path in sorted((site / "one").glob("*.html")):
        page = head(site, f"one/{path.name}")
        scripts = [each for each in dom.elements(page, "script") if not each.get("src")]
        assert all(each.get("type") == "application/ld+json" for each in scripts)
        for script in scripts:
            assert json.loads(script.text or "")["@context"] == "https://schema.org"
            assert not set(script.text or "") & set("<>&\u2028\u2029")


def test_a_page_that_has_moved_is_found_at_its_new_address(tmp_path: Path) -> None:
    essay = "title: One\ncontention: {id: new, text: Main., aliases: [old]}\n"
    settings = f"title: Essays\nurl: {ADDRESS}\n"
    site = make_site(tmp_path, {"content/site.yaml": settings, "content/one/essay.yaml": essay})

    def canonical(path: str) -> list[str]:
        links = dom.elements(head(site, path), "link")
        return [each.get("href", "") for each in links if each.get("rel") == "canonical"]

    assert canonical("one/old.html") == canonical("one/new.html") == [f"{ADDRESS}/one/new.html"]
    assert canonical("one/map.html") == [f"{ADDRESS}/one/map.html"]
    assert canonical("404.html") == []
    # A page that asks not to be found would keep its address from counting for the new one.
    assert b"noindex" not in (site / "one" / "old.html").read_bytes()
    assert b"noindex" in (site / "404.html").read_bytes()
    assert dict(said(site, "one/old.html"))["og:url"] == f"{ADDRESS}/one/new.html"
    assert "og:url" not in dict(said(site, "404.html"))
