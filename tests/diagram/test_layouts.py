"""Layouts kept from one build to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.diagram import Layout, Layouts, Plan, plan, shape_of
from argsite.diagram import layouts as module
from argsite.diagram.layout import lay_out_here
from argsite.diagram.plan import settle
from tests.diagram.charts import PARK, TWO, any_charts, chart_of


def planned(text: str) -> tuple[Plan, Layout]:
    """Return a chart's plan and its settled layout."""
    found = plan(shape_of(chart_of(text)))
    return found, settle(found, lay_out_here(found.dot))


def kept(*texts: str) -> Layouts:
    """Return the layouts of charts."""
    layouts = Layouts()
    for text in texts:
        layouts.keep(*planned(text))
    return layouts


@given(any_charts())
def test_what_was_kept_is_the_same_when_it_is_read(chart: object) -> None:
    found = plan(shape_of(chart))  # type: ignore[arg-type] # hypothesis gives charts
    layout = settle(found, lay_out_here(found.dot))
    layouts = Layouts()
    layouts.keep(found, layout)
    assert Layouts(layouts.to_bytes()).find(found) == layout


def test_what_another_process_found_is_known_here() -> None:
    park, layout = planned(PARK)
    here, there = kept(TWO), kept(PARK)
    here.take(there.portion())
    assert Layouts(here.to_bytes()).find(park) == layout
    assert there.portion() == ({}, frozenset())  # it tells each thing once


@pytest.mark.parametrize("end", [0, 10, 30, 60, -1])
def test_a_file_that_is_cut_holds_nothing(end: int) -> None:
    park, _ = planned(PARK)
    assert Layouts(kept(PARK).to_bytes()[:end]).find(park) is None


@given(st.binary())
def test_a_file_that_is_not_ours_holds_nothing(data: bytes) -> None:
    assert Layouts(data).to_bytes() == Layouts().to_bytes()


def test_a_file_of_another_graphviz_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = kept(PARK).to_bytes()
    monkeypatch.setattr(module, "graphviz_version", lambda: "another")
    assert Layouts(data).find(planned(PARK)[0]) is None


def test_those_used_last_stay_where_there_is_no_room_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    two, park = planned(TWO)[0], planned(PARK)[0]
    before = Layouts(kept(TWO, PARK).to_bytes())
    assert before.find(park)
    monkeypatch.setattr(module, "_MOST_BYTES", 70)
    after = Layouts(before.to_bytes())
    assert after.find(park)
    assert after.find(two) is None
