"""What charts have in common that differ in their texts alone."""

from __future__ import annotations

from argsite.diagram import shape_of
from argsite.diagram.shape import Bond
from argsite.model import Kind
from tests.diagram.charts import UNDERCUTS, chart_of

SMALL = "c claim open: One.\np premise open: Two.\nq premise open: Three.\n"


def test_steps_name_boxes_by_number_and_what_they_undercut_by_its_own() -> None:
    shape = shape_of(chart_of(SMALL + "a = p for c\nu = q undercut a"))
    assert shape.boxes == 3
    assert shape.bonds == (
        Bond((1,), 0, Kind.FOR, indirect=False),
        Bond((2,), ~0, Kind.UNDERCUT, indirect=False),
    )


def test_texts_and_whether_a_step_is_out_make_no_other_shape() -> None:
    other = SMALL.replace("Two.", "Twelve.") + "b! = p for c"
    assert shape_of(chart_of(SMALL + "a = p for c")) == shape_of(chart_of(other))


def test_its_size_counts_boxes_and_ends_of_lines() -> None:
    chart = chart_of(UNDERCUTS)
    ends = sum(len(step.premises) + 1 for step in chart.steps)
    assert shape_of(chart).size() == len(chart.nodes) + ends
