"""The lines of a step."""

from __future__ import annotations

from argsite.diagram.route import route
from argsite.diagram.stroke import Stroke, strokes
from tests.diagram.charts import UNDERCUTS, chart_of
from tests.diagram.test_place import placed

CHART = chart_of(UNDERCUTS)
PLACES = placed(CHART)


def stroke_of(key: str) -> tuple[Stroke, str]:
    """Return the lines of a step, and what is drawn."""
    planned = PLACES.planned
    paths = route(planned.skeleton, planned.across, PLACES.columns, PLACES.heights)
    found = strokes(planned.shape, planned.skeleton, PLACES.columns, PLACES.heights, paths)
    number = [step.key for step in CHART.steps].index(key)
    return found[number], found[number].drawn(CHART.steps[number], PLACES.filling)


def test_a_step_names_the_boxes_that_it_joins_by_number() -> None:
    assert (
        '<g class="step for" data-argument="a" data-premises="1" data-target="0">'
        in stroke_of("a")[1]
    )


def test_an_undercut_names_the_step_that_it_attacks() -> None:
    assert 'data-target-step="a"' in stroke_of("b")[1]


def test_an_undercut_is_dashed_and_ends_in_a_bar() -> None:
    _, drawn = stroke_of("b")
    assert 'stroke-dasharray="6 4"' in drawn
    assert 'stroke-width="3"' in drawn
    assert "<@" not in drawn
