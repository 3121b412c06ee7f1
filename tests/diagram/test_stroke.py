"""The lines of a step."""

from __future__ import annotations

from argsite.diagram import Chart
from argsite.diagram.route import route
from argsite.diagram.stroke import strokes
from tests.diagram.charts import UNDERCUTS, chart_of
from tests.diagram.test_place import placed

CHART = chart_of(UNDERCUTS)
PLACES = placed(CHART)


def drawn(chart: Chart = CHART) -> dict[str, str]:
    """Return what is drawn of each step, by its key."""
    planned = PLACES.planned
    paths = route(planned.skeleton, planned.across, PLACES.columns, PLACES.heights)
    found = strokes(planned.shape, planned.skeleton, PLACES.columns, PLACES.heights, paths)
    groups = found.drawn(chart.steps, PLACES.filling).split("</g>")
    return {step.key: group for step, group in zip(chart.steps, groups, strict=False)}


def test_a_step_names_the_boxes_that_it_joins_by_number() -> None:
    ends = 'data-argument="a" data-premises="1" data-target="0"'
    assert f'<g class="step for" {ends}>' in drawn()["a"]


def test_an_undercut_names_the_step_that_it_attacks() -> None:
    assert 'data-target-step="a"' in drawn()["b"]


def test_an_undercut_is_dashed_and_ends_in_a_bar() -> None:
    undercut = drawn()["b"]
    assert 'stroke-dasharray="6 4"' in undercut
    assert 'stroke-width="3"' in undercut
    assert "%" not in undercut


def test_names_may_hold_any_character() -> None:
    steps = tuple(step._replace(key=f"100%s <{step.key}>") for step in CHART.steps)
    assert 'data-argument="100%s &lt;a&gt;"' in drawn(CHART._replace(steps=steps))["100%s <a>"]
