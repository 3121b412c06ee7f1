"""The process beside the build that draws charts."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from importlib import import_module

import pytest

from argsite.diagram import Drawing, Layout
from argsite.diagram.plan import draw_here
from argsite.diagram.worker import work
from argsite.errors import LayoutError
from tests.diagram.charts import samples

CHARTS = samples()[:3]
REQUESTS = pickle.dumps(CHARTS) + pickle.dumps(CHARTS[:1])


def answers_to(requests: bytes) -> list[list[Drawing] | str]:
    """Return what the process answers."""
    answers = io.BytesIO()
    work(io.BytesIO(requests), answers)
    answers.seek(0)
    return [pickle.load(answers) for _ in range(2)]  # noqa: S301 - what `work` has just written


def test_each_request_is_answered() -> None:
    known: dict[str, Layout] = {}
    drawings = [draw_here(chart, known) for chart in CHARTS]
    assert answers_to(REQUESTS) == [drawings, drawings[:1]]


def test_a_failure_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> Layout:
        raise LayoutError("Graphviz failed: no memory")

    # By name, since the package has a function of the module's name.
    monkeypatch.setattr(import_module("argsite.diagram.plan"), "lay_out_here", fail)
    assert answers_to(REQUESTS) == ["Graphviz failed: no memory"] * 2


def test_it_ends_when_its_input_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argsite.diagram.worker"],
        input=REQUESTS,
        capture_output=True,
        check=True,
    )
    answers = io.BytesIO(done.stdout)
    assert len(pickle.load(answers)) == 3  # noqa: S301 - from the process started above
    assert len(pickle.load(answers)) == 1  # noqa: S301 - the same
