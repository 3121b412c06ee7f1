"""Where boxes, junctions and the ends of lines stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given

from argsite.diagram import Chart, Plan, plan, shape_of
from argsite.diagram.box import set_box
from argsite.diagram.height import Height, parts_of
from argsite.diagram.layout import lay_out_here
from argsite.diagram.place import Columns, Heights, set_columns, set_heights, set_rows
from argsite.diagram.plan import settle
from tests.diagram.charts import CROWD, PARK, any_charts, chart_of


@dataclass(frozen=True)
class Places:
    """Where everything stands in the drawing of one chart."""

    planned: Plan
    columns: Columns
    heights: Heights
    filling: Sequence[int]
    width: int
    height: int
    boxes: Sequence[tuple[int, int, int, int]]
    """Left, top, right and bottom of each box."""

    def y(self, height: Height) -> int:
        """Return a height in px."""
        given, more = parts_of(height)
        return self.filling[given] + more


def placed(chart: Chart) -> Places:
    """Return where everything stands."""
    planned = plan(shape_of(chart))
    layout = settle(planned, lay_out_here(planned.dot))
    columns = set_columns(planned.skeleton, planned.across, layout.across)
    rows = set_rows(planned.skeleton, columns.x)
    high = [set_box(node, planned.across).height for node in chart.nodes]
    tops, bottoms = rows.heights(high)
    half = planned.across // 2
    boxes = []
    for index, height in enumerate(high):
        x, y = columns.x[f"n{index}"], tops[rows.of_box[index]]
        boxes.append((x - half, y, x + half, y + height))
    return Places(
        planned,
        columns,
        set_heights(planned.skeleton, rows),
        rows.filling(high, tops, bottoms),
        columns.width,
        bottoms[-1] + rows.foot,
        boxes,
    )


def test_boxes_of_a_rank_hang_from_one_line() -> None:
    places = placed(chart_of(PARK))
    tops = [top for _, top, _, _ in places.boxes]
    assert len(set(tops[1:7])) == 1
    assert tops[0] < tops[1] < tops[7]


def test_a_junction_stands_between_its_target_and_its_premises() -> None:
    places = placed(chart_of(PARK))
    x, heights = places.columns.x, places.heights
    bottom, middle, top = map(places.y, (heights.bottom[0], heights.middle[1], heights.top[2]))
    assert bottom < middle < top
    assert x["j2"] == (x["n3"] + x["n4"]) // 2


def test_seven_points_fit_on_a_screen() -> None:
    places = placed(chart_of(CROWD))
    assert places.width <= 1280


def test_lines_meet_a_box_in_the_order_in_which_they_come() -> None:
    places = placed(chart_of(CROWD))
    assert list(places.columns.upper_ports) == sorted(places.columns.upper_ports)
    assert all(right - left >= 16 for left, right in pairwise(places.columns.upper_ports))


@given(any_charts())
def test_no_two_boxes_overlap_and_all_lie_in_the_drawing(chart: Chart) -> None:
    places = placed(chart)
    for index, (left, top, right, bottom) in enumerate(places.boxes):
        assert left >= 0
        assert top >= 0
        assert right <= places.width
        assert bottom <= places.height
        for other_left, other_top, other_right, other_bottom in places.boxes[:index]:
            beside = right < other_left or other_right < left
            assert beside or bottom < other_top or other_bottom < top


@given(any_charts())
def test_lines_pass_between_boxes(chart: Chart) -> None:
    places = placed(chart)
    skeleton, x = places.planned.skeleton, places.columns.x
    for line in skeleton.lines:
        for stop in line.passing:
            for index in range(len(chart.nodes)):
                if skeleton.ranks[f"n{index}"] == skeleton.ranks[stop]:
                    assert abs(x[stop] - x[f"n{index}"]) > places.planned.across // 2 + 9


@given(any_charts())
def test_lines_end_at_their_boxes(chart: Chart) -> None:
    places = placed(chart)
    columns = places.columns
    lines = places.planned.skeleton.lines
    ends = zip(lines, columns.lower_ports, columns.upper_ports, strict=True)
    for line, lower, upper in ends:
        for name, port in ((line.lower, lower), (line.upper, upper)):
            half = places.planned.across // 2 if name[0] == "n" else 0
            assert abs(port - columns.x[name]) <= max(0, half - 20)
