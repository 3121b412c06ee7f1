"""What stands on a page where a diagram is, or where one could not be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from argsite.analysis import whole_view
from argsite.diagram import Chart, Drawing, Engine, TooSlow
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.figure import Sketch, figures
from argsite.pages.map_page import map_sketch
from tests import dom
from tests.built import make_edition, make_site

ESSAY = {
    "content/park/essay.yaml": "title: The park\n"
    "contention: {id: open, text: Open *it*., premises: [{id: lit, text: Lit.}]}\n"
}


class Slow(Engine):
    """An engine that is too slow for every other diagram."""

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Draw each first of two charts."""
        for place, drawn in enumerate(super().draw(charts)):
            yield TooSlow(2.5) if place % 2 else drawn


def sketch(edition: Edition, title: str) -> Sketch:
    """Return a sketch of the whole essay."""
    view = whole_view(edition.graph, edition.library.essays[0])
    return Sketch(Desk(edition, "park/map.html"), view, "map", title)


def test_each_diagram_comes_with_its_title_or_the_reason_why_it_is_missing(tmp_path: Path) -> None:
    edition = make_edition(tmp_path, ESSAY)
    with Slow() as engine:
        drawn = list(figures(engine, (sketch(edition, title) for title in ("One", "Two", "Three"))))
    assert [(each.title, bool(each.svg)) for each in drawn] == [
        ("One", True),
        ("Two", False),
        ("Three", True),
    ]
    assert drawn[1].missing == (
        "This diagram has 2 boxes and could not be laid out in 2.5 seconds. "
        "The outline shows the same argument as a list."
    )
    assert drawn[0].missing == drawn[2].missing == ""


def test_a_box_links_to_its_statement_and_shows_its_plain_text(tmp_path: Path) -> None:
    edition = make_edition(tmp_path, ESSAY)
    with Engine() as engine:
        (figure,) = figures(engine, [sketch(edition, "The whole")])
    boxes = dom.of_class(dom.fragment(figure.svg), "node")
    assert [box.attrib["href"] for box in boxes] == ["open.html", "lit.html"]
    assert "Open it." in dom.words(boxes[0])


def test_a_map_too_large_to_read_is_not_drawn_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By name, since the package has a function of the module's name.
    monkeypatch.setattr(import_module("argsite.pages.map_page"), "_MOST_DRAWN", 1)
    edition = make_edition(tmp_path, ESSAY)
    assert map_sketch(edition, edition.library.essays[0]) is None
    site = make_site(tmp_path, ESSAY)
    page = dom.parse((site / "park" / "map.html").read_bytes())
    (figure,) = dom.elements(page, "figure")
    assert "A diagram of all 2 statements would be too large to read." in dom.words(figure)
    assert not dom.of_class(page, "diagram")
