"""The process beside the build that lays out graphs."""

from __future__ import annotations

import io
import json
import subprocess
import sys

from argsite.diagram.layout import lay_out_here
from argsite.diagram.plan import plan
from argsite.diagram.worker import work
from tests.diagram.charts import samples

DOTS = [plan(chart).dot for chart in samples()[:3]]
REQUESTS = (json.dumps(DOTS) + "\n" + json.dumps(DOTS[:1]) + "\n").encode()


def test_each_request_is_answered_by_a_line() -> None:
    answers = io.BytesIO()
    work(io.BytesIO(REQUESTS), answers)
    first, second = map(json.loads, answers.getvalue().splitlines())
    assert first == {"layouts": [lay_out_here(dot).across for dot in DOTS]}
    assert second == {"layouts": first["layouts"][:1]}


def test_a_failure_is_an_answer_too() -> None:
    answers = io.BytesIO()
    work(io.BytesIO(b'["digraph {{{"]\n'), answers)
    assert json.loads(answers.getvalue())["error"].startswith("Graphviz failed")


def test_it_ends_when_its_input_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argsite.diagram.worker"],
        input=REQUESTS,
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b"\n") == 2
