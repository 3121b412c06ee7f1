"""Where targets stand above their reasons."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from argsite.diagram import Chart, shape_of
from argsite.diagram.centre import centre
from argsite.diagram.dot import BESIDE, breadths
from argsite.diagram.layout import lay_out_here
from argsite.diagram.plan import plan
from argsite.diagram.skeleton import make_skeleton
from tests.diagram.charts import any_charts, chart_of

STATEMENTS = "c claim open: 1.\np premise open: 2.\nq premise open: 3.\nr premise open: 4.\n"
BOX = 200


def test_a_target_stands_above_the_middle_of_its_reasons() -> None:
    skeleton = make_skeleton(shape_of(chart_of(STATEMENTS + "a = p for c\nb = q for c")))
    placed = centre(skeleton, {"n0": 100, "n1": 100, "n2": 320, "n3": 540}, BOX)
    assert placed["n0"] == 210


def test_an_undercut_does_not_move_the_junction() -> None:
    skeleton = make_skeleton(shape_of(chart_of(STATEMENTS + "a = p + q for c\nb = r undercut a")))
    placed = centre(skeleton, {"n0": 0, "n1": 100, "n2": 320, "n3": 540, "j0": 0}, BOX)
    assert placed["j0"] == placed["n0"] == 210


def test_reasons_follow_a_target_that_cannot_reach_their_middle() -> None:
    skeleton = make_skeleton(shape_of(chart_of(STATEMENTS + "a = p for c\nb = q for r")))
    placed = centre(skeleton, {"n0": 0, "n1": 0, "n2": 100, "n3": 220}, BOX)
    assert abs(placed["n3"] - placed["n2"]) < abs(220 - 100)


@given(any_charts())
def test_order_and_distances_are_kept(chart: Chart) -> None:
    planned = plan(shape_of(chart))
    before = lay_out_here(planned.dot).across
    after = centre(planned.skeleton, before, planned.across)
    breadth = breadths(planned.skeleton, planned.across)
    for rank in set(planned.skeleton.ranks.values()):
        names = [name for name, its in planned.skeleton.ranks.items() if its == rank]
        assert sorted(names, key=before.__getitem__) == sorted(names, key=after.__getitem__)
        for left, right in pairwise(sorted(names, key=after.__getitem__)):
            least = (breadth[left] + breadth[right]) / 2 + BESIDE
            assert after[right] - after[left] >= least - 0.2
