"""Trees, laid out without Graphviz."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.diagram import Chart, shape_of
from argsite.diagram.dot import BESIDE, breadths, write_dot
from argsite.diagram.layout import lay_out_here
from argsite.diagram.skeleton import make_skeleton
from argsite.diagram.tree import spread
from tests.diagram.charts import CIRCLES, SHARED, any_charts, chart_of, tower

BOX = 200
STEP = BOX + BESIDE
"""From the middle of a box to that of the next."""


def places(steps: str, count: int) -> list[float]:
    """Return how far each of `count` boxes is from the first, in steps."""
    boxes = "".join(f"s{number} claim open: Text.\n" for number in range(count))
    found = spread(make_skeleton(shape_of(chart_of(boxes + steps))), BOX)
    assert found is not None
    return [(found[f"n{number}"] - found["n0"]) / STEP for number in range(count)]


def test_a_target_stands_above_the_middle_of_its_reasons() -> None:
    assert places("a = s1 for s0\nb = s2 for s0", 3) == [0, -0.5, 0.5]


def test_an_undercut_stands_beside_the_premises_and_moves_nothing() -> None:
    steps = "a = s1 + s2 for s0\nb = s3 undercut a"
    assert places(steps, 4) == [0, -0.5, 0.5, 1.5]


def test_what_has_room_below_its_neighbour_stands_there() -> None:
    steps = "a = s1 for s0\nb = s2 for s0\nc = s3 for s1\nd = s4 for s1"
    assert places(steps, 5) == [0, -0.5, 0.5, -1, 0]


def test_a_small_part_stands_half_way_between_two_large_ones() -> None:
    large = [f"w{n} = s{n} for s1\nx{n} = s{n + 3} for s3" for n in (4, 5, 6)]
    steps = "\n".join(["a = s1 for s0", "b = s2 for s0", "c = s3 for s0", *large])
    assert places(steps, 10)[:4] == [0, -1.5, 0, 1.5]


def test_trees_stand_side_by_side() -> None:
    assert places("", 3) == [0, 1, 2]


@pytest.mark.parametrize("text", [SHARED, CIRCLES])
def test_what_is_used_twice_makes_no_tree(text: str) -> None:
    assert spread(make_skeleton(shape_of(chart_of(text))), BOX) is None


def test_deep_trees_need_no_recursion() -> None:
    assert spread(make_skeleton(shape_of(tower(levels=2000, links=1))), BOX)


@st.composite
def trees(draw: st.DrawFn) -> Chart:
    """Draw charts of trees, with linked premises, undercuts, and undercuts of undercuts."""
    count = draw(st.integers(1, 9))
    steps = [""]
    free = list(range(1, count))
    while free:
        taken = [free.pop(0) for _ in range(min(len(free), draw(st.integers(1, 3))))]
        above = [f"for s{number}" for number in range(taken[0])]
        above += [f"undercut {step.partition(' ')[0]}" for step in steps[1:]]
        premises = " + ".join(f"s{number}" for number in taken)
        steps.append(f"a{len(steps)} = {premises} {draw(st.sampled_from(above))}")
    boxes = [f"s{number} claim open: Text." for number in range(count)]
    return chart_of("\n".join(boxes + steps))


@given(trees())
def test_a_tree_has_the_order_that_graphviz_gives_it(chart: Chart) -> None:
    skeleton = make_skeleton(shape_of(chart))
    found = spread(skeleton, BOX)
    assert found is not None
    breadth = breadths(skeleton, BOX)
    asked = lay_out_here(write_dot(skeleton, BOX)).across
    for rank in set(skeleton.ranks.values()):
        names = [name for name, its in skeleton.ranks.items() if its == rank]
        assert sorted(names, key=found.__getitem__) == sorted(names, key=asked.__getitem__)
        for left, right in pairwise(sorted(names, key=found.__getitem__)):
            least = (breadth[left] + breadth[right]) / 2 + BESIDE
            assert found[right] - found[left] >= least - 0.2


@given(any_charts())
def test_only_trees_are_laid_out(chart: Chart) -> None:
    skeleton = make_skeleton(shape_of(chart))
    lower = [line.lower for line in skeleton.lines]
    found = spread(skeleton, BOX)
    assert found is None or (
        len(set(lower)) == len(lower) and found.keys() == skeleton.ranks.keys()
    )
