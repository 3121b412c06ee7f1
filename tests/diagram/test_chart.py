"""What a diagram shows, as data."""

from __future__ import annotations

from argsite.diagram.chart import Chart
from tests.diagram.charts import chart_of

BOXES = """
    c contention contested: The park should stay open at night.
    p premise presumed focus: Shift workers have no other green space.
    a = p for c
"""


def test_the_box_that_a_diagram_is_about_has_an_anchor() -> None:
    assert chart_of(BOXES, "own").anchor() == "own-n1"


def test_a_diagram_of_a_whole_essay_has_no_anchor() -> None:
    assert chart_of(BOXES.replace(" focus", "")).anchor() == ""
    assert Chart("map", "Nothing", "", (), ()).anchor() == ""
