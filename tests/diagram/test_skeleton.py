"""What stands on which rank of a diagram."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from argsite.diagram import Chart, shape_of
from argsite.diagram.skeleton import make_skeleton
from tests.diagram.charts import PARK, SHARED, UNDERCUTS, any_charts, chart_of, tower


def ranks(text: str) -> dict[str, int]:
    """Return the rank of each statement and of each junction, by the names in the notation."""
    chart = chart_of(text)
    found = make_skeleton(shape_of(chart)).ranks
    shown = {node.key: found[f"n{index}"] for index, node in enumerate(chart.nodes)}
    junctions = {
        step.key: found[f"j{index}"]
        for index, step in enumerate(chart.steps)
        if f"j{index}" in found
    }
    return shown | junctions


def test_boxes_stand_on_even_ranks_and_junctions_between() -> None:
    assert ranks(PARK) == {
        "c": 0, "a3": 1, "p1": 2, "p2": 2, "p3": 2, "p4": 2, "u": 2, "r": 2, "s": 4,
    }  # fmt: skip


def test_an_undercut_that_is_undercut_stands_below_what_it_attacks() -> None:
    assert ranks(UNDERCUTS) == {"c": 0, "a": 1, "p": 2, "b": 3, "u": 4, "d": 5, "v": 6, "w": 6}


def test_a_shared_statement_stands_below_all_its_uses() -> None:
    assert ranks(SHARED) == {"c": 0, "p": 2, "q": 2, "t": 4, "s": 6}


def test_a_line_that_passes_a_rank_of_boxes_has_a_place_there() -> None:
    skeleton = make_skeleton(shape_of(chart_of(SHARED)))
    passing = [line.passing for line in skeleton.lines if line.passing]
    assert [[skeleton.ranks[place] for place in places] for places in passing] == [[4]]


def test_a_root_stands_right_above_its_reasons() -> None:
    text = """
    c claim open focus: One.
    p premise open: Two.
    s premise open: Three.
    d claim open: Another, for which the last speaks too.
    a = p for c
    b = s for p
    e = s for d
    """
    assert ranks(text) == {"c": 0, "p": 2, "s": 4, "d": 2}


def test_a_line_that_closes_a_cycle_leads_down() -> None:
    text = "c claim open: One.\np premise open: Two.\na = p for c\nb = c for p"
    skeleton = make_skeleton(shape_of(chart_of(text)))
    assert [(line.lower, line.upper, line.down) for line in skeleton.lines] == [
        ("n1", "n0", False),
        ("n1", "n0", True),
    ]


def test_a_statement_that_supports_itself_has_a_loop() -> None:
    skeleton = make_skeleton(shape_of(chart_of("c claim open: One.\na = c for c")))
    assert dict(skeleton.loops) == {0: 0}
    assert not skeleton.lines


def test_a_map_too_large_to_read_has_no_places_beside_boxes() -> None:
    skeleton = make_skeleton(shape_of(tower(levels=400, links=3)))
    assert {name[0] for name in skeleton.ranks} == {"n"}


@given(any_charts())
def test_every_line_leads_from_rank_to_rank(chart: Chart) -> None:
    skeleton = make_skeleton(shape_of(chart))
    for line in skeleton.lines:
        stops = [skeleton.ranks[name] for name in (line.lower, *line.passing, line.upper)]
        assert stops == sorted(stops, reverse=True)
        assert all(1 <= lower - upper <= 2 for lower, upper in pairwise(stops))
    drawn = {line.step for line in skeleton.lines} | set(skeleton.loops)
    assert drawn == set(range(len(chart.steps)))


@pytest.mark.parametrize("links", [1, 2])
def test_deep_charts_need_no_recursion(links: int) -> None:
    assert max(make_skeleton(shape_of(tower(levels=3000, links=links))).ranks.values()) > 0
