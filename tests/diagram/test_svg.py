"""The drawings as XML, and as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from argsite.diagram import Chart, Drawing, Engine
from argsite.diagram.measure import width
from tests.diagram.charts import PARK, SAMPLES, TWO, chart_of, samples

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Chart) -> str:
    """Return the SVG of a chart."""
    with Engine() as engine:
        [drawing] = engine.draw([chart])
    assert isinstance(drawing, Drawing)
    return drawing.svg


def parsed(chart: Chart) -> ET.Element:
    """Return the SVG of a chart as a tree."""
    return ET.fromstring(drawn(chart))  # noqa: S314 - our own drawing


def test_the_drawing_has_a_name_and_a_description() -> None:
    svg = parsed(chart_of(TWO))
    assert svg.get("role") == "group"
    assert svg.get("aria-labelledby") == "map-title map-desc"
    assert [svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")] == [
        "A map",
        "A map to test with.",
    ]


def test_each_box_is_a_link_whose_text_reads_as_words() -> None:
    links = parsed(chart_of(TWO)).findall(f"{SVG}a")
    assert [(link.get("href"), "".join(link.itertext())) for link in links] == [
        ("c.html", "Contention stands The park should stay open at night. "),
        ("p.html", "Because presumed Shift workers have no other green space. "),
    ]


def test_a_box_that_shows_its_text_cut_or_broken_holds_it_whole_too() -> None:
    whole = 'Dampfschifffahrtsgesellschaftskapitänsmütze <&"> ' + 60 * "word "
    [contention, premise] = chart_of(TWO).nodes
    nodes = (contention._replace(text=whole.strip()), premise)
    links = parsed(chart_of(TWO)._replace(nodes=nodes)).findall(f"{SVG}a")
    assert [link.get("data-text") for link in links] == [whole.strip(), None]


def test_lines_are_hidden_from_those_who_listen() -> None:
    groups = parsed(chart_of(PARK)).findall(f"{SVG}g")
    assert [group.get("aria-hidden") for group in groups] == ["true"]


def test_relation_shows_in_line_and_shape() -> None:
    svg = drawn(chart_of(PARK))
    linked = r'<g class="step for out"[^>]*><path stroke-width="2" stroke-linecap="round"'
    assert re.search(linked, svg)
    attack = r'<g class="step against"[^>]*><path stroke-width="1.6" stroke-dasharray="6 4"'
    assert re.search(attack, svg)
    assert re.search(r'class="node undercut unanswered presumed"[^>]*><path class="box"', svg)
    assert re.search(r'class="node rebuttal out rebutted"[^>]*><rect class="box"[^>]*rx="0"', svg)


def test_each_step_names_the_boxes_that_it_joins() -> None:
    groups = parsed(chart_of(PARK)).findall(f".//{SVG}g[@data-premises]")
    known = ("class", "data-argument", "data-premises", "data-target", "data-target-step")
    assert [tuple(group.get(name) for name in known) for group in groups] == [
        ("step for", "a1", "1", "0", None),
        ("step for", "a2", "2", "0", None),
        ("step for out", "a3", "3 4", "0", None),
        ("step undercut", "a4", "5", None, "a3"),
        ("step against out", "a5", "6", "0", None),
        ("step against", "a6", "7", "6", None),
    ]
    # Two lines that meet, the line from there, its head, and where they meet.
    assert [len(group) for group in groups] == [2, 2, 5, 2, 2, 2]


def test_a_box_names_its_point() -> None:
    chart = chart_of(TWO)
    nodes = (chart.nodes[0], chart.nodes[1]._replace(point=2))
    links = parsed(chart._replace(nodes=nodes)).findall(f"{SVG}a")
    assert [link.get("data-point") for link in links] == [None, "2"]


def test_a_way_that_is_not_shown_is_a_line_of_dashes_and_dots() -> None:
    chart = chart_of(TWO)
    indirect = chart._replace(steps=(chart.steps[0]._replace(indirect=True),))
    assert 'stroke-dasharray="14 4 2 4"' in drawn(indirect)
    assert '<g class="step for indirect" data-premises="1" data-target="0">' in drawn(indirect)
    assert 'stroke-dasharray="14 4 2 4"' not in drawn(chart)


def test_implicit_is_dashed_and_unanswered_bold() -> None:
    svg = parsed(chart_of(PARK))
    boxes = {link.get("href"): link[0] for link in svg.findall(f"{SVG}a")}
    assert boxes["p4.html"].get("stroke-dasharray") == "5 4"
    assert boxes["u.html"].get("stroke-width") == "2.6"
    assert boxes["p1.html"].get("stroke-width") is None


def test_there_is_no_style_and_no_script() -> None:
    for chart in samples():
        for element in parsed(chart).iter():
            assert element.tag.removeprefix(SVG) not in {"style", "script"}
            assert not [name for name in element.attrib if name == "style" or name[:2] == "on"]


def test_every_id_begins_with_the_prefix() -> None:
    svg = parsed(chart_of(PARK)._replace(prefix="point-2"))
    ids = [name for each in svg.iter() if (name := each.get("id"))]
    assert len(ids) == len(set(ids)) == 10
    assert all(name.startswith("point-2-") for name in ids)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=40))
def test_any_text_is_shown_as_it_was_written(text: str) -> None:
    chart = chart_of(TWO)
    node = chart.nodes[0]._replace(text=text, href=text)
    link = parsed(chart._replace(nodes=(node, *chart.nodes[1:]))).findall(f"{SVG}a")[0]
    shown = "".join("".join(link.itertext()).removeprefix("Contention stands").split())
    written = "".join(text.split())
    assert shown == written or shown.endswith("…")
    assert link.get("href") == text


def test_a_line_break_in_a_text_is_a_space() -> None:
    chart = chart_of(TWO)
    node = chart.nodes[0]._replace(text="One\ntwo")
    assert "One two " in drawn(chart._replace(nodes=(node, *chart.nodes[1:])))


INSIDE = """svg => [...svg.querySelectorAll("a")].map(link => {
  const box = link.querySelector(".box").getBBox();
  return [...link.querySelectorAll("text, tspan")].map(text => {
    const its = text.getBBox();
    return [text.textContent, its.x - box.x, its.y - box.y,
            box.x + box.width - its.x - its.width, box.y + box.height - its.y - its.height];
  });
}).flat()"""

BOXES = """svg => [...svg.querySelectorAll(".box")].map(box => {
  const its = box.getBoundingClientRect();
  return [its.left, its.top, its.right, its.bottom];
})"""

LENGTHS = """svg => [...svg.querySelectorAll("tspan")].map(row => [
  row.textContent.trimEnd(), parseFloat(getComputedStyle(row).fontSize),
  getComputedStyle(row).fontWeight === "700",
  row.getSubStringLength(0, row.textContent.trimEnd().length)])"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open a page with all sample charts."""
    opened = browser.new_page()
    opened.set_content("<!doctype html>" + "".join(drawn(chart) for chart in samples()))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", SAMPLES)
def test_no_text_is_outside_its_box(page: Page, name: str) -> None:
    rows = page.locator(f'svg[aria-labelledby^="{name}-"]').evaluate(INSIDE)
    assert rows
    outside = [row for row in rows if min(row[1:]) < 0]
    assert not outside


@pytest.mark.parametrize("name", SAMPLES)
def test_no_two_boxes_overlap(page: Page, name: str) -> None:
    boxes = page.locator(f'svg[aria-labelledby^="{name}-"]').evaluate(BOXES)
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other_left, other_top, other_right, other_bottom in boxes[:index]:
            beside = right < other_left or other_right < left
            assert beside or bottom < other_top or other_bottom < top


def test_texts_are_as_wide_as_measured(page: Page) -> None:
    measured = 0
    for svg in page.locator("svg").all():
        for text, size, bold, length in svg.evaluate(LENGTHS):
            if re.fullmatch(r"[\w\s.,…·+-]+", text) and not re.search(r"[\u0590-\uffff]", text):
                # The browser sets some pairs of letters closer, so that short rows differ by more.
                expected = width(text, size, bold=bold)
                assert length <= expected + 0.1, text
                assert length >= expected - max(1.5, 0.01 * expected), text
                measured += 1
    assert measured > 60
