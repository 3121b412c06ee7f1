"""What Graphviz answers, in this process and as a program."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from typing import NoReturn

import pytest
from hypothesis import given, settings

from argsite.diagram import Chart, TooSlow, shape_of
from argsite.diagram.layout import (
    MISSING,
    has_library,
    lay_out_by_program,
    lay_out_here,
)
from argsite.diagram.plan import plan
from argsite.errors import LayoutError
from tests.diagram.charts import any_charts, samples

DOTS = [plan(shape_of(chart)).dot for chart in samples()]

program = pytest.mark.skipif(shutil.which("dot") is None, reason="there is no program `dot`")


def test_everything_gets_a_place_and_siblings_keep_their_order() -> None:
    dot = plan(shape_of(samples()[1])).dot
    across = lay_out_here(dot).across
    siblings = ["n1", "n2", "n3", "n4", "n5", "n6"]
    assert sorted(siblings, key=across.__getitem__) == siblings


@settings(max_examples=300)
@given(any_charts())
def test_no_graph_is_too_strange(chart: Chart) -> None:
    planned = plan(shape_of(chart))
    assert set(lay_out_here(planned.dot).across) == set(planned.skeleton.ranks)


@program
@pytest.mark.parametrize("dot", DOTS)
def test_the_program_keeps_the_same_order(dot: str) -> None:
    answer = lay_out_by_program(dot, 10)
    assert not isinstance(answer, TooSlow)
    assert set(answer.across) == set(lay_out_here(dot).across)


@program
def test_the_program_is_stopped_at_its_limit() -> None:
    assert lay_out_by_program(DOTS[0], 0.000_001) == TooSlow(0.000_001)


@program
def test_the_program_says_what_is_wrong() -> None:
    with pytest.raises(LayoutError, match="syntax error"):
        lay_out_by_program("digraph {{{", 10)


def test_the_library_says_what_is_wrong(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LayoutError, match="Graphviz failed"):
        lay_out_here("digraph {{{")
    capfd.readouterr()


def test_a_full_disk_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is handed its text in a temporary file."""

    def full() -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(LayoutError, match="temporary folder: No space left on device"):
        lay_out_here(DOTS[0])


def test_neither_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LayoutError) as raised:
        lay_out_by_program(DOTS[0], 10)
    assert str(raised.value) == MISSING


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    has_library.cache_clear()
    assert not has_library()
    monkeypatch.undo()
    has_library.cache_clear()
    assert has_library()
