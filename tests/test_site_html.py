"""The project's own site, page by page: correct HTML, links that resolve, nothing from outside."""

from __future__ import annotations

import json
import posixpath
import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

from tests import dom
from tests.built import ROOT, files, make_site
from tests.sites import read

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)

ADDRESSES = ("href", "src", "action", "data", "poster", "srcset", "xlink:href", "cite")


@pytest.fixture(scope="session")
def pages(own_site: Path) -> dict[str, Element]:
    """Return each page of the site, strictly parsed, by its path."""
    found = files(own_site)
    return {path: dom.parse(found[path]) for path in found if path.endswith(".html")}


@pytest.fixture(scope="session")
def data(own_site: Path) -> dict[str, dict[str, list[dict[str, object]]]]:
    """Return the data of each essay by its folder."""
    return {
        path.parent.name: json.loads(path.read_bytes()) for path in own_site.glob("*/essay.json")
    }


def links(page: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element that leads or refers to somewhere, with the address."""
    for element in dom.elements(page):
        for name, address in element.attrib.items():
            if name.rpartition("}")[2] in ADDRESSES:
                yield element, address


def target(path: str, address: str) -> tuple[str, str]:
    """Return the path of a file and the fragment that an address on a page means."""
    parts = urlsplit(address)
    folder = posixpath.dirname(path)
    meant = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else path
    return meant, unquote(parts.fragment)


def is_elsewhere(address: str) -> bool:
    """Say whether an address leads to another host."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def ids(page: Element) -> list[str]:
    """Return all ids of a page."""
    return [element.attrib["id"] for element in dom.elements(page) if "id" in element.attrib]


def test_there_are_pages_of_each_kind(pages: dict[str, Element]) -> None:
    kinds = {dom.words(page).split()[0] and page_kind(page) for page in pages.values()}
    assert kinds >= {
        *("index-page", "essay-page", "statement-page", "map-page", "outline-page"),
        *("list-page", "plain-page"),
    }


def page_kind(page: Element) -> str:
    """Return what kind of page it is."""
    (main,) = dom.elements(page, "main")
    return main.attrib["class"].split()[0]


def test_ids_are_unique_on_each_page(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        found = ids(page)
        assert len(found) == len(set(found)), (path, sorted(found))


def test_every_link_within_the_site_leads_somewhere(
    own_site: Path, pages: dict[str, Element]
) -> None:
    there = files(own_site)
    known = {path: set(ids(page)) for path, page in pages.items()}
    for path, page in pages.items():
        for element, address in links(page):
            if is_elsewhere(address):
                continue
            assert not address.startswith("/"), (path, address)
            meant, fragment = target(path, address)
            assert meant in there, (path, dom.name(element), address)
            if fragment:
                assert fragment in known[meant], (path, dom.name(element), address)


def test_what_an_element_is_labelled_by_is_on_its_page(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        known = set(ids(page))
        for element in dom.elements(page):
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                assert set(element.get(name, "").split()) <= known, (path, name)


def test_pages_hold_no_style_no_script_of_their_own_and_nothing_of_another_host(
    pages: dict[str, Element],
) -> None:
    for path, page in pages.items():
        for element in dom.elements(page):
            name = dom.name(element)
            assert name not in {"style", "iframe", "object", "embed", "form", "base"}
            if name == "script":
                # A script is a file of the site's, or data that no browser runs.
                own = element.get("src") and not element.text
                assert own or element.get("type") == "application/ld+json", path
            assert "style" not in element.attrib, path
            assert not [each for each in element.attrib if each.startswith("on")], path
        for element, address in links(page):
            if is_elsewhere(address):
                allowed = dom.name(element) == "a" or element.get("rel") == "canonical"
                assert allowed, (path, address)
                assert urlsplit(address).scheme in {"http", "https", "mailto", "tel"}


def test_stylesheets_ask_nothing_of_another_host(own_site: Path) -> None:
    for path in own_site.glob("assets/**/*.css"):
        assert not re.search(
            r"@import|url\(|//", path.read_text(encoding="utf-8").replace("/*", "")
        )


def test_each_page_says_what_it_is(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        (head,) = dom.elements(page, "head")
        metas = list(dom.elements(head, "meta"))
        policies = [
            each.get("content")
            for each in metas
            if each.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policies == [POLICY], path
        # What stands before the policy is not held to it.
        assert [dom.name(each) for each in head][:2] == ["meta", "meta"]
        assert head[0].get("charset") == "utf-8"
        assert page.get("lang"), path
        assert dom.title(page), path
        assert len(list(dom.elements(page, "h1"))) == 1, path
        assert len(list(dom.elements(page, "main"))) == 1, path
        assert [each.get("name") for each in metas].count("viewport") == 1, path


def test_titles_tell_pages_apart(pages: dict[str, Element]) -> None:
    titles = [dom.title(page) for path, page in pages.items() if page_kind(page) != "plain-page"]
    assert len(titles) == len(set(titles))


def test_headings_follow_on_without_a_gap(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        levels = [
            int(dom.name(each)[1])
            for each in dom.elements(page, "h1", "h2", "h3", "h4", "h5", "h6")
        ]
        assert levels[0] == 1, path
        for above, below in pairwise(levels):
            assert below <= above + 1, (path, levels)


def test_every_page_is_reached_from_the_index(own_site: Path, pages: dict[str, Element]) -> None:
    reached = {"index.html"}
    ahead = deque(reached)
    while ahead:
        path = ahead.popleft()
        for _, address in links(pages[path]):
            meant = target(path, address)[0] if not is_elsewhere(address) else path
            if meant in pages and meant not in reached:
                reached.add(meant)
                ahead.append(meant)
    assert set(pages) - reached == {"404.html", *aliases(own_site)}


def aliases(own_site: Path) -> set[str]:
    """Return the paths of older addresses."""
    loaded, _ = read(ROOT)
    assert loaded.library
    assert own_site.is_dir()
    return {
        f"{each.essay}/{alias.text}.html"
        for each in loaded.library.graph.statements.values()
        for alias in each.aliases
    }


def test_an_older_address_leads_to_the_newer_one(
    own_site: Path, pages: dict[str, Element], tmp_path: Path
) -> None:
    for path in aliases(own_site):
        assert redirect(pages[path])[0], path
    essay = "title: S\ncontention: {id: new, text: New., aliases: [old, Älter]}\n"
    site = make_site(tmp_path, {"content/small/essay.yaml": essay})
    for name in ("old", "Älter"):
        page = dom.parse((site / "small" / f"{name}.html").read_bytes())
        assert redirect(page) == ("0; url=new.html", "new.html")


def redirect(page: Element) -> tuple[str, str]:
    """Return what a page that has moved says to the browser, and to the reader."""
    refresh = [
        each.get("content", "")
        for each in dom.elements(page, "meta")
        if each.get("http-equiv") == "refresh"
    ]
    (main,) = dom.elements(page, "main")
    return refresh[0], next(dom.elements(main, "a")).attrib["href"]


def test_every_statement_has_its_page_and_its_status_is_the_datas(
    pages: dict[str, Element], data: dict[str, dict[str, list[dict[str, object]]]]
) -> None:
    assert data
    for slug, essay in data.items():
        for each in essay["statements"]:
            page = pages[f"{slug}/{each['id']}.html"]
            assert dom.words(next(dom.elements(page, "h1"))) == " ".join(str(each["text"]).split())
            fares = [dom.words(fare) for fare in dom.of_class(page, "fare")]
            assert fares == [each["status"]]


def test_the_data_hold_together(
    own_site: Path, data: dict[str, dict[str, list[dict[str, object]]]]
) -> None:
    for slug, essay in data.items():
        statements = {each["id"] for each in essay["statements"]}
        arguments = {each["id"] for each in essay["arguments"]}
        elsewhere = {each["id"] for each in essay["elsewhere"]}
        assert essay["contention"] in statements
        for point in essay["points"]:
            assert set(point["claims"]) <= statements  # type: ignore[call-overload] # JSON
        for each in essay["arguments"]:
            assert set(each["premises"]) <= statements | elsewhere  # type: ignore[call-overload] # JSON
            known = arguments if each["kind"] == "undercut" else statements | elsewhere
            assert each["target"] in known
        for each in (*essay["statements"], *essay["elsewhere"]):
            where = each.get("where", each)
            assert isinstance(where, dict)
            assert (own_site / slug / where["page"]).is_file()
        assert len(statements) == len(essay["statements"])


def test_a_diagram_shows_the_statuses_that_pages_say(pages: dict[str, Element]) -> None:
    said = {
        path: dom.words(dom.of_class(page, "fare")[0])
        for path, page in pages.items()
        if page_kind(page) == "statement-page"
    }
    boxes = 0
    for path, page in pages.items():
        for box in dom.of_class(page, "node"):
            meant, _ = target(path, box.attrib["href"])
            assert said[meant] in dom.words(box).split(), (path, meant)
            boxes += 1
    assert boxes > len(said)
