"""The processes that lay out large charts."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from argsite.diagram import plan, shape_of
from argsite.diagram.crew import Crew
from argsite.diagram.layout import TooSlow, lay_out_here
from argsite.errors import LayoutError
from tests.diagram.charts import samples, tower

DOTS = [plan(shape_of(chart)).dot for chart in samples()]
TOO_LARGE = plan(shape_of(tower(levels=1000, links=3))).dot


def test_answers_come_in_the_order_of_the_questions() -> None:
    crew = Crew(count=2, limit_seconds=10)
    coming = [crew.ask(dot) for dot in DOTS]
    answers = [each.result() for each in coming]
    crew.close()
    assert answers == [lay_out_here(dot) for dot in DOTS]


def test_what_is_too_slow_is_stopped_and_the_next_is_laid_out() -> None:
    crew = Crew(count=1, limit_seconds=3)
    coming = [crew.ask(dot) for dot in (DOTS[0], TOO_LARGE, DOTS[1])]
    answers = [each.result() for each in coming]
    crew.close()
    assert answers == [lay_out_here(DOTS[0]), TooSlow(3), lay_out_here(DOTS[1])]


def test_a_failure_is_raised_where_the_answer_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    crew = Crew(count=1, limit_seconds=10)
    with monkeypatch.context() as patch:
        patch.setattr("argsite.diagram.crew._talk", lambda *_: "Graphviz failed: no memory")
        coming = crew.ask(DOTS[0])
        with pytest.raises(LayoutError, match="no memory"):
            coming.result()
    assert crew.ask(DOTS[0]).result() == lay_out_here(DOTS[0])
    crew.close()


def test_closing_gives_up_what_is_not_done() -> None:
    crew = Crew(count=1, limit_seconds=60)
    coming = [crew.ask(TOO_LARGE), crew.ask(TOO_LARGE)]
    crew.close()
    for each in coming:
        with pytest.raises((LayoutError, CancelledError)):
            each.result(timeout=1)
