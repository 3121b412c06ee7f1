"""Where boxes, junctions and the ends of lines stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from argsite.diagram import Chart, Plan, plan
from argsite.diagram.layout import lay_out_here
from argsite.diagram.place import Places, place
from argsite.diagram.plan import settle
from tests.diagram.charts import CROWD, PARK, any_charts, chart_of


def placed(chart: Chart) -> tuple[Plan, Places]:
    """Return a chart's plan and places."""
    planned = plan(chart)
    layout = settle(planned, lay_out_here(planned.dot))
    return planned, place(planned.skeleton, planned.boxes, layout.across)


def boxes_of(planned: Plan, places: Places) -> list[tuple[int, int, int, int]]:
    """Return left, top, right and bottom of each box."""
    found = []
    for index, box in enumerate(planned.boxes):
        x, y = places.x[f"n{index}"], places.top[planned.skeleton.ranks[f"n{index}"]]
        found.append((x - box.width // 2, y, x + box.width // 2, y + box.height))
    return found


def test_boxes_of_a_rank_hang_from_one_line() -> None:
    planned, places = placed(chart_of(PARK))
    tops = [top for _, top, _, _ in boxes_of(planned, places)]
    assert len(set(tops[1:7])) == 1
    assert tops[0] < tops[1] < tops[7]


def test_a_junction_stands_between_its_target_and_its_premises() -> None:
    _, places = placed(chart_of(PARK))
    assert places.bottom[0] < places.middle[1] < places.top[2]
    assert places.x["j2"] == (places.x["n3"] + places.x["n4"]) // 2


def test_seven_points_fit_on_a_screen() -> None:
    _, places = placed(chart_of(CROWD))
    assert places.width <= 1280


def test_lines_meet_a_box_in_the_order_in_which_they_come() -> None:
    _, places = placed(chart_of(CROWD))
    assert list(places.upper_ports) == sorted(places.upper_ports)
    assert all(right - left >= 16 for left, right in pairwise(places.upper_ports))


@given(any_charts())
def test_no_two_boxes_overlap_and_all_lie_in_the_drawing(chart: Chart) -> None:
    planned, places = placed(chart)
    boxes = boxes_of(planned, places)
    for index, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert top >= 0
        assert right <= places.width
        assert bottom <= places.height
        for other_left, other_top, other_right, other_bottom in boxes[:index]:
            beside = right < other_left or other_right < left
            assert beside or bottom < other_top or other_bottom < top


@given(any_charts())
def test_lines_pass_between_boxes(chart: Chart) -> None:
    planned, places = placed(chart)
    for line in planned.skeleton.lines:
        for stop in line.passing:
            for index, box in enumerate(planned.boxes):
                if planned.skeleton.ranks[f"n{index}"] == planned.skeleton.ranks[stop]:
                    assert abs(places.x[stop] - places.x[f"n{index}"]) > box.width // 2 + 9


@given(any_charts())
def test_lines_end_at_their_boxes(chart: Chart) -> None:
    planned, places = placed(chart)
    ends = zip(planned.skeleton.lines, places.lower_ports, places.upper_ports, strict=True)
    for line, lower, upper in ends:
        for name, port in ((line.lower, lower), (line.upper, upper)):
            half = planned.boxes[int(name[1:])].width // 2 if name[0] == "n" else 0
            assert abs(port - places.x[name]) <= max(0, half - 20)
