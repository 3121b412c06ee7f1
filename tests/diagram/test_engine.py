"""Drawing many charts, in order and within limits."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module

import pytest

from argsite.diagram import Chart, Drawing, Engine, Layout, Step, TooSlow
from argsite.errors import LayoutError
from argsite.model import Kind
from tests.diagram.charts import chart_of, samples, tower


def large(levels: int) -> Chart:
    """Return a chart that is no tree, if only just, so that Graphviz is needed."""
    chart = tower(levels=levels, links=1)
    more = Step("more", (chart.nodes[3].key,), chart.nodes[1].key, Kind.FOR)
    return chart._replace(steps=(*chart.steps, more))


LARGE = large(levels=300)
TWICE = """
c claim open focus: What everything leads to.
p premise open: A reason, given twice.
a = p for c
b = p for c
"""
TOO_LARGE = tower(levels=1000, links=3)


def shapes(count: int) -> list[Chart]:
    """Return so many charts, no two of the same shape and none of them a tree."""
    found = []
    for number in range(count):
        lines = [f"s{index} premise open: Text." for index in range(12)]
        lines += [
            f"a{index} = s{index} for s{(number >> (index - 2)) % 2 * (index - 1)}"
            for index in range(2, 12)
        ]
        found.append(chart_of("\n".join([*lines, "b = s11 for s1"])))
    return found


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the processes that the test starts."""
    processes: list[subprocess.Popen[bytes]] = []

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload] # passed on as it is
            processes.append(self)

    monkeypatch.setattr("argsite.diagram.crew.subprocess.Popen", Recorded)
    return processes


def test_drawings_come_in_order(started: list[subprocess.Popen[bytes]]) -> None:
    charts = samples()
    with Engine() as engine:
        drawings = list(engine.draw(charts))
    for chart, drawing in zip(charts, drawings, strict=True):
        assert isinstance(drawing, Drawing)
        assert f'<title id="{chart.prefix}-title">' in drawing.svg
    assert not started


def test_charts_of_one_shape_are_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def lay_out(dot: str) -> Layout:
        asked.append(dot)
        return Layout({"n0": 0.0, "n1": 0.0})

    # By name, since the package has a name that is also the module's.
    monkeypatch.setattr(import_module("argsite.diagram.engine"), "lay_out_here", lay_out)
    chart = chart_of(TWICE)
    others = [node._replace(text="Something else.") for node in chart.nodes]
    with Engine() as engine:
        list(engine.draw([chart, chart._replace(nodes=tuple(others)), chart]))
    with Engine(layouts=engine.layouts) as next_one:
        list(next_one.draw([chart]))
    assert len(asked) == 1


def test_trees_are_laid_out_without_graphviz(
    monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    monkeypatch.setattr("argsite.diagram.engine.has_library", lambda: False)
    with Engine(workers=1) as engine:
        small, big = engine.draw([samples()[0], tower(levels=700, links=1)])
    assert isinstance(small, Drawing)
    assert isinstance(big, Drawing)
    assert not started


def test_many_small_charts_are_drawn_in_this_process(
    started: list[subprocess.Popen[bytes]],
) -> None:
    charts = shapes(700)
    with Engine() as engine:
        together = list(engine.draw(charts))
    with Engine() as engine:
        alone = [drawing for chart in charts[:40] for drawing in engine.draw([chart])]
    assert not started
    assert together[:40] == alone
    assert len(set(together)) == len(charts)


@pytest.mark.parametrize(("first", "most"), [(samples()[0], 1), (LARGE, 200)])
def test_charts_are_taken_as_they_are_needed(first: Chart, most: int) -> None:
    taken = []

    def charts() -> Iterator[Chart]:
        for chart in (first, *shapes(2000)):
            taken.append(chart)
            yield chart

    with Engine(workers=1) as engine:
        next(engine.draw(charts()))
    assert len(taken) <= most


def test_large_charts_of_one_shape_are_laid_out_together(
    started: list[subprocess.Popen[bytes]],
) -> None:
    with Engine() as engine:
        one, other = engine.draw([LARGE, LARGE])
    with Engine(layouts=engine.layouts) as next_one:
        [again] = next_one.draw([LARGE])
    assert one == other == again
    assert len(started) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_an_engine_may_be_taken_along_into_a_forked_process() -> None:
    with Engine() as engine:
        before, _ = engine.draw([samples()[0], large(levels=301)])
        child = os.fork()
        if not child:
            drawn = list(engine.draw([samples()[0], LARGE]))
            engine.close()
            os._exit(0 if drawn[0] == before and isinstance(drawn[1], Drawing) else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_layout_that_takes_too_long_is_stopped(started: list[subprocess.Popen[bytes]]) -> None:
    with Engine(limit_seconds=3, workers=1) as engine:
        drawings = list(engine.draw([samples()[0], TOO_LARGE, samples()[1], LARGE]))
    assert [isinstance(drawing, Drawing) for drawing in drawings] == [True, False, True, True]
    assert drawings[1] == TooSlow(3)
    assert len(started) == 2


def test_no_process_is_left_when_the_caller_stops_early(
    started: list[subprocess.Popen[bytes]],
) -> None:
    with Engine(workers=2) as engine:
        drawings = engine.draw([LARGE, TOO_LARGE, *shapes(600)])
        next(drawings)
    assert started
    assert all(process.returncode is not None for process in started)


def test_a_dead_process_is_an_error(started: list[subprocess.Popen[bytes]]) -> None:
    with Engine(workers=1) as engine:
        list(engine.draw([LARGE]))
        started[0].kill()
        started[0].wait()
        with pytest.raises(LayoutError, match="has ended"):
            list(engine.draw([large(levels=301)]))
        assert len(list(engine.draw([large(levels=302)]))) == 1


@pytest.mark.skipif(shutil.which("dot") is None, reason="there is no program `dot`")
def test_without_the_library_the_program_does_it(
    monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    monkeypatch.setattr("argsite.diagram.engine.has_library", lambda: False)
    monkeypatch.setattr("argsite.diagram.crew.has_library", lambda: False)
    with Engine(workers=2) as engine:
        drawings = list(engine.draw(samples()))
    assert all(isinstance(drawing, Drawing) for drawing in drawings)
    assert {str(process.args) for process in started} == {"['dot', '-Tplain']"}
