"""How lines run."""

from __future__ import annotations

import re

from hypothesis import given

from argsite.diagram import Chart
from argsite.diagram.height import Elastic
from argsite.diagram.route import Path, route
from tests.diagram.charts import PARK, UNDERCUTS, any_charts, chart_of
from tests.diagram.test_place import Places, placed


def routes(places: Places) -> list[Path]:
    """Return the path of each line, its heights filled in."""
    planned = places.planned
    paths = route(planned.skeleton, planned.across, places.columns, places.heights)
    return [
        path._replace(way=Elastic.of(path.way, path.heights).filled(places.filling))
        for path in paths
    ]


def routed(chart: Chart) -> dict[tuple[str, bool], Path]:
    """Return the paths by the key of their step and whether they reach its target."""
    paths = routes(placed(chart))
    return {(chart.steps[path.step].key, path.tip is not None): path for path in paths}


def test_a_reason_straight_below_gets_a_straight_line() -> None:
    paths = routed(chart_of("c claim open: One.\np premise open: Two.\na = p for c"))
    path = paths["a", True]
    assert re.fullmatch(r"M112 \d+V\d+", path.way)
    assert path.heading == (0, -1)


def test_linked_premises_end_at_their_junction_without_a_head() -> None:
    paths = routed(chart_of(PARK))
    assert paths["a3", False].tip is None
    assert paths["a3", True].tip is not None


def test_an_undercut_comes_from_the_side() -> None:
    paths = routed(chart_of(UNDERCUTS))
    assert paths["b", True].heading == (-1, 0)
    assert "H" in paths["b", True].way


def test_a_line_that_closes_a_cycle_points_down() -> None:
    paths = routed(
        chart_of("c claim open: One.\np premise open: Two.\na = p for c\nb = c against p")
    )
    assert paths["a", True].heading == (0, -1)
    assert paths["b", True].heading == (0, 1)


def test_a_line_from_a_box_to_itself_is_beside_it() -> None:
    path = routed(chart_of("c claim open: One.\na = c for c"))["a", True]
    assert path.heading == (-1, 0)
    assert path.way.startswith("M244 ")


@given(any_charts())
def test_every_line_stays_in_the_drawing(chart: Chart) -> None:
    places = placed(chart)
    paths = routes(places)
    assert {path.step for path in paths} == set(range(len(chart.steps)))
    for path in paths:
        for x, y in re.findall(r"(\d+) (\d+)", path.way):
            assert 0 <= int(x) <= places.width
            assert 0 <= int(y) <= places.height
