"""The Big List of Naughty Strings through every field, into every file of a site and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argsite.build import check
from argsite.draft import Wishes, draft
from argsite.editing.formatting import format_essay
from argsite.formats.yaml import read_essay
from argsite.problems import Problem, is_error
from argsite.source import Manuscript, in_one_line
from tests import dom
from tests.built import build_site, files, make_site
from tests.effort import LONG, effort
from tests.sites import write
from tests.suites import naughty_strings
from tests.test_build import PLACES, essay_of
from tests.torture.naughty import REFUSED, TEXTS, escaped, essay_of_all, groups, quoted

SITE = "title: Naughty\nurl: https://example.org/essays/\n"


def test_the_list_holds_what_it_should() -> None:
    assert (len(naughty_strings()), len(TEXTS), len(REFUSED)) == (486, 478, 8)


def test_what_is_blank_or_holds_orders_is_refused_in_every_field(tmp_path: Path) -> None:
    contents = {}
    for number, text in enumerate(REFUSED):
        fields = {
            "title": {"title": text},
            "summary": {"summary": text},
            "prose": {"prose": text},
            "text": {"contention": text},
            "note": {"contention": {"text": "C", "note": text}},
            "by": {"contention": {"text": "C", "by": text}},
            "tags": {"contention": {"text": "C", "tags": [text]}},
            "source": {"contention": {"text": "C", "sources": [{"title": text}]}},
            "key": {text: "C"},
        }
        for name, field in fields.items():
            essay = {"title": "T", "contention": "C"} | field
            contents[f"content/{name}-{number}/essay.yaml"] = quoted(essay)
    write(tmp_path, contents)
    refused = {each.at.path for each in check(tmp_path).problems if is_error(each)}
    assert refused == contents.keys()


LINES = groups(TEXTS, effort(700, 150))
"""The strings as lines of several, each for an essay of its own."""


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with an essay for each line, which stands at every place that there is."""
    lines = LINES[:: effort(5, 1)]
    contents = {
        f"content/essay-{number}/essay.yaml": f"{essay_of(line)}date: 2026-01-02\n"
        for number, line in enumerate(lines)
    }
    contents["content/site.yaml"] = SITE
    return make_site(tmp_path_factory.mktemp("essays"), contents)


def test_texts_are_on_pages_as_written(essays: Path) -> None:
    index = dom.shown(next(dom.elements(dom.parse((essays / "index.html").read_bytes()), "main")))
    for number, line in enumerate(LINES[:: effort(5, 1)]):
        for path, names in PLACES.items():
            shown = index
            if path != "index.html":
                place = essays / path.replace("essay/", f"essay-{number}/")
                page = dom.parse(place.read_bytes())
                is_harmless(page)
                shown = dom.shown(next(dom.elements(page, "main")))
            for name in names:
                assert in_one_line(f"{line} {name}").strip() in shown, (path, name)


def is_harmless(page: ET.Element) -> None:
    """Check that a page holds no element and no attribute that a text could have asked for."""
    assert not list(dom.elements(page, "style", "img", "iframe", "object", "embed", "form", "base"))
    for each in dom.elements(page):
        assert not any(name.startswith("on") or name == "style" for name in each.attrib), (
            each.attrib
        )
        assert not each.get("href", "").lower().startswith(("javascript:", "data:")), each.attrib
        if dom.name(each) == "script" and each.get("type") != "application/ld+json":
            assert re.fullmatch(r"(\.\./)*assets/[a-z]+\.js", each.get("src", "")), each.attrib
            assert not each.text


def test_the_feed_and_the_sitemap_are_well_formed_and_hold_texts_as_written(essays: Path) -> None:
    lines = LINES[:: effort(5, 1)]
    feed = ET.parse(essays / "feed.xml")  # noqa: S314 - it is our own
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.getroot().findall(f"{atom}entry")
    assert len(entries) == len(lines)
    said = {in_one_line(entry.findtext(f"{atom}title", "")) for entry in entries}
    assert said == {in_one_line(f"{line} title") for line in lines}
    said = {in_one_line(entry.findtext(f"{atom}summary", "")) for entry in entries}
    assert said == {in_one_line(f"{line} summary") for line in lines}
    sitemap = ET.parse(essays / "sitemap.xml").getroot()  # noqa: S314 - as above
    for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
        assert re.fullmatch(r"https://example\.org/essays/[a-z0-9/.-]*", each.text or ""), each.text


def test_metadata_hold_titles_as_written_and_each_essay_has_a_picture(essays: Path) -> None:
    for number, line in enumerate(LINES[:: effort(5, 1)]):
        folder = essays / f"essay-{number}"
        page = dom.parse((folder / "index.html").read_bytes())
        title = in_one_line(f"{line} title")
        assert dom.shown(next(dom.elements(page, "title"))) == f"{title} · Naughty"
        named = {each.get("property"): each.get("content") for each in dom.elements(page, "meta")}
        assert named["og:title"] == title
        assert named["og:description"] == in_one_line(f"{line} summary")
        (linked,) = (
            json.loads(each.text or "")
            for each in dom.elements(page, "script")
            if each.get("type") == "application/ld+json"
        )
        assert title in json.dumps(linked, ensure_ascii=False).replace('\\"', '"').replace(
            "\\\\", "\\"
        )
        citations = [each for each in dom.elements(page, "pre") if each.get("data-copy") == "csl"]
        (cited,) = json.loads(citations[0].text or "")
        assert in_one_line(cited["title"]) == title
        assert (folder / "card.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


ALONE = TEXTS[:: effort(3, 1)]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a statement for each string, which is alone in each of its fields."""
    contents = {
        "content/all/essay.yaml": essay_of_all(ALONE),
        "content/site.yaml": f"{SITE}options: {{diagrams: false}}\n",
    }
    return make_site(tmp_path_factory.mktemp("alone"), contents)


def test_data_hold_each_string_as_written(alone: Path) -> None:
    data = json.loads((alone / "all" / "essay.json").read_bytes())
    statements = {each["id"]: each for each in data["statements"]}
    labels = {each["premises"][0]: each["label"] for each in data["arguments"]}
    for number, text in enumerate(ALONE):
        due = in_one_line(text)
        each = statements[f"s{number}"]
        assert (each["text"], each["by"], each["tags"], each["note"]) == (
            due,
            due,
            [due],
            each["note"],
        )
        assert each["markdown"] == each["note"] == escaped(text)
        source = {key: value for key, value in each["sources"][0].items() if value}
        assert source.pop("quote") == text
        assert source in (
            {"title": due, "author": due, "page": due},
            {"title": due, "author": [due], "page": due},
        )
        assert labels[f"s{number}"] == due


def test_scripts_data_are_json_and_hold_each_string(alone: Path) -> None:
    handed = {}
    for path, data in files(alone / "data").items():
        match = re.fullmatch(r'argsiteData\("data/[^"]+",(.*)\);\n', data.decode(), re.DOTALL)
        assert match, path
        handed[path] = json.loads(match[1])
        assert "</" not in data.decode(), path
    found = {each for value in handed.values() for each in strings(value)}
    for text in ALONE:
        assert in_one_line(text) in found


def strings(value: object) -> set[str]:
    """Return all strings in a JSON value, as they would be read on a page."""
    if isinstance(value, str):
        root = ET.Element("p")
        plain = dom.fragment(value) if "<" not in value else root
        return {in_one_line(value), dom.shown(plain)}
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    return set().union(*map(strings, value)) if isinstance(value, list) else set()
