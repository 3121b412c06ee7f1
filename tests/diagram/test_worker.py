"""The process beside the build that lays out large charts."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from importlib import import_module

import pytest

from argsite.diagram import Layout, plan, shape_of
from argsite.diagram.layout import lay_out_here
from argsite.diagram.worker import work
from argsite.errors import LayoutError
from tests.diagram.charts import samples

DOTS = [plan(shape_of(chart)).dot for chart in samples()[:2]]
REQUESTS = b"".join(map(pickle.dumps, DOTS))


def answers_to(requests: bytes) -> list[Layout | str]:
    """Return what the process answers."""
    answers = io.BytesIO()
    work(io.BytesIO(requests), answers)
    return read(answers.getvalue())


def read(answers: bytes) -> list[Layout | str]:
    """Return two answers."""
    found = io.BytesIO(answers)
    return [pickle.load(found) for _ in DOTS]  # noqa: S301 - what `work` has just written


def test_each_request_is_answered() -> None:
    assert answers_to(REQUESTS) == [lay_out_here(dot) for dot in DOTS]


def test_a_failure_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> Layout:
        raise LayoutError("Graphviz failed: no memory")

    # By name, since the package has a name that is also the module's.
    monkeypatch.setattr(import_module("argsite.diagram.worker"), "lay_out_here", fail)
    assert answers_to(REQUESTS) == ["Graphviz failed: no memory"] * 2


def test_it_ends_when_its_input_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argsite.diagram.worker"],
        input=REQUESTS,
        capture_output=True,
        check=True,
    )
    assert read(done.stdout) == [lay_out_here(dot) for dot in DOTS]
