"""What an author writes stays text: wherever a page shows it, it makes no markup.

A site is built twice, with plain words and with signs that mean something in HTML, JSON, CSS and
XML. Both have to be of the same elements with the same attributes, and each attribute and text that
holds the words has to hold the signs as they were written.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests import dom
from tests.built import ROOT, files, make_site
from tests.effort import effort
from tests.sites import SMALL_ESSAY
from tests.torture.fields import contents, escaped

SIGNS = "\"'<>&`=/\\ {}%#;:()[]!-*_~^|$?@+,.\u2028\u2029\u00a0éa"

ENCODED = frozenset({"href", "src", "id", "aria-labelledby", "data-tags", "for"})
"""Attributes that name a thing by a word made of its text, or by an address."""

SAFE = {
    "around.footer": "Markdown, as HTML",
    "around.outside": "attributes of a language, which was checked",
    "around.own": "attributes of a language, which was checked",
    "body": "Markdown, as HTML",
    "card.subtitle": "text of an essay, escaped and marked with its language",
    "card.summary": "text of an essay, escaped and marked with its language",
    "card.title": "text of an essay, escaped and marked with its language",
    "claim.link.html": "inline Markdown, as HTML",
    "claim.why": "a reason with links, escaped part by part",
    "contention.link.html": "inline Markdown, as HTML",
    "contention.why": "a reason with links, escaped part by part",
    "drawing": "a mark of ours",
    "essay.prose": "Markdown, as HTML",
    "figure.svg": "a diagram, escaped where it is drawn",
    "frame.metadata.data": "JSON without signs that could end the script element",
    "group.essay": "text of an essay, escaped and marked with its language",
    "group.target.html": "inline Markdown, as HTML",
    "item.trouble": "a reason with links, escaped part by part",
    "link.html": "inline Markdown, or a title that is escaped",
    "list.html": "the name of a list, escaped",
    "next.html": "inline Markdown, or a title that is escaped",
    "note": "Markdown, as HTML",
    "part.title": "text of an essay, escaped and marked with its language",
    "place.essay": "text of an essay, escaped and marked with its language",
    "place.link.html": "inline Markdown, or a title that is escaped",
    "point.prose": "Markdown, as HTML",
    "previous.html": "inline Markdown, or a title that is escaped",
    "statement.html": "inline Markdown, as HTML",
    "statement.note": "Markdown, as HTML",
    "statement.why": "a reason with links, escaped part by part",
    "tag.html": "a tag, escaped",
    "target.html": "inline Markdown, as HTML",
    '"</span> <span>"': "markup of ours between sentences, which are escaped",
}
"""What templates take as HTML, and why they may."""


def built(signs: str) -> dict[str, bytes]:
    """Build a site with these signs in every text; return its files."""

    def text(name: str) -> str:
        return f"{name}{signs}z"

    with tempfile.TemporaryDirectory() as folder:
        return files(make_site(Path(folder), contents(text, lambda name: escaped(text(name)))))


def shape(root: Element) -> Counter[tuple[str, ...]]:
    """Count the elements of a page by name and attributes; a drawing has lines as it needs them."""
    lines = {each for part in dom.elements(root, "a") for each in dom.elements(part, "text")}
    return Counter(
        (dom.name(each), *sorted(each.attrib))
        for each in dom.elements(root)
        if each not in lines and dom.name(each) not in {"tspan", "text"}
    )


def markup(site: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    """Yield each page, and each other file of markup, as a tree."""
    for path, data in site.items():
        if path.endswith(".html"):
            yield path, dom.parse(data)
        elif path.endswith((".xml", ".svg")):
            yield path, fromstring(data)  # noqa: S314 - our own site


def data_of(site: dict[str, bytes]) -> Iterator[object]:
    """Yield what is written as JSON, in pages, in scripts and alone."""
    for path, data in site.items():
        if path.endswith(".json"):
            yield json.loads(data)
        elif path.startswith("data/"):
            given_over = data.removeprefix(b"argsiteData(").removesuffix(b");\n")
            yield json.loads(b"[%s]" % given_over)
        elif path.endswith(".html"):
            for each in dom.elements(dom.parse(data), "script"):
                if each.get("type") == "application/ld+json":
                    assert not re.search("[<>&]", each.text or "")
                    yield json.loads(each.text or "")


def folded(text: str) -> str:
    """Return a text with white space folded."""
    return " ".join(text.split())


@given(signs=st.text(SIGNS, max_size=16))
@settings(max_examples=effort(2, 60))
@example("\"'<b x=1>&`")
@example("</title></script><script>alert(1)</script>")
@example("--><!--]]><![CDATA[")
@example("{{ 7 }}{% x %}${7}")
def test_signs_make_no_markup_anywhere(signs: str) -> None:
    plain, hostile = built(re.sub(r"\S", "a", signs)), built(signs)
    trees = list(markup(hostile))
    before, after = (
        Counter(kind for _, root in site for kind in shape(root).elements())
        for site in (markup(plain), trees)
    )
    assert after - before == Counter()
    assert before - after == Counter()
    whole = folded(f"{signs}z")
    for path, root in trees:
        for each in dom.elements(root):
            for name, value in each.attrib.items():
                if name not in ENCODED and not value.startswith("https://example.org/"):
                    for found in re.finditer(r"m\d{2,3}(?=[^\w]|z|a|é|_)", value):
                        rest = folded(value[found.end() :])
                        assert rest.startswith(whole[:60]), (path, name, value)
    # All that is written as JSON can be read as such.
    assert len(list(data_of(hostile))) == len(list(data_of(plain)))


def templates() -> Iterator[tuple[str, str]]:
    """Yield every template with its name."""
    for place in sorted((ROOT / "themes").glob("*/templates/*.html")):
        yield f"{place.parts[-3]}/{place.name}", place.read_text(encoding="utf-8")


OWN = """\
{% extends "paper/page.html" %}
{% import "own/macros.txt" as macros %}
{% block head %}<meta name="own" content="{{ frame.title }}">{% endblock %}
{% block content %}
<p>{{ frame.title }}</p>
<p>{{ frame.title ~ "<i>" }}</p>
<p>{{ [frame.title, frame.title]|join("<i>") }}</p>
<p>{{ frame.title|replace("a", "<i>") }}</p>
<p>{{ "%s<i>"|format(frame.title) }}</p>
<p>{{ _("Point %(number)s", number=frame.title) }}</p>
<p>{% trans title=frame.title %}Point {{ title }}{% endtrans %}</p>
<p>{{ macros.said(frame.title) }}</p>
<p>{% call macros.around() %}{{ frame.title }}{% endcall %}</p>
<p>{{ frame.title|once(macros.said) }}{{ [frame.title]|each(macros.said) }}</p>
{% set held %}{{ frame.title }}{% endset %}
<p>{{ held }}</p>
{% for each in frame.title.split() %}<p>{{ each }}</p>{% endfor %}
{% filter upper %}<p>{{ frame.title }}</p>{% endfilter %}
{% include "own/part.txt" %}
{% endblock %}
"""


def test_a_template_of_a_sites_own_escapes_too(tmp_path: Path) -> None:
    templates = tmp_path / "themes/paper/templates"
    (templates / "own").mkdir(parents=True)
    (templates / "page.html").write_text(OWN)
    (templates / "own/macros.txt").write_text(
        "{% macro said(text) %}{{ text }}{% endmacro %}"
        "{% macro around() %}{{ caller() }}{% endmacro %}"
    )
    (templates / "own/part.txt").write_text("<p>{{ frame.title }}</p>")
    title = "<b onx='1'>a</b> & \"'<i>"
    contents = {
        "content/about.md": f"# {escaped(title)}\n",
        "content/small/essay.yaml": SMALL_ESSAY,
    }
    site = make_site(tmp_path, contents)
    page = dom.parse((site / "about.html").read_bytes())
    assert not list(dom.elements(page, "b", "i"))
    (own,) = (each for each in dom.elements(page, "meta") if each.get("name") == "own")
    assert (own.get("content") or "").startswith(title)
    said = [dom.words(each) for each in dom.elements(page, "p")]
    assert sum(title.casefold() in each.casefold() for each in said) >= 11


def test_templates_take_only_what_is_listed_as_html() -> None:
    found = {
        each
        for _, text in templates()
        for each in re.findall(r'([\w.]+|"[^"]*")\s*\|\s*safe', text)
    }
    assert found == SAFE.keys()
    assert not [name for name, text in templates() if "Markup" in text or "autoescape" in text]


@pytest.mark.parametrize("name", [name for name, _ in templates()])
def test_attributes_are_quoted(name: str) -> None:
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", dict(templates())[name], flags=re.DOTALL)
    said: list[str] = []

    def taken_out(expression: re.Match[str]) -> str:
        said.append(expression[1].strip())
        return f"\0{len(said) - 1}\0"

    tags = re.findall(r"<[a-z][^<>]*>", re.sub(r"\{\{(.*?)\}\}", taken_out, text))
    bare = {
        said[int(number)]
        for tag in tags
        for number in re.findall("\0([0-9]+)\0", re.sub(r'\s[\w-]+="[^"]*"', "", tag))
    }
    # Lists of attributes that the code has escaped, and levels of headings.
    assert bare <= {"ui", "around.outside|safe", "around.own|safe", "level", "2 if whole else 3"}
