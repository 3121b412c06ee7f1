"""CommonMark's examples: Argsite's Markdown gives what the specification says, or says why not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from argsite.build import check
from argsite.markdown import block
from argsite.problems import Code, is_error
from tests import dom
from tests.built import make_site
from tests.sites import write
from tests.suites import Example, markdown_examples
from tests.torture.commonmark import as_designed, shape

EXCEPTIONS = {
    "raw HTML is shown as text": {
        *(21, 31, *range(148, 192), 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536),
        *(*range(613, 618), 623, *range(625, 632), 642, 643),
    },
    "an address of a scheme that is not allowed is no link": {500, 596, 598, 599, 601},
    "an image within a link is its words: links hold no links": {517, 531},
}
"""Examples whose result is another one, by the reason; all others agree."""

DESIGNED = {
    "a heading follows the one above the text without a gap": 47,
    "a block of code scrolls by keyboard": 85,
    "an image is a link: a page asks nothing of other hosts": 20,
    "a link to another host says so": 12,
}
"""What Argsite does otherwise in examples that agree but for it, and how often."""

ELEMENTS = {
    *("div", "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code"),
    *("em", "strong", "a", "br", "hr"),
}
"""What the examples may make on a page: no element of raw HTML among them."""


WITHOUT_DIAGRAMS = {"content/site.yaml": "title: S\noptions: {diagrams: false}\n"}
"""A site whose pages are shorter, since they are read strictly, which takes long."""


def excepted() -> set[int]:
    """Return the numbers of the examples that have another result."""
    return set().union(*EXCEPTIONS.values())


def test_each_example_gives_what_the_specification_says_or_is_an_exception() -> None:
    examples = markdown_examples()
    assert len(examples) == 652
    used: Counter[str] = Counter()
    otherwise = set()
    same = 0
    for each in examples:
        counted: Counter[str] = Counter()
        made = dom.fragment(block(each.markdown, lambda address: address))
        if shape(made) == shape(as_designed(each.html, 1, counted)):
            used += counted
            same += not counted
        else:
            otherwise.add(each.number)
    assert otherwise == excepted()
    assert used == DESIGNED
    assert (same, len(examples) - len(otherwise)) == (437, 573)


def test_raw_html_is_shown_as_text() -> None:
    for each in markdown_examples():
        made = dom.fragment(block(each.markdown, lambda address: address))
        assert {element.tag for element in dom.elements(made)} <= {made.tag, *ELEMENTS}, each
        if each.number in EXCEPTIONS["raw HTML is shown as text"]:
            said = dom.words(made)
            assert "<" in said, each
            assert said.count(">") <= each.markdown.count(">"), each


def essays(examples: Sequence[Example]) -> dict[str, str]:
    """Return essays that hold examples as the prose of points and as notes."""
    contents = {}
    for start in range(0, len(examples), 20):
        points = [
            {
                "number": number,
                "title": f"Example {each.number}",
                "prose": each.markdown,
                "claim": {"id": f"claim-{each.number}", "text": "It is.", "note": each.markdown},
            }
            for number, each in enumerate(examples[start : start + 20], 1)
        ]
        essay = {"title": "Examples", "contention": f"All of {start}.", "points": points}
        # JSON is YAML, with each text in quotes.
        contents[f"content/from-{start}/essay.yaml"] = json.dumps(essay, ensure_ascii=False)
    return contents


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Return the examples without a link that leads nowhere, which a site refuses."""
    root = tmp_path_factory.mktemp("all")
    examples = markdown_examples()
    contents = {f"content/e{each.number}/essay.yaml": essay_of(each) for each in examples}
    write(root, contents)
    wrong = [each for each in check(root).problems if is_error(each)]
    assert {each.code for each in wrong} == {Code.BROKEN_LINK}
    broken = {each.at.path for each in wrong}
    return [each for each in examples if f"content/e{each.number}/essay.yaml" not in broken]


def essay_of(example: Example) -> str:
    """Return an essay that opens with an example."""
    essay = {"title": "Example", "prose": example.markdown, "contention": "It is."}
    return json.dumps(essay, ensure_ascii=False)


def test_examples_are_the_same_on_pages_which_parse_strictly(
    linked: list[Example], tmp_path: Path
) -> None:
    assert len(linked) == 537
    contents = essays(linked)
    site = make_site(tmp_path, {**contents, **WITHOUT_DIAGRAMS})
    shown = 0
    for start in range(0, len(linked), 20):
        page = dom.parse((site / f"from-{start}" / "index.html").read_bytes())
        proses = [prose_of(point) for point in dom.of_class(page, "point")]
        for example, prose in zip(linked[start : start + 20], proses, strict=True):
            agrees(example, prose)
            shown += 1
    assert shown == len(linked)


@pytest.mark.torture
def test_examples_are_the_same_in_notes_and_on_plain_pages(
    linked: list[Example], tmp_path: Path
) -> None:
    plain = {f"content/p{each.number}.md": f"# P\n\n{each.markdown}" for each in linked}
    site = make_site(tmp_path, {**essays(linked), **plain, **WITHOUT_DIAGRAMS})
    for place, each in enumerate(linked):
        slug = f"from-{place // 20 * 20}"
        page = dom.parse((site / slug / f"claim-{each.number}.html").read_bytes())
        parts = dom.of_class(page, "part")
        notes = [part for part in parts if part.get("aria-labelledby") == "note"]
        # An example of nothing but a definition says nothing.
        agrees(each, without_title(notes[0]) if notes else Element("div"))
        dom.parse((site / f"p{each.number}.html").read_bytes())


def prose_of(point: Element) -> Element:
    """Return the prose of a point without the point's title."""
    return without_title(dom.of_class(point, "prose")[0])


def without_title(element: Element) -> Element:
    """Return an element without its first child, a heading."""
    title = element[0]
    assert title.tag == "h2"
    element.remove(title)
    element.text = None
    return element


def agrees(example: Example, shown: Element) -> None:
    """Check that a page shows what the specification says, wherever its links lead."""
    if example.number not in excepted():
        due = as_designed(example.html, 2, Counter())
        assert shape(shown, ways=False) == shape(due, ways=False), example
