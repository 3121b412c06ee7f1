"""The feed of essays: valid Atom, ids that stay, the authors' dates."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from argsite.pages.feed import MOST, feed_jobs
from tests import dom
from tests.built import make_edition, make_site
from tests.naughty import NAUGHTY

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")

SETTINGS = """\
title: Essays
url: https://example.org/essays
author: The publisher
licence: CC BY 4.0
description: About parks & more.
"""


def essay(title: str, *facts: str) -> str:
    """Return an essay with these lines about it."""
    lines = [f"title: {title}", *facts, "contention: {id: main, text: Main.}"]
    return "".join(f"{line}\n" for line in lines)


CONTENT = {
    "content/site.yaml": SETTINGS,
    "content/early/essay.yaml": essay("Early", "date: 2025-01-01", "author: A. Writer"),
    "content/late/essay.yaml": essay("Late", "date: 2026-02-02", "summary: It is late."),
    "content/mended/essay.yaml": essay(
        "Mended", "date: 2024-05-05", "updated: 2025-06-06", "language: uk"
    ),
    "content/undated/essay.yaml": essay("Undated"),
}


def made(root: Path, content: dict[str, str]) -> Element | None:
    """Return the feed of a site; None where it has none."""
    pages = [page for job in feed_jobs(make_edition(root, content)) for page in job.make(())]
    assert [page.path for page in pages] in (["feed.xml"], [])
    return fromstring(pages[0].data) if pages else None  # noqa: S314 - our own file


def made_of(root: Path, content: dict[str, str]) -> Element:
    """Return the feed of a site that has one."""
    root_element = made(root, content)
    assert root_element is not None
    return root_element


def texts(parent: Element, path: str) -> list[str]:
    """Return the texts at a path of elements."""
    return [
        each.text or ""
        for each in parent.findall("/".join(f"{ATOM}{name}" for name in path.split("/")))
    ]


def entries(root: Element) -> dict[str, Element]:
    """Return the entries of a feed by title."""
    return {texts(each, "title")[0]: each for each in root.findall(f"{ATOM}entry")}


def test_the_latest_change_comes_first_and_an_essay_without_a_day_is_left_out(
    tmp_path: Path,
) -> None:
    root = made_of(tmp_path, CONTENT)
    assert list(entries(root)) == ["Late", "Mended", "Early"]
    assert texts(root, "updated") == ["2026-02-02T00:00:00Z"]


def test_the_feed_has_what_the_standard_asks_for(tmp_path: Path) -> None:
    root = made_of(tmp_path, CONTENT)
    assert root.tag == f"{ATOM}feed"
    for each in (root, *root.findall(f"{ATOM}entry")):
        for needed in ("id", "title", "updated"):
            assert len(texts(each, needed)) == 1, needed
            assert texts(each, needed)[0]
        assert all(
            MOMENT.fullmatch(day) for day in texts(each, "updated") + texts(each, "published")
        )
        assert texts(each, "id")[0].startswith("urn:uuid:")
        alternate = [link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternate) == 1
    ids = [
        identity for each in (root, *root.findall(f"{ATOM}entry")) for identity in texts(each, "id")
    ]
    assert len(set(ids)) == len(ids) == 4
    assert texts(root, "author/name") == ["The publisher"]
    (own,) = (link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == "https://example.org/essays/feed.xml"


def test_an_entry_says_what_its_essay_says(tmp_path: Path) -> None:
    found = entries(made_of(tmp_path, CONTENT))
    assert texts(found["Early"], "author/name") == ["A. Writer"]
    assert texts(found["Early"], "summary") == ["Main."]
    assert texts(found["Late"], "summary") == ["It is late."]
    assert texts(found["Mended"], "published") == ["2024-05-05T00:00:00Z"]
    assert texts(found["Mended"], "updated") == ["2025-06-06T00:00:00Z"]
    assert found["Mended"].get(LANGUAGE) == "uk"
    (link,) = found["Late"].findall(f"{ATOM}link")
    assert link.get("href") == "https://example.org/essays/late/index.html"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Late", "title: Another title"),
        ("date: 2026-02-02", "date: 2026-03-03"),
        ("summary: It is late.", "summary: Rewritten."),
        ("https://example.org", "http://EXAMPLE.org"),
    ],
    ids=["title", "day", "summary", "https"],
)
def test_ids_stay_where_an_essay_changes(tmp_path: Path, old: str, new: str) -> None:
    before = made_of(tmp_path / "before", CONTENT)
    changed = {name: text.replace(old, new) for name, text in CONTENT.items()}
    assert changed != CONTENT
    after = made_of(tmp_path / "after", changed)
    path = "entry/id"
    assert sorted(texts(before, path)) == sorted(texts(after, path))
    assert texts(before, "id") == texts(after, "id")


def test_sites_in_folders_that_differ_in_case_have_ids_of_their_own(tmp_path: Path) -> None:
    ids = []
    for folder in ("essays", "Essays"):
        settings = SETTINGS.replace("org/essays", f"org/{folder}")
        root = made_of(tmp_path / folder / "site", CONTENT | {"content/site.yaml": settings})
        ids += texts(root, "id") + texts(root, "entry/id")
    assert len(set(ids)) == len(ids)


def test_no_feed_without_an_address_or_a_day(tmp_path: Path) -> None:
    nowhere = CONTENT | {"content/site.yaml": "title: Essays\n"}
    assert made(tmp_path / "nowhere", nowhere) is None
    undated = {
        "content/site.yaml": SETTINGS,
        "content/undated/essay.yaml": CONTENT["content/undated/essay.yaml"],
    }
    assert made(tmp_path / "undated", undated) is None
    site = make_site(tmp_path / "site", undated)
    assert not (site / "feed.xml").exists()
    assert b"feed.xml" not in (site / "index.html").read_bytes()


def test_pages_lead_to_the_feed(tmp_path: Path) -> None:
    site = make_site(tmp_path, CONTENT)
    page = dom.parse((site / "late" / "main.html").read_bytes())
    (link,) = (each for each in dom.elements(page, "link") if each.get("rel") == "alternate")
    assert (link.get("type"), link.get("href")) == ("application/atom+xml", "../feed.xml")
    (footer,) = dom.elements(page, "footer")
    assert "../feed.xml" in [each.get("href") for each in dom.elements(footer, "a")]
    assert (site / "feed.xml").is_file()


def test_every_text_stands_in_the_feed_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.pages.feed.MOST", len(NAUGHTY))
    texts_in = [each for each in NAUGHTY if each.isprintable() and "'" not in each]
    texts_in += ["]]> <![CDATA[", "הפארק \u2067(park)\u2069 فتح", "&#0; &#x85;"]
    content = {"content/site.yaml": SETTINGS} | {
        f"content/e{number}/essay.yaml": essay("One", "date: 2026-01-01", f"summary: '{text}'")
        for number, text in enumerate(texts_in)
    }
    root = made_of(tmp_path, content)
    assert {" ".join(each.split()) for each in texts(root, "entry/summary")} == {
        " ".join(each.split()) for each in texts_in
    }


def test_of_very_many_essays_the_latest_are_in_the_feed(tmp_path: Path) -> None:
    essays = {
        f"content/e{n:03}/essay.yaml": f"title: Essay {n}\ndate: {1900 + n}-01-01\n"
        f"contention: {{text: It is {n}.}}\n"
        for n in range(MOST + 5)
    }
    site = "title: Many\nurl: https://example.org\n"
    (page,) = [
        page
        for job in feed_jobs(make_edition(tmp_path, {"content/site.yaml": site, **essays}))
        for page in job.make(())
    ]
    titles = re.findall("<title>(Essay .*)</title>", page.data.decode())
    assert titles == [f"Essay {n}" for n in range(MOST + 4, 4, -1)]
