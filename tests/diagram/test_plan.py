"""Charts to DOT and to drawings, against the cases in `tests/cases/diagram`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argsite.diagram import Drawing, Engine, plan, shape_of
from argsite.diagram.layout import lay_out_here
from argsite.diagram.plan import settle
from tests.casebook import Case, read_cases
from tests.diagram.charts import CROWD, PARK, TWO, chart_of

CASES = read_cases("diagram")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case, golden_fence: Callable[[Case, str, str], None]) -> None:
    chart = chart_of(case.fences["chart"])
    golden_fence(case, "dot", plan(shape_of(chart)).dot)
    with Engine() as engine:
        [drawing] = engine.draw([chart])
    assert isinstance(drawing, Drawing)
    golden_fence(case, "svg", drawing.svg.replace("><", ">\n<"))


def test_a_crowd_gets_narrow_boxes() -> None:
    park, crowd, two = (plan(shape_of(chart_of(text))).across for text in (PARK, CROWD, TWO))
    assert park == crowd < two


def test_settling_moves_everything_that_was_laid_out() -> None:
    planned = plan(shape_of(chart_of(PARK)))
    raw = lay_out_here(planned.dot)
    assert set(settle(planned, raw).across) == set(raw.across)
    assert settle(planned, raw) != raw
